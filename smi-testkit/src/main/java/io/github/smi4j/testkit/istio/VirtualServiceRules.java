package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Istio asks of a VirtualService beyond the schema, transcribed from its validation. */
final class VirtualServiceRules {
    private static final int MAX_HOST = 255;
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    private final List<String> faults = new ArrayList<>();
    private final MatchRules matchRules = new MatchRules(faults::add);

    private VirtualServiceRules() {}

    /** What is wrong with a VirtualService. */
    static List<String> faults(Map<String, ?> tree) {
        VirtualServiceRules rules = new VirtualServiceRules();
        rules.checkSpec(Fields.object(tree, "spec"));
        rules.checkName(Fields.text(Fields.object(tree, "metadata"), "name"));
        return rules.faults;
    }

    private void checkName(String name) {
        if (name.length() > MAX_HOST - 2 || !name.matches(LABEL + "(\\." + LABEL + ")*")) {
            faults.add("metadata.name is not a DNS subdomain");
        }
    }

    private void checkSpec(Map<?, ?> spec) {
        List<?> hosts = Fields.list(spec, "hosts");
        if (hosts.isEmpty()) {
            faults.add("hosts is empty");
        }
        if (new HashSet<>(hosts).size() < hosts.size()) {
            faults.add("hosts has a host twice");
        }
        hosts.forEach(host -> checkHost(host.toString()));
        List<Map<?, ?>> http = Fields.objects(spec, "http");
        List<Map<?, ?>> tcp = Fields.objects(spec, "tcp");
        if (http.isEmpty() && tcp.isEmpty() && Fields.list(spec, "tls").isEmpty()) {
            faults.add("there is no route");
        }
        http.forEach(route -> Fields.objects(route, "match").forEach(matchRules::check));
        tcp.forEach(route -> Fields.objects(route, "match").forEach(match -> matchRules.checkPort(match, "port")));
        http.forEach(this::checkRoute);
        tcp.forEach(this::checkRoute);
        checkMatchesTwice(http);
        checkMatchesTwice(tcp);
        checkReachable(http);
    }

    private void checkHost(String host) {
        if (host.length() > MAX_HOST || !host.matches(LABEL + "(\\." + LABEL + ")+") || host.matches(".*\\.[0-9]+")) {
            faults.add("host " + host + " is not a fully qualified name of DNS labels");
        }
    }

    private void checkRoute(Map<?, ?> route) {
        List<Map<?, ?>> destinations = Fields.objects(route, "route");
        if (destinations.isEmpty()) {
            faults.add("a route has no destination");
            return;
        }
        for (Map<?, ?> weighted : destinations) {
            Map<?, ?> destination = Fields.object(weighted, "destination");
            checkHost(Fields.text(destination, "host"));
            matchRules.checkPort(Fields.object(destination, "port"), "number");
        }
        checkWeights(destinations);
    }

    private void checkWeights(List<Map<?, ?>> destinations) {
        if (destinations.stream().anyMatch(d -> Fields.number(d, "weight", 0) < 0)) {
            faults.add("a weight is negative");
        }
        if (destinations.size() == 1) {
            return;
        }
        long sum = destinations.stream()
                .mapToLong(d -> Fields.number(d, "weight", 0))
                .sum();
        if (sum < 1 || sum > Integer.MAX_VALUE) {
            faults.add("the weights sum to " + sum + ", not within 1..2147483647");
        }
    }

    private void checkMatchesTwice(List<Map<?, ?>> routes) {
        Set<Map<?, ?>> seen = new HashSet<>();
        for (Map<?, ?> route : routes) {
            for (Map<?, ?> match : Fields.objects(route, "match")) {
                if (!seen.add(match)) {
                    faults.add("the match block " + match + " is there twice");
                }
            }
        }
    }

    /** Istio drops, without a word, what follows a route that takes every request. */
    private void checkReachable(List<Map<?, ?>> routes) {
        for (int i = 0; i < routes.size() - 1; i++) {
            if (Fields.list(routes.get(i), "match").isEmpty()) {
                faults.add("a route follows one that takes every request");
            }
        }
    }
}
