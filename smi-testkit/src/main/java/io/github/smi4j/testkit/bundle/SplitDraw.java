package io.github.smi4j.testkit.bundle;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws TrafficSplits over the Services of a namespace, with and without matches. */
final class SplitDraw {
    static final String USUAL_DOMAIN = "cluster.local";

    private static final List<String> SERVICES = List.of("s0", "s1", "s2", "s3", "web", "web-v1");
    private static final List<Long> WEIGHTS = List.of(0L, 1L, 3L, 10L, 90L, 50L);
    private static final List<Long> ODD_WEIGHTS = List.of(0L, -1L, 2147483647L, 2147483648L, 3000000001L, 7000000000L);

    private final Random random;
    private final Oddity oddity;
    private final Inventory inventory;
    private final String clusterDomain;
    private final SpecDraw specs;

    SplitDraw(Random random, Oddity oddity, Inventory inventory, String clusterDomain) {
        this.random = random;
        this.oddity = oddity;
        this.inventory = inventory;
        this.clusterDomain = clusterDomain;
        this.specs = new SpecDraw(random, oddity);
    }

    /** Splits of the versions of a Service, and where it is odd of any. */
    List<SmiResource> random(String namespace) {
        List<SmiResource> resources = new ArrayList<>();
        String root = ClusterDraw.VERSIONS.get(0);
        if (inventory.service(new ServiceName(namespace, root)).isPresent() && random.nextInt(4) > 0) {
            addSplits(root, namespace, ClusterDraw.VERSIONS.subList(1, ClusterDraw.VERSIONS.size()), resources);
        }
        if (oddity.oneIn(2)) {
            addSplits(oddity.pick(SERVICES), namespace, SERVICES, resources);
        }
        return resources;
    }

    /** One for all requests, one for some, or both. */
    private void addSplits(String root, String namespace, List<String> backends, List<SmiResource> resources) {
        int which = random.nextInt(4);
        if (which != 0) {
            resources.add(split(root, namespace, "all", backends).build());
        }
        if (which != 1) {
            String group = oddity.oneIn(10) ? "missing" : root + "-some";
            resources.add(split(root, namespace, "some", backends)
                    .matches(oddity.oneIn(12) ? SplitMatches.of(List.of()) : SplitMatches.httpRouteGroups(group))
                    .build());
            resources.add(specs.group(root + "-some", namespace));
        }
        if (oddity.oneIn(12)) {
            resources.add(split(root, namespace, "more", backends).build());
        }
    }

    private TrafficSplit.Builder split(String root, String namespace, String suffix, List<String> backends) {
        TrafficSplit.Builder split = TrafficSplit.builder()
                .name(root + "-" + suffix)
                .namespace(namespace)
                .service(named(root, namespace));
        int count = oddity.oneIn(12) ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            List<Long> weights = oddity.oneIn(4) ? ODD_WEIGHTS : WEIGHTS;
            long weight = random.nextInt(3) == 0 ? 1 + random.nextInt(1000) : oddity.pick(weights);
            boolean any = oddity.oneIn(6);
            String backend = oddity.oneIn(10) ? "missing" : any ? oddity.pick(SERVICES) : oddity.pick(backends);
            split.addBackend(named(backend, namespace), weight);
        }
        return split;
    }

    /** A Service by one of its names. */
    private String named(String service, String namespace) {
        return service
                + switch (random.nextInt(8)) {
                    case 0 -> "." + namespace;
                    case 1 -> "." + namespace + ".svc." + (oddity.oneIn(12) ? USUAL_DOMAIN : clusterDomain);
                    case 2 -> oddity.oneIn(4) ? ".elsewhere" : "";
                    default -> "";
                };
    }
}
