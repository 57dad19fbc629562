package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.List;

/** Versions are the last ones that SMI released (SMI specification v0.6.0). It asks for the version as it was written. */
final class OldVersionRule implements SetRule {
    private static final String LAST = "v1alpha4";

    /** Access v1alpha4, which has IdentityBindings, was never released. */
    private static final String LAST_OF_TARGETS = "v1alpha3";

    private static final List<Class<? extends SmiResource>> KINDS = List.of(
            TrafficSplit.class,
            TrafficTarget.class,
            IdentityBinding.class,
            HTTPRouteGroup.class,
            TCPRoute.class,
            UDPRoute.class);

    @Override
    public DiagnosticCode code() {
        return ValidationCode.VERSION_OLD;
    }

    @Override
    public void check(RuleContext in, SetFindings out) {
        for (Class<? extends SmiResource> kind : KINDS) {
            in.resources(kind).forEach(resource -> check(resource, out));
        }
    }

    private static void check(SetResource<? extends SmiResource> resource, SetFindings out) {
        ResourceKind kind = resource.value().resourceKind();
        String last = kind == ResourceKind.TRAFFIC_TARGET ? LAST_OF_TARGETS : LAST;
        WrittenVersion.of(resource)
                .map(WrittenVersion::version)
                .filter(version ->
                        kind.versions().indexOf(version) < kind.versions().indexOf(last))
                .ifPresent(version -> out.of(resource)
                        .report(
                                FieldPath.of("apiVersion"),
                                "is " + version + ", the last version of " + kind.kind() + " that SMI released is "
                                        + last));
    }
}
