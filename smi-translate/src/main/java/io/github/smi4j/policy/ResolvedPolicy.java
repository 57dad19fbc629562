package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficSplit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one, mesh-neutral reading of a set of SMI resources, and what is wrong with its meaning and references. It does not
 * depend on the order of the set. Immutable.
 */
public final class ResolvedPolicy {
    private final PolicyOptions options;
    private final List<ResolvedSplit> splits;
    private final List<ResolvedTarget> targets;
    private final List<DeclaredTarget> declared;
    /** By target rather than by name: a cluster makes the names of some. */
    private final IdentityHashMap<ResolvedTarget, DeclaredTarget> declaredOf = new IdentityHashMap<>();

    private final Scope scope;
    private final Map<ResourceRef, List<ResolvedMatch>> matches;
    private final List<Diagnostic> diagnostics;
    private final long visits;

    private ResolvedPolicy(
            PolicyOptions options,
            List<ResolvedSplit> splits,
            List<TargetCandidate> candidates,
            Scope scope,
            Map<ResourceRef, List<ResolvedMatch>> matches,
            PolicyFindings findings) {
        this.options = options;
        this.splits = List.copyOf(splits);
        this.targets = candidates.stream().flatMap(c -> c.value().stream()).toList();
        this.declared = candidates.stream().flatMap(c -> c.declared().stream()).toList();
        candidates.forEach(c -> c.value().ifPresent(t -> c.declared().ifPresent(d -> declaredOf.put(t, d))));
        this.scope = scope;
        this.matches = matches;
        this.diagnostics = findings.all().stream().distinct().sorted().toList();
        this.visits = findings.visits().count();
    }

    /** The reading of a set, with the inventory that the set itself holds. */
    public static ResolvedPolicy of(ResourceSet set, PolicyOptions options) {
        return of(set, options, options.inventoryOf(set));
    }

    /**
     * The reading of a set, relative to an inventory. {@code partial-inventory} is not looked at: whoever builds an inventory
     * declares it partial there.
     */
    public static ResolvedPolicy of(ResourceSet set, PolicyOptions options, Inventory inventory) {
        Objects.requireNonNull(set, "set");
        PolicyFindings findings = new PolicyFindings();
        ResourceIndex index = ResourceIndex.of(set, options, findings);
        RouteGroups groups = RouteGroups.resolve(index, findings);
        UnusedResources.report(index, findings);
        InventoryNames names = new InventoryNames(inventory);
        List<ResolvedSplit> splits = new SplitResolution(index, groups, inventory, names, options, findings).resolve();
        List<TargetCandidate> candidates =
                new TargetResolution(index, groups, inventory, names, options, findings).resolve();
        List<ResolvedTarget> targets =
                candidates.stream().flatMap(c -> c.value().stream()).toList();
        Scope scope = new ScopeResolution(index, inventory, options, findings).resolve(candidates);
        SplitAccess access = new SplitAccess(targets, scope, inventory, findings);
        Map<ResourceRef, Known<TrafficSplit>> byRef = index.usable(TrafficSplit.class).stream()
                .collect(Collectors.toMap(Known::ref, k -> k, (first, second) -> first));
        splits.forEach(split -> access.report(split, byRef));
        reportClosedWorlds(splits, candidates, inventory, findings);
        return new ResolvedPolicy(options, splits, candidates, scope, groups.matches(), findings);
    }

    private static void reportClosedWorlds(
            List<ResolvedSplit> splits, List<TargetCandidate> targets, Inventory inventory, PolicyFindings findings) {
        Stream<String> ofSplits = splits.stream().map(split -> split.root().namespace());
        Stream<String> ofTargets = targets.stream().flatMap(target -> target.closes().stream());
        Stream<String> ofBindings = targets.stream()
                .flatMap(target -> target.value().stream())
                .flatMap(target -> target.uses().stream())
                .filter(ref -> ref.kind().equals(ResourceKind.IDENTITY_BINDING.kind()))
                .flatMap(ref -> ref.namespace().stream());
        Stream.of(ofSplits, ofTargets, ofBindings)
                .flatMap(namespaces -> namespaces)
                .distinct()
                .filter(inventory::isTakenAsWhole)
                .forEach(namespace -> findings.report(closedWorld(namespace)));
    }

    private static Diagnostic closedWorld(String namespace) {
        return Diagnostic.builder(PolicyCode.CLOSED_WORLD)
                .message("the namespace " + UserText.show(namespace)
                        + " is taken to hold the Services and workloads of the input and no others")
                .build();
    }

    /** The settings that decided the reading. */
    public PolicyOptions options() {
        return options;
    }

    /** The splits, one for each root Service, sorted by root. */
    public List<ResolvedSplit> splits() {
        return splits;
    }

    /** The targets of which a destination is known, sorted; one with faults may grant nothing. */
    public List<ResolvedTarget> targets() {
        return targets;
    }

    /**
     * What the targets say, without those that have faults, sorted. It needs no knowledge of pods and Services; what the
     * targets grant is what {@link #targets()} say.
     */
    public List<DeclaredTarget> declaredTargets() {
        return declared;
    }

    /** What one of {@link #targets()} says; absent where it has faults. */
    Optional<DeclaredTarget> declared(ResolvedTarget target) {
        return Optional.ofNullable(declaredOf.get(target));
    }

    /** The workloads that are closed to all that no target allows. */
    public Scope scope() {
        return scope;
    }

    /**
     * The matches of an HTTPRouteGroup that can be used, in the order written; empty for a group that the set does not have,
     * or of which nothing can be used.
     *
     * @param group its name, with the namespace
     */
    public List<ResolvedMatch> matches(ResourceRef group) {
        return matches.getOrDefault(group, List.of());
    }

    /** How often parts of the input were looked at. */
    long visits() {
        return visits;
    }

    /** What is wrong with meaning and references, sorted. What was wrong when the set was read is not repeated. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
