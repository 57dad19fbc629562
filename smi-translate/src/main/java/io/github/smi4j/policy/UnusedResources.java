package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.RouteRef;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reports resources that mean something only by reference, and to which nothing refers. */
final class UnusedResources {
    private UnusedResources() {}

    static void report(ResourceIndex index, PolicyFindings findings) {
        Set<ResourceRef> used = new HashSet<>();
        both(index, TrafficSplit.class).forEach(split -> addSplitReferences(split, used));
        UnreadableSplit.all(index).forEach(split -> addSplitReferences(split, used));
        both(index, TrafficTarget.class).forEach(target -> addTargetReferences(target, used));
        List.of(HTTPRouteGroup.class, TCPRoute.class, UDPRoute.class, IdentityBinding.class).stream()
                .flatMap(type -> index.usable(type).stream())
                .filter(resource -> !used.contains(resource.ref()))
                .forEach(resource -> findings.report(
                        PolicyCode.UNUSED, resource, FieldPath.root(), "no resource of the input refers to it"));
    }

    private static <T extends SmiResource> Stream<Known<T>> both(ResourceIndex index, Class<T> type) {
        return Stream.concat(index.usable(type).stream(), index.faulty(type).stream());
    }

    private static void addSplitReferences(Known<TrafficSplit> split, Set<ResourceRef> used) {
        if (split.value().matches() instanceof SplitMatches.Groups groups) {
            for (RouteRef group : groups.groups()) {
                add(group.kind(), split.namespace(), group.name(), used);
            }
        }
    }

    private static void addTargetReferences(Known<TrafficTarget> target, Set<ResourceRef> used) {
        for (Rule rule : target.value().rules()) {
            add(rule.kind(), target.namespace(), rule.name(), used);
        }
        Stream.concat(Stream.of(target.value().destination()), target.value().sources().stream())
                .forEach(subject -> addSubject(subject, target.namespace(), used));
    }

    private static void addSubject(Subject subject, String targetNamespace, Set<ResourceRef> used) {
        add(subject.kind(), subject.namespace().orElse(targetNamespace), subject.name(), used);
    }

    private static void add(String kind, String namespace, String name, Set<ResourceRef> used) {
        ResourceKind.of(kind).ifPresent(k -> used.add(ResourceIndex.ref(k, namespace, name)));
    }
}
