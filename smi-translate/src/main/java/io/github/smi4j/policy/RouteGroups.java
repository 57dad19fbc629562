package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTTPRouteGroups of a set with their matches read: patterns parsed, methods and headers in one form. */
final class RouteGroups {
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");

    private final Map<ResourceRef, Group> groups;

    /**
     * A group.
     *
     * @param matches the matches that can be used, in order
     * @param sound whether all of it can be used, and there is something to use
     * @param byName the same by name
     * @param names the names of all matches, those at fault too, sorted
     * @param empty whether it was given without any match
     */
    record Group(
            List<ResolvedMatch> matches,
            Map<String, ResolvedMatch> byName,
            boolean sound,
            Set<String> names,
            boolean empty) {}

    private RouteGroups(Map<ResourceRef, Group> groups) {
        this.groups = groups;
    }

    static RouteGroups resolve(ResourceIndex index, PolicyFindings findings) {
        Map<ResourceRef, Group> groups = new TreeMap<>();
        List<Known<HTTPRouteGroup>> all = new ArrayList<>(index.usable(HTTPRouteGroup.class));
        all.addAll(index.partlyReadable(HTTPRouteGroup.class));
        Patterns patterns = new Patterns();
        for (Known<HTTPRouteGroup> group : all) {
            Group resolved = resolve(group, patterns, findings);
            // Nothing can refer to a group whose name the cluster makes.
            if (group.value().metadata().name().isPresent()) {
                groups.put(group.ref(), resolved);
            }
        }
        return new RouteGroups(groups);
    }

    /** The group of this name; absent where the set has none of which anything can be used. */
    Optional<Group> find(ResourceRef ref) {
        return Optional.ofNullable(groups.get(ref));
    }

    /** The matches that can be used of each group. */
    Map<ResourceRef, List<ResolvedMatch>> matches() {
        Map<ResourceRef, List<ResolvedMatch>> matches = new TreeMap<>();
        groups.forEach((ref, group) -> matches.put(ref, group.matches()));
        return Collections.unmodifiableMap(matches);
    }

    private static Group resolve(Known<HTTPRouteGroup> group, Patterns patterns, PolicyFindings findings) {
        HTTPRouteGroup value = group.value();
        UnknownFields unknown = new UnknownFields(findings, group);
        boolean flat = value.resourceKind().isFlat(value.apiVersion());
        boolean sound = !unknown.refuse(value.otherSpec(), FieldPath.of("spec"), "matches");
        // In the flat versions the top level is the route spec, status aside.
        if (flat) {
            sound &= value.other().names().stream().allMatch("status"::equals);
        }
        reportTopLevel(value, unknown, flat);
        Map<String, Long> names = names(group);
        List<Integer> places =
                FaultyElements.of(group.entry()).readable(value.matches().size(), "matches");
        List<ResolvedMatch> matches = new ArrayList<>();
        for (int i = 0; i < value.matches().size(); i++) {
            HTTPMatch match = value.matches().get(i);
            FieldPath path = MATCHES.index(places.get(i));
            Optional<ResolvedMatch> resolved = new MatchResolution(group, patterns, findings).resolve(match, path);
            if (names.getOrDefault(match.name(), 0L) > 1) {
                findings.report(
                        PolicyCode.MATCH_TWICE,
                        group,
                        path.field("name"),
                        "another match of the group has this name; neither selects anything");
                resolved = Optional.empty();
            }
            resolved.ifPresent(matches::add);
        }
        boolean complete = sound && !group.entry().isFaulty();
        List<ResolvedMatch> usable = sound ? List.copyOf(matches) : List.of();
        return new Group(
                usable,
                usable.stream().collect(Collectors.toUnmodifiableMap(ResolvedMatch::name, m -> m)),
                complete
                        && !matches.isEmpty()
                        && matches.size() == value.matches().size(),
                names.keySet(),
                value.matches().isEmpty() && !group.entry().isFaulty());
    }

    /** The names of all matches of the document, with how often each is given; a match at fault keeps its name. */
    private static Map<String, Long> names(Known<HTTPRouteGroup> group) {
        Stream<String> given = FaultyElements.given(group.entry().tree(), "matches").stream()
                .flatMap(m -> m instanceof Map<?, ?> match && match.get("name") instanceof String name
                        ? Stream.of(name)
                        : Stream.empty());
        return given.collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    }

    private static void reportTopLevel(HTTPRouteGroup value, UnknownFields unknown, boolean flat) {
        if (flat) {
            unknown.refuse(TopLevel.withoutStatus(value.other()), FieldPath.root(), "matches");
        } else {
            unknown.warn(TopLevel.withoutStatus(value.other()), FieldPath.root(), "spec");
        }
    }
}
