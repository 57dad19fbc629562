package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.DeclaredTarget;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A target adds something to each other target of its destination; together they may still cover it. */
final class CoveredTargetRule implements SetRule {
    /** With how many targets of its destination and one of its sources each is compared at most, by name. */
    static final int MAX_COMPARED = 50;

    @Override
    public DiagnosticCode code() {
        return ValidationCode.TARGET_COVERED;
    }

    @Override
    public void check(RuleContext in, SetFindings out) {
        Map<ResourceRef, SetResource<TrafficTarget>> resources = in.resources(TrafficTarget.class).stream()
                .collect(Collectors.toMap(SetResource::ref, Function.identity()));
        RequestCoverage coverage = new RequestCoverage();
        List<DeclaredTarget> sound = sound(in, coverage);
        Map<Call, List<DeclaredTarget>> byCall = new HashMap<>();
        sound.forEach(target -> calls(target)
                .forEach(call ->
                        byCall.computeIfAbsent(call, c -> new ArrayList<>()).add(target)));
        for (DeclaredTarget target : sound) {
            Optional.ofNullable(resources.get(target.ref()))
                    .ifPresent(resource -> covering(target, byCall, coverage, in)
                            .ifPresent(other -> out.of(resource)
                                    .report(
                                            FieldPath.root(),
                                            other.ref() + " allows all that this TrafficTarget allows")));
        }
    }

    /** Who calls whom. */
    private record Call(ResourceRef destination, Identity source) {}

    private static Stream<Call> calls(DeclaredTarget target) {
        return target.sources().stream().map(source -> new Call(target.destination(), source));
    }

    /** The targets that allow something, and nothing less than they seem to. */
    private static List<DeclaredTarget> sound(RuleContext in, RequestCoverage coverage) {
        ExplainedResources explained = ExplainedResources.of(in);
        Set<ResourceRef> withoutEffect = in.policy().targets().stream()
                .filter(ResolvedTarget::grantsNothing)
                .map(ResolvedTarget::ref)
                .collect(Collectors.toSet());
        return in.policy().declaredTargets().stream()
                .filter(target -> !explained.include(target) && !withoutEffect.contains(target.ref()))
                .filter(target ->
                        !target.tcpPorts().isEmpty() || !target.udpPorts().isEmpty())
                .filter(target ->
                        target.http().isEmpty() || target.http().get().stream().noneMatch(coverage::isEmpty))
                .toList();
    }

    /** The first target that allows all that this one does; of two that allow the same the second is the one too many. */
    private static Optional<DeclaredTarget> covering(
            DeclaredTarget target, Map<Call, List<DeclaredTarget>> byCall, RequestCoverage coverage, RuleContext in) {
        List<DeclaredTarget> candidates = calls(target)
                .map(call -> byCall.getOrDefault(call, List.of()))
                .min(Comparator.comparing(List::size))
                .orElse(List.of());
        for (DeclaredTarget other : candidates.subList(0, Math.min(candidates.size(), MAX_COMPARED))) {
            in.visited(1);
            boolean before = other.ref().compareTo(target.ref()) < 0;
            if (!other.ref().equals(target.ref())
                    && covers(other, target, coverage, in)
                    && (before || !covers(target, other, coverage, in))) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean covers(
            DeclaredTarget wide, DeclaredTarget narrow, RequestCoverage coverage, RuleContext in) {
        return wide.sources().containsAll(narrow.sources())
                && narrow.udpPorts().isContainedIn(wide.udpPorts())
                && (narrow.tcpPorts().isEmpty()
                        || (narrow.tcpPorts().isContainedIn(wide.tcpPorts())
                                && coversRequests(wide, narrow, coverage, in)));
    }

    private static boolean coversRequests(
            DeclaredTarget wide, DeclaredTarget narrow, RequestCoverage coverage, RuleContext in) {
        if (wide.http().isEmpty() || narrow.http().isEmpty()) {
            return wide.http().isEmpty();
        }
        List<ResolvedMatch> matches = wide.http().get();
        // Targets share the matches of a group, each of which is one object.
        Set<ResolvedMatch> shared = Collections.newSetFromMap(new IdentityHashMap<>());
        shared.addAll(matches);
        List<ResolvedMatch> others = narrow.http().get().stream()
                .filter(match -> !shared.contains(match))
                .toList();
        in.visited(others.size() * Math.min(matches.size(), MAX_COMPARED));
        return others.size() <= MAX_COMPARED
                && others.stream()
                        .allMatch(match ->
                                matches.stream().limit(MAX_COMPARED).anyMatch(other -> coverage.covers(other, match)));
    }
}
