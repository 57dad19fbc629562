package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names that a set gives to different resources, or to one with faults beside another: none of them counts. In one version
 * they could be alike, or one of them be left, which then would count; so none is converted.
 */
final class GivenTwice {
    private final Set<ResourceRef> names = new HashSet<>();

    GivenTwice(ResourceSet set, Map<String, String> versions) {
        Map<ResourceRef, List<ResourceSet.Entry>> byName = set.entries().stream()
                .filter(GivenTwice::hasName)
                .collect(Collectors.groupingBy(
                        entry -> PortRoutes.inDefaultNamespace(entry.ref()), HashMap::new, Collectors.toList()));
        byName.forEach((ref, entries) -> {
            String version = versions.get(ref.group());
            if (version != null && differ(entries) && !staysAsItIs(entries, version)) {
                names.add(ref);
            }
        });
    }

    /** A cluster makes the other names, so two of one prefix are two resources. */
    private static boolean hasName(ResourceSet.Entry entry) {
        boolean generated = entry.remainder()
                .filter(resource -> resource.metadata().name().isEmpty())
                .isPresent();
        return entry.otherResource().isEmpty()
                && ResourceKind.of(entry.ref().kind()).isPresent()
                && !generated;
    }

    private static boolean differ(List<ResourceSet.Entry> entries) {
        Optional<SmiResource> first = entries.get(0).resource();
        return entries.size() > 1
                && (first.isEmpty()
                        || entries.stream().anyMatch(entry -> !entry.resource().equals(first)));
    }

    private static boolean staysAsItIs(List<ResourceSet.Entry> entries, String version) {
        return entries.stream()
                .allMatch(entry -> entry.resource()
                        .filter(resource -> resource.apiVersion().equals(version))
                        .isPresent());
    }

    /** Whether the resource has the name of another one that differs, and would change. */
    boolean contradicts(ResourceSet.Entry entry) {
        return hasName(entry) && names.contains(PortRoutes.inDefaultNamespace(entry.ref()));
    }
}
