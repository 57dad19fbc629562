package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.AccessCode;
import io.github.smi4j.policy.DeclaredTarget;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
        Set<ResourceRef> faulty = in.policy().diagnostics().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                // What a target says is not at fault where only its pods are not known.
                .filter(finding -> !finding.code().id().equals(AccessCode.DESTINATION_UNKNOWN.id()))
                .flatMap(finding -> finding.resource().stream())
                .collect(Collectors.toSet());
        return in.policy().declaredTargets().stream()
                .filter(target -> !faulty.contains(target.ref()))
                .filter(target -> target.uses().stream().noneMatch(faulty::contains))
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
                    && covers(other, target, coverage)
                    && (before || !covers(target, other, coverage))) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean covers(DeclaredTarget wide, DeclaredTarget narrow, RequestCoverage coverage) {
        return wide.sources().containsAll(narrow.sources())
                && narrow.udpPorts().isContainedIn(wide.udpPorts())
                && (narrow.tcpPorts().isEmpty()
                        || (narrow.tcpPorts().isContainedIn(wide.tcpPorts())
                                && coversRequests(wide, narrow, coverage)));
    }

    private static boolean coversRequests(DeclaredTarget wide, DeclaredTarget narrow, RequestCoverage coverage) {
        if (wide.http().isEmpty()) {
            return true;
        }
        List<ResolvedMatch> matches = wide.http().get();
        return narrow.http().isPresent()
                && narrow.http().get().stream().allMatch(match -> coverage.covers(matches, match));
    }
}
