package io.github.smi4j.policy;

import io.github.smi4j.inventory.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reports backends that are roots of other splits: their shares are not split again. Splits that lead back to themselves
 * are one finding for the whole cycle.
 */
final class SplitChains {
    private static final int MAX_NAMED = 5;

    private final List<ServiceName> roots;
    private final Map<ServiceName, Integer> numbers = new HashMap<>();
    private final SortedMap<ServiceName, List<SplitCandidate>> byRoot;
    private final PolicyFindings findings;

    /** The candidates of each root. */
    SplitChains(SortedMap<ServiceName, List<SplitCandidate>> byRoot, PolicyFindings findings) {
        this.byRoot = byRoot;
        this.roots = List.copyOf(byRoot.keySet());
        roots.forEach(root -> numbers.put(root, numbers.size()));
        this.findings = findings;
    }

    void report() {
        int[] cycles = Cycles.of(next());
        SortedMap<Integer, List<ServiceName>> members = new TreeMap<>();
        for (int root = 0; root < cycles.length; root++) {
            members.computeIfAbsent(cycles[root], cycle -> new ArrayList<>()).add(roots.get(root));
        }
        Set<Integer> told = new HashSet<>();
        byRoot.forEach((root, candidates) -> candidates.forEach(candidate -> {
            for (ServiceName backend : chained(root, candidate)) {
                int cycle = cycles[number(root)];
                if (cycle == Cycles.NONE || cycle != cycles[number(backend)]) {
                    reportChained(candidate, backend);
                } else if (told.add(cycle)) {
                    reportCycle(candidate, backend, members.getOrDefault(cycle, List.of()));
                }
            }
        }));
    }

    /** For each root those that its splits lead to. */
    private int[][] next() {
        int[][] next = new int[roots.size()][];
        for (int i = 0; i < next.length; i++) {
            ServiceName root = roots.get(i);
            Set<Integer> targets = new TreeSet<>();
            byRoot.getOrDefault(root, List.of())
                    .forEach(candidate -> chained(root, candidate).forEach(backend -> targets.add(number(backend))));
            next[i] = targets.stream().mapToInt(Integer::intValue).toArray();
        }
        return next;
    }

    private int number(ServiceName root) {
        return numbers.getOrDefault(root, Cycles.NONE);
    }

    /** The backends that are roots of other splits. */
    private List<ServiceName> chained(ServiceName root, SplitCandidate candidate) {
        return candidate.route().map(SplitRoute::shares).orElse(List.of()).stream()
                .map(Share::backend)
                .filter(backend -> !backend.equals(root) && numbers.containsKey(backend))
                .toList();
    }

    private void reportChained(SplitCandidate candidate, ServiceName backend) {
        findings.report(
                PolicyCode.SPLIT_BACKEND_IS_SPLIT,
                candidate.split(),
                candidate.pathOf(backend),
                "the backend " + backend.name() + " is the root of another split; its share is not split again");
    }

    private void reportCycle(SplitCandidate candidate, ServiceName backend, List<ServiceName> members) {
        findings.report(
                PolicyCode.SPLIT_CYCLE,
                candidate.split(),
                candidate.pathOf(backend),
                "the splits of " + Listing.of(members, MAX_NAMED, ServiceName::name)
                        + " have each other as backends; no share is split again");
    }
}
