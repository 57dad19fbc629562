package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.DeclaredTarget;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Targets allow something, unless another finding says why not. */
final class TargetWithoutEffectRule implements SetRule {
    @Override
    public DiagnosticCode code() {
        return ValidationCode.TARGET_WITHOUT_EFFECT;
    }

    @Override
    public void check(RuleContext in, SetFindings out) {
        ExplainedResources explained = ExplainedResources.of(in);
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
                    && !explained.include(target)) {
                out.of(resource)
                        .report(
                                FieldPath.of("spec", "rules"),
                                "no request that they name can arrive at a port of the destination's Services; the target"
                                        + " allows nothing",
                                "Name ports and protocols that the Services of the destination have.");
            }
        }
    }
}
