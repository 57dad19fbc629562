package io.github.smi4j.testkit.proof;

import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.SplitRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a policy says as a plain tree that tests may change: closed workloads, grants and splits. */
final class PolicyTree {
    static final String CLOSED_NAMESPACES = "closedNamespaces";
    static final String CLOSED_WORKLOADS = "closedWorkloads";
    static final String GRANTS = "grants";
    static final String SPLITS = "splits";

    private PolicyTree() {}

    static Map<String, Object> of(ResolvedPolicy policy) {
        List<Object> grants = new ArrayList<>();
        policy.targets()
                .forEach(target -> target.destinations()
                        .forEach(workload -> target.grants(workload)
                                .forEach(grant ->
                                        grants.add(grant(target, workload.ref().toString(), grant, policy)))));
        List<Object> splits = new ArrayList<>();
        policy.splits().forEach(split -> split.ports().forEach(port -> splits.add(split(split, port))));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(CLOSED_NAMESPACES, new ArrayList<>(policy.scope().namespaces()));
        tree.put(
                CLOSED_WORKLOADS,
                policy.scope().destinations().stream()
                        .map(workload -> workload.ref().toString())
                        .toList());
        tree.put(GRANTS, grants);
        tree.put(SPLITS, splits);
        return tree;
    }

    private static Map<String, Object> grant(
            ResolvedTarget target, String workload, Grant grant, ResolvedPolicy policy) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("workload", workload);
        tree.put("kind", grant.getClass().getSimpleName());
        tree.put("ports", new ArrayList<>(grant.ports()));
        tree.put(
                "sources",
                target.sources().stream()
                        .map(source -> source.spiffeId(policy.options().trustDomain()))
                        .toList());
        tree.put("matches", grant instanceof Grant.HttpRequests http ? matches(http.matches()) : List.of());
        return tree;
    }

    private static Map<String, Object> split(ResolvedSplit split, PortSplit port) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("root", split.root().toString());
        tree.put("port", port.port().map(p -> p.number()).orElse(0));
        tree.put("protocol", port.port().map(p -> p.protocol().name()).orElse(""));
        tree.put("routes", port.routes().stream().map(PolicyTree::route).toList());
        return tree;
    }

    private static Map<String, Object> route(SplitRoute route) {
        Map<String, Object> shares = new LinkedHashMap<>();
        route.shares()
                .forEach(share -> shares.put(
                        share.backend().namespace() + "/" + share.backend().name(), share.weight()));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("matches", matches(route.matches()));
        tree.put("shares", shares);
        return tree;
    }

    private static List<Object> matches(List<ResolvedMatch> matches) {
        return new ArrayList<>(matches.stream().map(PolicyTree::match).toList());
    }

    private static Map<String, Object> match(ResolvedMatch match) {
        Map<String, Object> headers = new LinkedHashMap<>();
        match.headers().forEach(test -> headers.put(test.name(), test.value().pattern()));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", match.pathRegex().map(regex -> regex.pattern()).orElse(""));
        tree.put("methods", match.methods());
        tree.put("headers", headers);
        return tree;
    }

    /** The objects of a list, to be changed in place. */
    @SuppressWarnings("unchecked") // as they were built here
    static List<Map<String, Object>> objects(Map<String, ?> tree, String field) {
        return (List<Map<String, Object>>) tree.get(field);
    }
}
