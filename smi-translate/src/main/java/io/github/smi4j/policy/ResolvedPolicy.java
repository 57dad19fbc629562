package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The one, mesh-neutral reading of a set of SMI resources, and what is wrong with its meaning and references. It does not
 * depend on the order of the set. Immutable.
 */
public final class ResolvedPolicy {
    private final PolicyOptions options;
    private final List<ResolvedSplit> splits;
    private final List<Diagnostic> diagnostics;

    private ResolvedPolicy(PolicyOptions options, List<ResolvedSplit> splits, List<Diagnostic> diagnostics) {
        this.options = options;
        this.splits = List.copyOf(splits);
        this.diagnostics = diagnostics.stream().distinct().sorted().toList();
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
        List<ResolvedSplit> splits = new SplitResolution(index, groups, inventory, options, findings).resolve();
        List<Diagnostic> diagnostics = new ArrayList<>(findings.all());
        splits.stream()
                .map(split -> split.root().namespace())
                .distinct()
                .filter(inventory::isTakenAsWhole)
                .forEach(namespace -> diagnostics.add(closedWorld(namespace)));
        return new ResolvedPolicy(options, splits, diagnostics);
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

    /** What is wrong with meaning and references, sorted. What was wrong when the set was read is not repeated. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
