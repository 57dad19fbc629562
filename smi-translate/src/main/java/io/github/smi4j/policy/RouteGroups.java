package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The HTTPRouteGroups of a set with their matches read: patterns parsed, methods and headers in one form. */
final class RouteGroups {
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");

    private final Map<ResourceRef, Group> groups;

    /**
     * A group.
     *
     * @param matches the matches that can be used, in order
     * @param sound whether all of it can be used, and there is something to use
     */
    record Group(List<ResolvedMatch> matches, boolean sound) {}

    private RouteGroups(Map<ResourceRef, Group> groups) {
        this.groups = groups;
    }

    static RouteGroups resolve(ResourceIndex index, PolicyFindings findings) {
        Map<ResourceRef, Group> groups = new TreeMap<>();
        for (Known<HTTPRouteGroup> group : index.usable(HTTPRouteGroup.class)) {
            Group resolved = resolve(group, findings);
            // Nothing can refer to a group whose name the cluster makes.
            if (group.value().metadata().name().isPresent()) {
                groups.put(group.ref(), resolved);
            }
        }
        return new RouteGroups(groups);
    }

    /** The group of this name; absent where the set has none that can be used. */
    Optional<Group> find(ResourceRef ref) {
        return Optional.ofNullable(groups.get(ref));
    }

    private static Group resolve(Known<HTTPRouteGroup> group, PolicyFindings findings) {
        HTTPRouteGroup value = group.value();
        UnknownFields unknown = new UnknownFields(findings, group);
        boolean flat = value.resourceKind().isFlat(value.apiVersion());
        boolean sound = !unknown.refuse(value.otherSpec(), FieldPath.of("spec"), "matches");
        // In the flat versions the top level is the route spec, status aside.
        if (flat) {
            sound &= value.other().names().stream().allMatch("status"::equals);
        }
        reportTopLevel(value, unknown, flat);
        Map<String, Long> names =
                value.matches().stream().collect(Collectors.groupingBy(HTTPMatch::name, Collectors.counting()));
        List<ResolvedMatch> matches = new ArrayList<>();
        for (int i = 0; i < value.matches().size(); i++) {
            HTTPMatch match = value.matches().get(i);
            FieldPath path = MATCHES.index(i);
            Optional<ResolvedMatch> resolved = new MatchResolution(group, findings).resolve(match, path);
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
        return new Group(
                sound ? List.copyOf(matches) : List.of(),
                sound && !matches.isEmpty() && matches.size() == value.matches().size());
    }

    private static void reportTopLevel(HTTPRouteGroup value, UnknownFields unknown, boolean flat) {
        if (flat) {
            unknown.refuse(TopLevel.withoutStatus(value.other()), FieldPath.root(), "matches");
        } else {
            unknown.warn(TopLevel.withoutStatus(value.other()), FieldPath.root(), "spec");
        }
    }
}
