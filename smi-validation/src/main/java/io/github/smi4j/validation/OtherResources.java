package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.PolicyCode;
import java.util.EnumSet;
import java.util.Set;

/** Which findings of the resolution depend on more than the resource that they are about. */
final class OtherResources {
    private static final Set<PolicyCode> POLICY = EnumSet.of(
            PolicyCode.DUPLICATE_EQUAL,
            PolicyCode.DUPLICATE_DIFFERENT,
            PolicyCode.UNUSED,
            PolicyCode.SPLIT_BACKEND_IS_SPLIT,
            PolicyCode.SPLIT_ROOT_TWICE,
            PolicyCode.SPLIT_GROUP_MISSING,
            PolicyCode.SPLIT_GROUP_UNUSABLE,
            PolicyCode.SPLIT_PARTNER_FAULTY,
            PolicyCode.BACKEND_MISSING_UNUSED,
            PolicyCode.BACKEND_MISSING,
            PolicyCode.BACKEND_WITHOUT_PORT,
            PolicyCode.PORT_UNSPLIT,
            PolicyCode.ROOT_MISSING,
            PolicyCode.ROOT_UNKNOWN,
            PolicyCode.BACKEND_UNKNOWN,
            PolicyCode.ROOT_WITHOUT_PORTS,
            PolicyCode.SERVICE_UNREADABLE,
            PolicyCode.CLOSED_WORLD,
            PolicyCode.SPLIT_CYCLE);

    private static final Set<AccessCode> ACCESS = EnumSet.of(
            AccessCode.BINDING_MISSING,
            AccessCode.SOURCE_LABELS_NOT_AN_ACCOUNT,
            AccessCode.SOURCE_LABELS_UNKNOWN,
            AccessCode.SOURCE_LABELS_UNUSED,
            AccessCode.DESTINATION_UNKNOWN,
            AccessCode.DESTINATION_WITHOUT_WORKLOAD,
            AccessCode.DESTINATION_GUESSED,
            AccessCode.SERVICES_UNKNOWN,
            AccessCode.WORKLOAD_WITHOUT_SERVICE,
            AccessCode.SERVICES_DISAGREE,
            AccessCode.PORT_MISSING,
            AccessCode.TARGET_PORT_MISSING,
            AccessCode.RULE_ROUTE_MISSING,
            AccessCode.RULE_GROUP_EMPTY,
            AccessCode.RULE_MATCH_MISSING,
            AccessCode.RULE_MATCHES_OF_PORTS,
            AccessCode.SCOPE_UNREACHED,
            AccessCode.SCOPE_WIDENED,
            AccessCode.SCOPE_OPEN,
            AccessCode.SPLIT_BACKEND_DENIED);

    private OtherResources() {}

    static boolean decide(DiagnosticCode code) {
        return POLICY.contains(code) || ACCESS.contains(code);
    }
}
