package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.DeclaredTarget;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Targets allow something, unless another finding says why not. */
final class TargetWithoutEffectRule implements SetRule {
    /** Findings that change nothing but say why something is not allowed. */
    private static final Set<String> EXPLAIN = Set.of(
            AccessCode.PORT_MISSING.id(),
            AccessCode.TARGET_PORT_MISSING.id(),
            AccessCode.SOURCE_LABELS_UNUSED.id(),
            AccessCode.SPIFFE_FOREIGN_DESTINATION.id(),
            PolicyCode.PATTERN_NEVER_MATCHES.id());

    @Override
    public DiagnosticCode code() {
        return ValidationCode.TARGET_WITHOUT_EFFECT;
    }

    @Override
    public void check(RuleContext in, SetFindings out) {
        Set<ResourceRef> explained = explained(in);
        Map<ResourceRef, ResolvedTarget> resolved = in.policy().targets().stream()
                .collect(Collectors.toMap(ResolvedTarget::ref, Function.identity(), (first, second) -> first));
        Map<ResourceRef, SetResource<TrafficTarget>> resources = in.resources(TrafficTarget.class).stream()
                .collect(Collectors.toMap(SetResource::ref, Function.identity()));
        for (DeclaredTarget target : in.policy().declaredTargets()) {
            in.visited(1);
            SetResource<TrafficTarget> resource = resources.get(target.ref());
            if (resource == null) {
                continue;
            }
            if (target.isPortExcluded()) {
                out.of(resource)
                        .report(
                                FieldPath.of("spec", "destination", "port"),
                                "is not among the ports of the rules; the target allows nothing");
            } else if (resolved.containsKey(target.ref())
                    && resolved.get(target.ref()).grantsNothing()
                    && !isExplained(target, explained)) {
                out.of(resource)
                        .report(
                                FieldPath.of("spec", "rules"),
                                "no request that they name can arrive at a port of the destination's Services; the target"
                                        + " allows nothing",
                                "Name ports and protocols that the Services of the destination have.");
            }
        }
    }

    private static Set<ResourceRef> explained(RuleContext in) {
        Set<ResourceRef> explained = new HashSet<>();
        for (Diagnostic finding : in.policy().diagnostics()) {
            if (finding.effect() != Effect.EXACT
                    || EXPLAIN.contains(finding.code().id())) {
                finding.resource().ifPresent(explained::add);
            }
        }
        return explained;
    }

    private static boolean isExplained(DeclaredTarget target, Set<ResourceRef> explained) {
        return explained.contains(target.ref()) || target.uses().stream().anyMatch(explained::contains);
    }
}
