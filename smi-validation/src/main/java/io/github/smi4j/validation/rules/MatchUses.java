package io.github.smi4j.validation.rules;

import io.github.smi4j.policy.DeclaredTarget;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.SplitRoute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which TrafficTargets and TrafficSplits use which matches. */
final class MatchUses {
    /** For each match its users, ascending. */
    private final Map<ResolvedMatch, List<Integer>> uses = new HashMap<>();

    private int users;

    private MatchUses() {}

    static MatchUses of(ResolvedPolicy policy) {
        MatchUses uses = new MatchUses();
        for (DeclaredTarget target : policy.declaredTargets()) {
            uses.add(target.http().orElse(List.of()));
        }
        for (ResolvedSplit split : policy.splits()) {
            // The routes of one port are those of the others.
            split.ports().stream()
                    .limit(1)
                    .flatMap(port -> port.routes().stream())
                    .map(SplitRoute::matches)
                    .forEach(uses::add);
        }
        return uses;
    }

    private void add(Collection<ResolvedMatch> matches) {
        int user = users++;
        matches.forEach(
                match -> uses.computeIfAbsent(match, m -> new ArrayList<>()).add(user));
    }

    boolean isUsed(ResolvedMatch match) {
        return uses.containsKey(match);
    }

    /** Whether whatever uses a match also uses another one. */
    boolean isAlwaysWith(ResolvedMatch match, ResolvedMatch other) {
        List<Integer> others = uses.getOrDefault(other, List.of());
        int place = 0;
        for (int user : uses.getOrDefault(match, List.of())) {
            while (place < others.size() && others.get(place) < user) {
                place++;
            }
            if (place == others.size() || others.get(place) != user) {
                return false;
            }
        }
        return true;
    }
}
