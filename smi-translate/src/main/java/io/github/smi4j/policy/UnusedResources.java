package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.RouteRef;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reports resources that mean something only by reference, and to which nothing refers. */
final class UnusedResources {
    private UnusedResources() {}

    static void report(ResourceIndex index, PolicyFindings findings) {
        Set<ResourceRef> used = new HashSet<>();
        both(index, TrafficSplit.class).forEach(split -> addSplitReferences(split, used));
        UnreadableSplit.all(index).forEach(split -> addSplitReferences(split, used));
        both(index, TrafficTarget.class)
                .forEach(target -> addTargetReferences(target.entry().tree(), target.namespace(), used));
        index.unreadable(ResourceKind.TRAFFIC_TARGET, UnreadableTarget::hasDestination)
                .forEach(target -> addTargetReferences(
                        target.entry().tree(), target.ref().namespace().orElse(""), used));
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

    /** Reads the document as it was given: what is at fault in it still tells what is referred to. */
    private static void addTargetReferences(Map<String, Object> target, String namespace, Set<ResourceRef> used) {
        Map<?, ?> spec = target.get("spec") instanceof Map<?, ?> fields ? fields : target;
        FaultyElements.given(target, "rules", "specs").forEach(rule -> addReference(rule, namespace, used));
        FaultyElements.given(target, "sources").forEach(source -> addSubject(source, namespace, used));
        if (spec.get("destination") instanceof Map<?, ?> destination) {
            addSubject(destination, namespace, used);
        }
    }

    private static void addSubject(Object subject, String targetNamespace, Set<ResourceRef> used) {
        if (subject instanceof Map<?, ?> fields && fields.get("namespace") instanceof String namespace) {
            addReference(subject, namespace, used);
        } else {
            addReference(subject, targetNamespace, used);
        }
    }

    private static void addReference(Object reference, String namespace, Set<ResourceRef> used) {
        if (reference instanceof Map<?, ?> fields
                && fields.get("kind") instanceof String kind
                && fields.get("name") instanceof String name) {
            add(kind, namespace, name, used);
        }
    }

    private static void add(String kind, String namespace, String name, Set<ResourceRef> used) {
        ResourceKind.of(kind).ifPresent(k -> used.add(ResourceIndex.ref(k, namespace, name)));
    }
}
