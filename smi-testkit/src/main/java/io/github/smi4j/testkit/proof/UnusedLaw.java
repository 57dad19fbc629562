package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.PolicyOptions;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What means something only by reference, and to which nothing refers, has a finding. It reads trees, and not as the reading
 * does: whatever looks like a reference, wherever it stands in a target or a split, is one.
 */
final class UnusedLaw {
    private static final Set<String> BY_REFERENCE = Stream.of(
                    ResourceKind.HTTP_ROUTE_GROUP,
                    ResourceKind.TCP_ROUTE,
                    ResourceKind.UDP_ROUTE,
                    ResourceKind.IDENTITY_BINDING)
            .map(ResourceKind::kind)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> REFERRING = Set.of("TrafficTarget", "TrafficSplit");

    private UnusedLaw() {}

    /** The resources that nothing refers to and no finding is about. */
    static List<ResourceRef> untold(ResourceSet set, PolicyOptions options, Collection<Diagnostic> findings) {
        Set<Reference> references = smi(set, REFERRING::contains)
                .flatMap(entry -> of(entry.tree(), namespace(entry, options)))
                .collect(Collectors.toSet());
        // What could not be read is named as it was written.
        Set<ResourceRef> told = findings.stream()
                .flatMap(d -> d.resource().stream())
                .map(ref -> ref.withDefaultNamespace(options.defaultNamespace()))
                .collect(Collectors.toSet());
        return smi(set, BY_REFERENCE::contains)
                .map(entry -> entry.ref().withDefaultNamespace(options.defaultNamespace()))
                .filter(ref -> !told.contains(ref) && references.stream().noneMatch(r -> r.mayMean(ref)))
                .distinct()
                .toList();
    }

    private static Stream<ResourceSet.Entry> smi(ResourceSet set, Predicate<String> kind) {
        return set.entries().stream()
                .filter(entry ->
                        entry.otherResource().isEmpty() && kind.test(entry.ref().kind()));
    }

    private static String namespace(ResourceSet.Entry entry, PolicyOptions options) {
        return entry.ref().namespace().orElse(options.defaultNamespace());
    }

    /** The objects with a name in a tree, at any depth, but for its own. */
    private static Stream<Reference> of(Object node, String namespace) {
        if (node instanceof List<?> list) {
            return list.stream().flatMap(item -> of(item, namespace));
        }
        if (!(node instanceof Map<?, ?> fields)) {
            return Stream.of();
        }
        Optional<String> kind = text(fields, "kind");
        Stream<Reference> own = text(fields, "name").stream()
                .map(name -> new Reference(
                        kind, List.of(namespace, text(fields, "namespace").orElse(namespace)), name));
        Stream<Reference> inner = fields.entrySet().stream()
                .filter(field -> !"metadata".equals(field.getKey()))
                .flatMap(field -> of(field.getValue(), namespace));
        return Stream.concat(own, inner);
    }

    private static Optional<String> text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * Something with a name.
     *
     * @param kind of which kind, if that is told
     * @param namespaces where it may be
     * @param name which
     */
    private record Reference(Optional<String> kind, List<String> namespaces, String name) {
        boolean mayMean(ResourceRef ref) {
            return name.equals(ref.name())
                    && kind.filter(k -> !k.equals(ref.kind())).isEmpty()
                    && ref.namespace().filter(namespaces::contains).isPresent();
        }
    }
}
