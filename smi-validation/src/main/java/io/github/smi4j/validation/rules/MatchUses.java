package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.DeclaredTarget;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which TrafficTargets and TrafficSplits use which matches. */
final class MatchUses {
    /** For each match its users, ascending. */
    private final Map<ResolvedMatch, List<Integer>> uses = new HashMap<>();

    private final Set<String> unsure = new HashSet<>();

    private int users;

    private MatchUses() {}

    static MatchUses of(RuleContext in) {
        ResolvedPolicy policy = in.policy();
        MatchUses uses = new MatchUses();
        uses.addUnsure(in);
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

    /** A target or split that says nothing now, by a fault, may use any match of its namespace once it is mended. */
    private void addUnsure(RuleContext in) {
        Set<ResourceRef> read = new HashSet<>();
        in.policy().declaredTargets().forEach(target -> read.add(target.ref()));
        in.policy().splits().forEach(split -> read.addAll(split.splits()));
        Stream<ResourceRef> unread = Stream.of(
                        in.resources(TrafficTarget.class).stream().map(SetResource::ref),
                        in.resources(TrafficSplit.class).stream()
                                .filter(split -> split.value().matches() instanceof SplitMatches.Groups)
                                .map(SetResource::ref))
                .flatMap(refs -> refs)
                .filter(ref -> !read.contains(ref));
        Stream.concat(unread, in.faulty().stream())
                .forEach(ref -> unsure.add(ref.namespace().orElse("")));
    }

    /** Whether all that may use the matches of a namespace is known. */
    boolean areKnown(String namespace) {
        return !unsure.contains(namespace);
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
