package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What Linkerd and the Gateway API ask of the parents and backends of routes. */
final class RouteRules {
    private static final int MAX_PARENTS = 32;
    private static final int MAX_BACKENDS = 16;
    private static final int MAX_WEIGHT = 1_000_000;

    private final Faults faults;

    RouteRules(Faults faults) {
        this.faults = faults;
    }

    /**
     * The parents of a route.
     *
     * @param route the whole route
     * @param group what is the group of a parent that gives none
     * @param servers whether Servers can be parents
     */
    void checkParents(Map<String, ?> route, String group, boolean servers) {
        Map<?, ?> spec = Fields.object(route, "spec");
        List<Map<?, ?>> refs = Fields.objects(spec, "parentRefs");
        faults.checkSize("parentRefs", refs.size(), 0, MAX_PARENTS);
        Set<List<String>> seen = new HashSet<>();
        for (Map<?, ?> ref : refs) {
            faults.checkFields("a parentRef", ref, "group", "kind", "namespace", "name", "port");
            String given = ref.containsKey("group") ? Fields.text(ref, "group") : group;
            String kind = Fields.text(ref, "kind");
            String namespace = Fields.text(ref, "namespace");
            if (!MetadataRules.isSubdomain(Fields.text(ref, "name"))) {
                faults.add("a parentRef has a name that is not a DNS subdomain");
            }
            if (ref.containsKey("namespace") && !MetadataRules.isLabel(namespace)) {
                faults.add("a parentRef has a namespace that is not a DNS label");
            }
            if (ref.containsKey("port")) {
                faults.checkPort("a parentRef", ref);
            }
            if (servers && given.equals(Resource.POLICY) && kind.equals("Server")) {
                checkServer(ref, Fields.object(route, "metadata"));
            } else if (!List.of("", "core").contains(given) || !kind.equals("Service")) {
                faults.add("a parentRef cannot be a " + given + "/" + kind);
            }
            // Only sectionName tells parents apart, and ports do not.
            if (!seen.add(List.of(given, kind, namespace, Fields.text(ref, "name")))) {
                faults.add("two parentRefs are to the same " + kind);
            }
        }
    }

    private void checkServer(Map<?, ?> ref, Map<?, ?> metadata) {
        if (ref.containsKey("port")) {
            faults.add("a parentRef to a Server has a port");
        }
        if (ref.containsKey("namespace") && !Objects.equals(ref.get("namespace"), metadata.get("namespace"))) {
            faults.add("a parentRef is to a Server of another namespace");
        }
    }

    /** Several at 0 make proxies panic, and one at 0 gets everything; without a namespace it is that of the parent. */
    void checkBackends(Map<?, ?> rule, int least) {
        List<Map<?, ?>> refs = Fields.objects(rule, "backendRefs");
        faults.checkSize("backendRefs", refs.size(), least, MAX_BACKENDS);
        for (Map<?, ?> ref : refs) {
            faults.checkFields("a backend", ref, "group", "kind", "namespace", "name", "port", "weight", "filters");
            if (!List.of("", "core").contains(Fields.text(ref, "group"))
                    || !List.of("", "Service").contains(Fields.text(ref, "kind"))) {
                faults.add("a backend is not a Service: " + ref);
            }
            if (!MetadataRules.isSubdomain(Fields.text(ref, "name"))) {
                faults.add("a backend has a name that is not a DNS subdomain");
            }
            if (!MetadataRules.isLabel(Fields.text(ref, "namespace"))) {
                faults.add("a backend has no namespace that is a DNS label; by default it is that of the parent");
            }
            faults.checkPort("a backend", ref);
            checkWeight(ref);
        }
        boolean zero = refs.stream().allMatch(ref -> Fields.number(ref, "weight", 1) == 0);
        if (!refs.isEmpty() && zero) {
            faults.add(
                    refs.size() == 1
                            ? "the weight of a lone backend is 0, and it gets everything"
                            : "the weights of all backends are 0, and proxies panic");
        }
    }

    private void checkWeight(Map<?, ?> ref) {
        Object weight = ref.containsKey("weight") ? ref.get("weight") : 1;
        boolean whole = weight instanceof Integer || weight instanceof Long || weight instanceof BigInteger;
        long number = Fields.number(ref, "weight", 1);
        if (!whole || number < 0 || number > MAX_WEIGHT) {
            faults.add("the weight " + weight + " is not a whole number within 0..1000000");
        }
    }
}
