package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.policy.SplitRoute;
import java.util.List;
import java.util.Optional;

/**
 * What a split becomes, once its services and the port that Consul carries are known.
 *
 * @param root the root
 * @param service the root as a service of Consul
 * @param routes the routes: a conditional one, an unconditional one, or both in this order
 * @param hasInstances whether the root has pods of its own
 */
record SplitPlan(KubernetesService root, ConsulName service, List<SplitRoute> routes, boolean hasInstances) {
    SplitPlan {
        routes = List.copyOf(routes);
    }

    /** The route for some requests only. */
    Optional<SplitRoute> conditional() {
        return routes.stream().filter(SplitRoute::isConditional).findFirst();
    }

    /** The route for all others. */
    Optional<SplitRoute> unconditional() {
        return routes.stream().filter(route -> !route.isConditional()).findFirst();
    }
}
