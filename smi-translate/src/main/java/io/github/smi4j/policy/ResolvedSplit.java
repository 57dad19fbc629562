package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceName;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How the traffic to one root Service is split, by one TrafficSplit or by a conditional and an unconditional one. */
public final class ResolvedSplit {
    private final ServiceName root;
    private final List<ResourceRef> splits;
    private final List<PortSplit> ports;

    ResolvedSplit(ServiceName root, List<ResourceRef> splits, List<PortSplit> ports) {
        this.root = root;
        this.splits = List.copyOf(splits);
        this.ports = List.copyOf(ports);
    }

    /** The root Service that clients address. */
    public ServiceName root() {
        return root;
    }

    /** The TrafficSplits: the conditional one first where there are two. */
    public List<ResourceRef> splits() {
        return splits;
    }

    /** The ports that are split, sorted; the others keep their traffic to the root. */
    public List<PortSplit> ports() {
        return ports;
    }

    /** Every SMI resource that this comes from, sorted: the splits and the groups of their matches. */
    public List<ResourceRef> origins() {
        Stream<ResourceRef> groups = ports.stream()
                .flatMap(p -> p.routes().stream())
                .flatMap(r -> r.matches().stream())
                .map(ResolvedMatch::group);
        return List.copyOf(new TreeSet<>(Stream.concat(splits.stream(), groups).toList()));
    }
}
