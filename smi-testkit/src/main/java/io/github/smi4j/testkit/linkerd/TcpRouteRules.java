package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** What Linkerd and the Gateway API ask of a TCPRoute. */
final class TcpRouteRules {
    private final Faults faults;

    TcpRouteRules(Faults faults) {
        this.faults = faults;
    }

    void check(Map<String, ?> route) {
        Map<?, ?> spec = Fields.object(route, "spec");
        RouteRules routes = new RouteRules(faults);
        faults.checkFields("spec", spec, "parentRefs", "rules");
        routes.checkParents(route, Resource.GATEWAY, false);
        List<Map<?, ?>> rules = Fields.objects(spec, "rules");
        faults.checkSize("rules", rules.size(), 1, 1);
        for (Map<?, ?> rule : rules) {
            faults.checkFields("a rule", rule, "backendRefs");
            routes.checkBackends(rule, 1);
        }
    }
}
