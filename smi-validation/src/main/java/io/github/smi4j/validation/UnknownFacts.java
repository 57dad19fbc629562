package io.github.smi4j.validation;

import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.PolicyCode;
import java.util.Set;

/**
 * Findings that nothing is wrong with the resources, only that the input does not tell what a translation must know of the
 * cluster. Resources alone are valid without it, so they are off unless somebody asks for portability or for the code.
 */
final class UnknownFacts {
    private static final Set<String> CODES = Set.of(
            PolicyCode.ROOT_UNKNOWN.id(),
            PolicyCode.BACKEND_UNKNOWN.id(),
            AccessCode.SOURCE_LABELS_UNKNOWN.id(),
            AccessCode.DESTINATION_UNKNOWN.id(),
            AccessCode.SERVICES_UNKNOWN.id(),
            AccessCode.SCOPE_WIDENED.id());

    private UnknownFacts() {}

    static boolean include(String code) {
        return CODES.contains(code);
    }
}
