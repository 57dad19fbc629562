package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.SplitRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Services of which other entries take the traffic away, so that a split to them would be split again. */
final class Diversions {
    private final Set<ConsulName> roots;
    private final Set<ConsulName> split;
    private final ConsulNames names;
    private final ExistingEntries existing;

    Diversions(List<ResolvedSplit> splits, ConsulNames names, ExistingEntries existing) {
        this.names = names;
        this.existing = existing;
        this.roots = splits.stream()
                .map(s -> names.of(s.root().namespace(), s.root().name()))
                .collect(Collectors.toCollection(TreeSet::new));
        this.split = splits.stream()
                .filter(s -> s.ports().stream()
                        .flatMap(port -> port.routes().stream())
                        .anyMatch(route -> !route.isConditional()))
                .map(s -> names.of(s.root().namespace(), s.root().name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Why a backend of a plan is no end of the way; absent if all are. */
    Optional<String> of(SplitPlan plan) {
        for (SplitRoute route : plan.routes()) {
            for (ConsulName backend : backends(route, plan)) {
                boolean own = backend.equals(plan.service());
                if (split.contains(backend) && (!own || route.isConditional())) {
                    return Optional.of("the backend " + backend + " is split itself, and Consul would split again");
                }
                Optional<ResourceRef> other = roots.contains(backend) ? Optional.empty() : existing.diversion(backend);
                if (other.isPresent()) {
                    return Optional.of("the " + other.get() + " takes what is for the backend " + backend);
                }
            }
        }
        return Optional.empty();
    }

    private Set<ConsulName> backends(SplitRoute route, SplitPlan plan) {
        String namespace = plan.root().name().namespace();
        return route.shares().stream()
                .filter(share -> share.weight().signum() > 0)
                .map(share -> names.of(namespace, share.backend().name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
