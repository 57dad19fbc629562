package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The resources of a set by kind and name, indexed once for all rules. */
final class SetContext implements RuleContext {
    private final Map<Class<?>, SortedMap<ResourceRef, SetResource<?>>> byType = new HashMap<>();
    private final List<SetResource<?>> all = new ArrayList<>();
    private final SortedSet<ResourceRef> faulty = new TreeSet<>();
    private final ResolvedPolicy policy;
    private final Inventory inventory;
    private long visits;

    SetContext(ResourceSet set, ResolvedPolicy policy, Inventory inventory) {
        this.policy = policy;
        this.inventory = inventory;
        SortedMap<ResourceRef, List<ResourceSet.Entry>> byRef = new TreeMap<>();
        for (ResourceSet.Entry entry : set.entries()) {
            if (entry.otherResource().isEmpty()) {
                byRef.computeIfAbsent(ref(entry), ref -> new ArrayList<>()).add(entry);
            }
        }
        byRef.forEach(this::add);
    }

    private ResourceRef ref(ResourceSet.Entry entry) {
        return entry.ref().withDefaultNamespace(policy.options().defaultNamespace());
    }

    /** Of what is given in several ways nothing is used; a name that the cluster makes is one for each. */
    private void add(ResourceRef ref, List<ResourceSet.Entry> entries) {
        List<SetResource<?>> usable = entries.stream()
                .sorted(Comparator.comparing(SetContext::place))
                .flatMap(entry ->
                        entry.resource().stream().map(value -> new SetResource<SmiResource>(value, ref, entry)))
                .<SetResource<?>>map(resource -> resource)
                .toList();
        all.addAll(usable);
        boolean alike = usable.size() == entries.size()
                && usable.stream().map(SetResource::value).distinct().count() == 1;
        boolean named = usable.stream()
                .allMatch(resource -> resource.value().metadata().name().isPresent());
        boolean broken = usable.size() < entries.size();
        if (broken || (named && !alike)) {
            faulty.add(ref);
        }
        if (alike && named) {
            SetResource<?> first = usable.get(0);
            byType.computeIfAbsent(type(first.value()), t -> new TreeMap<>()).put(ref, first);
        }
    }

    /** Of equal resources the same one stands for all, whatever the order of the input. */
    private static String place(ResourceSet.Entry entry) {
        return entry.origin()
                .map(origin -> origin.file() + " " + origin.document())
                .orElse("");
    }

    private static Class<?> type(SmiResource resource) {
        return Stream.of(resource.getClass().getInterfaces())
                .filter(SmiResource.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
    }

    /** Everything that could be read, duplicates too, sorted by kind, namespace and name. */
    List<SetResource<?>> all() {
        visits += all.size();
        return all;
    }

    @Override
    @SuppressWarnings("unchecked") // sorted in by the type of the value
    public <T extends SmiResource> List<SetResource<T>> resources(Class<T> type) {
        List<SetResource<T>> found = byType.getOrDefault(type, new TreeMap<>()).values().stream()
                .map(resource -> (SetResource<T>) resource)
                .toList();
        visits += found.size();
        return found;
    }

    @Override
    @SuppressWarnings("unchecked") // sorted in by the type of the value
    public <T extends SmiResource> Optional<SetResource<T>> find(Class<T> type, String namespace, String name) {
        visits++;
        return ResourceKind.of(type.getSimpleName())
                .map(kind -> new ResourceRef(kind.group(), kind.kind(), Optional.of(namespace), name))
                .flatMap(ref -> Optional.ofNullable((SetResource<T>)
                        byType.getOrDefault(type, new TreeMap<>()).get(ref)));
    }

    @Override
    public Set<ResourceRef> faulty() {
        return Collections.unmodifiableSet(faulty);
    }

    @Override
    public ResolvedPolicy policy() {
        return policy;
    }

    @Override
    public Inventory inventory() {
        return inventory;
    }

    @Override
    public void visited(int parts) {
        visits += parts;
    }

    long visits() {
        return visits;
    }
}
