package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.NearestName;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The SMI resources of a set by kind, namespace and name. A name that is given twice in different ways, or once with
 * faults, has no resource that could be used; what could be read of it is still told, so that it closes what it is about.
 */
final class ResourceIndex {
    private final Map<ResourceRef, List<Known<SmiResource>>> usable = new TreeMap<>();
    private final Map<ResourceRef, List<Known<SmiResource>>> faulty = new TreeMap<>();
    private final Set<ResourceRef> unusable = new TreeSet<>();
    private final Set<ResourceRef> contradictory = new TreeSet<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<String, SortedSet<String>> names = new TreeMap<>();
    private final Map<String, String> namespaces = new TreeMap<>();

    /**
     * A resource of which no value could be made.
     *
     * @param entry the document
     * @param ref the name it says, its namespace filled in
     */
    record Unreadable(ResourceSet.Entry entry, ResourceRef ref) {}

    private ResourceIndex() {}

    static ResourceIndex of(ResourceSet set, PolicyOptions options, PolicyFindings findings) {
        Map<ResourceRef, List<ResourceSet.Entry>> byRef = new TreeMap<>();
        ResourceIndex index = new ResourceIndex();
        for (ResourceSet.Entry entry : set.entries()) {
            ResourceRef ref = entry.ref().withDefaultNamespace(options.defaultNamespace());
            if (entry.otherResource().isEmpty() && ResourceKind.of(ref.kind()).isPresent()) {
                byRef.computeIfAbsent(ref, r -> new ArrayList<>()).add(entry);
            } else if (entry.otherResource().isEmpty()) {
                index.unreadable.add(new Unreadable(entry, ref));
            }
        }
        byRef.forEach((ref, entries) -> index.add(ref, entries, findings));
        return index;
    }

    private void add(ResourceRef ref, List<ResourceSet.Entry> entries, PolicyFindings findings) {
        names.computeIfAbsent(place(ref), p -> new TreeSet<>()).add(ref.name());
        ref.namespace().ifPresent(namespace -> namespaces.putIfAbsent(ref.kind() + " " + ref.name(), namespace));
        findings.visits().add(entries.size());
        List<Known<SmiResource>> all = entries.stream()
                .flatMap(e -> e
                        .remainder()
                        .map(value -> new Known<>(value, e, ref.namespace().orElse("")))
                        .stream())
                .sorted(Comparator.comparing(k -> k.entry()
                        .origin()
                        .map(o -> o.file() + " " + o.document())
                        .orElse("")))
                .toList();
        entries.stream().filter(e -> e.remainder().isEmpty()).forEach(e -> unreadable.add(new Unreadable(e, ref)));
        boolean anyFaulty = entries.stream().anyMatch(ResourceSet.Entry::isFaulty);
        if (isGenerated(all)) {
            all.forEach(k -> (k.entry().isFaulty() ? faulty : usable)
                    .computeIfAbsent(ref, r -> new ArrayList<>())
                    .add(k));
            return;
        }
        boolean alike = entries.stream().map(ResourceSet.Entry::tree).distinct().count() == 1;
        boolean different = !alike
                && (anyFaulty || all.stream().map(Known::value).distinct().count() > 1);
        reportTwice(all, different, findings);
        if (different) {
            contradictory.add(ref);
        }
        if (anyFaulty || different) {
            unusable.add(ref);
            faulty.put(ref, different ? all : all.stream().limit(1).toList());
        } else {
            usable.put(ref, List.of(all.get(0)));
        }
    }

    /** A cluster makes the names of these resources, so two of one prefix are two resources. */
    private static boolean isGenerated(List<Known<SmiResource>> all) {
        return !all.isEmpty()
                && all.stream().allMatch(k -> k.value().metadata().name().isEmpty());
    }

    private static void reportTwice(List<Known<SmiResource>> all, boolean different, PolicyFindings findings) {
        PolicyCode code = different ? PolicyCode.DUPLICATE_DIFFERENT : PolicyCode.DUPLICATE_EQUAL;
        List<Known<SmiResource>> reported =
                different ? all : all.stream().skip(1).toList();
        reported.forEach(k -> findings.report(
                code,
                k,
                FieldPath.root(),
                different
                        ? "is given more than once, and not always alike; none is used"
                        : "is given more than once, always alike"));
    }

    /** The resources of one kind that can be used, sorted by namespace and name. */
    <T extends SmiResource> List<Known<T>> usable(Class<T> type) {
        return all(usable, type);
    }

    /** What could be read of the resources of one kind that cannot be used, sorted by namespace and name. */
    <T extends SmiResource> List<Known<T>> faulty(Class<T> type) {
        return all(faulty, type);
    }

    /**
     * What could be read of the resources of one kind that have faults, and names of their own. The parts at fault are
     * missing: only a reader who knows that the rest means no more without them may use it.
     */
    <T extends SmiResource> List<Known<T>> partlyReadable(Class<T> type) {
        return faulty(type).stream()
                .filter(k -> !contradictory.contains(k.ref()))
                .toList();
    }

    /** The resources of one kind that are given twice in different ways, sorted by namespace and name. */
    <T extends SmiResource> List<Known<T>> contradictory(Class<T> type) {
        return faulty(type).stream()
                .filter(k -> contradictory.contains(k.ref()))
                .toList();
    }

    /**
     * The resources of one kind of which no value could be made, with what is none by its kind but has the API group of one,
     * and looks like one: a slip in the kind must not open what was to be closed. Sorted by namespace and name.
     */
    List<Unreadable> unreadable(ResourceKind kind, Predicate<Map<String, Object>> resembles) {
        return unreadable.stream()
                .filter(u -> u.ref().kind().equals(kind.kind())
                        || (u.ref().group().equals(kind.group())
                                && ResourceKind.of(u.ref().kind()).isEmpty()
                                && resembles.test(u.entry().tree())))
                .sorted(Comparator.comparing(Unreadable::ref))
                .toList();
    }

    private static <T extends SmiResource> List<Known<T>> all(
            Map<ResourceRef, List<Known<SmiResource>>> resources, Class<T> type) {
        return resources.values().stream()
                .flatMap(List::stream)
                .filter(k -> type.isInstance(k.value()))
                .map(k -> new Known<>(type.cast(k.value()), k.entry(), k.namespace()))
                .toList();
    }

    /** Whether there is a resource of this name that cannot be used. */
    boolean isUnusable(ResourceRef ref) {
        return unusable.contains(ref);
    }

    private static String place(ResourceRef ref) {
        return ref.kind() + " " + ref.namespace().orElse("");
    }

    /** What to do about a resource that there is not: its nearest name, or another namespace that has it. */
    String helpForMissing(DiagnosticCode code, ResourceRef missing) {
        SortedSet<String> here = names.getOrDefault(place(missing), Collections.emptySortedSet());
        if (NearestName.of(missing.name(), here).isPresent()) {
            return NearestName.help(code, missing.name(), here);
        }
        return Optional.ofNullable(namespaces.get(missing.kind() + " " + missing.name()))
                .map(namespace -> "The namespace " + UserText.show(namespace) + " has one; it is looked for in "
                        + UserText.show(missing.namespace().orElse("")) + ". " + code.help())
                .orElse(code.help());
    }

    /** The name of a resource of a kind in a namespace. */
    static ResourceRef ref(ResourceKind kind, String namespace, String name) {
        return new ResourceRef(kind.group(), kind.kind(), Optional.of(namespace), name);
    }
}
