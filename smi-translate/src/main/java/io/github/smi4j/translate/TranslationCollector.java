package io.github.smi4j.translate;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.ResourceFields;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects the output of one plugin: sorts it, traces it, finds its positions, refuses two resources of one name. */
final class TranslationCollector implements TranslationOutput {
    private static final String TRANSLATED_FROM = "smi4j.github.io/translated-from";
    private static final String CLOSED_WORLD = "smi4j.github.io/closed-world";
    private static final int MAX_ANNOTATION = 4096;

    private final Map<ResourceRef, ResourceSet.Entry> entries = new HashMap<>();
    private final Map<ResourceRef, ResourceSet.Entry> others = new HashMap<>();
    private final Set<ResourceRef> earlierOutputs = new TreeSet<>();
    private final Map<ResourceRef, MeshResource> resources = new TreeMap<>();
    private final Map<ResourceRef, MeshResource> patches = new TreeMap<>();
    private final Set<ResourceRef> twice = new TreeSet<>();
    private final Map<ResourceRef, Set<ResourceRef>> sourcesOf = new HashMap<>();
    private final Set<ResourceRef> lost = new HashSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Inventory inventory;
    private final List<ResolvedTarget> targets;
    private final String defaultNamespace;

    TranslationCollector(ResourceSet set, Inventory inventory, ResolvedPolicy policy) {
        this.inventory = inventory;
        this.targets = policy.targets();
        this.defaultNamespace = policy.options().defaultNamespace();
        for (ResourceSet.Entry entry : set.entries()) {
            boolean smi = entry.otherResource().isEmpty()
                    && ResourceKind.of(entry.ref().kind()).isPresent();
            (smi ? entries : others).merge(qualified(entry.ref()), entry, TranslationCollector::first);
            // Of several resources of one name any may be the one in force.
            if (entry.otherResource().filter(ResourceFields::isOurs).isPresent()) {
                earlierOutputs.add(qualified(entry.ref()));
            }
        }
    }

    /** Of several entries of one name the first in its text, so that positions do not depend on the order of input. */
    private static ResourceSet.Entry first(ResourceSet.Entry left, ResourceSet.Entry right) {
        Optional<SourcePosition> one = left.position(FieldPath.root());
        Optional<SourcePosition> two = right.position(FieldPath.root());
        return one.isPresent() && two.isPresent() && two.get().compareTo(one.get()) < 0 ? right : left;
    }

    /** A Namespace is in none itself. */
    private ResourceRef qualified(ResourceRef ref) {
        boolean namespace = ref.kind().equals("Namespace") && ref.group().isEmpty();
        return namespace ? ref : ref.withDefaultNamespace(defaultNamespace);
    }

    @Override
    public void emit(MeshResource resource, Collection<ResourceRef> sources) {
        Objects.requireNonNull(resource, "resource");
        MeshResource traced = traced(resource, sources);
        // A resource without a tree is a fault of the plugin, not of whoever writes it later.
        Objects.requireNonNull(traced.toTree(), "tree");
        sourcesOf.computeIfAbsent(traced.ref(), r -> new HashSet<>()).addAll(sources);
        if (resources.putIfAbsent(traced.ref(), traced) != null) {
            twice.add(traced.ref());
        }
    }

    @Override
    public void patch(MeshResource patch, Collection<ResourceRef> sources) {
        Objects.requireNonNull(patch, "patch");
        MeshResource traced = patch.withMetadata(patch.metadata().toBuilder()
                .putAnnotation(TRANSLATED_FROM, origin(sources))
                .build());
        Objects.requireNonNull(traced.toTree(), "tree");
        sourcesOf.computeIfAbsent(traced.ref(), r -> new HashSet<>()).addAll(sources);
        if (patches.putIfAbsent(traced.ref(), traced) != null) {
            twice.add(traced.ref());
        }
    }

    private static String origin(Collection<ResourceRef> sources) {
        return cut(
                sources.stream().distinct().sorted().map(ResourceRef::toString).collect(Collectors.joining(", ")));
    }

    private MeshResource traced(MeshResource resource, Collection<ResourceRef> sources) {
        ObjectMeta.Builder metadata = resource.metadata().toBuilder()
                .putLabel(ResourceFields.MANAGED_BY, ResourceFields.MANAGER)
                .putAnnotation(TRANSLATED_FROM, origin(sources));
        if (resource.metadata().namespace().filter(inventory::isTakenAsWhole).isPresent()) {
            metadata.putAnnotation(CLOSED_WORLD, "true");
        }
        return resource.withMetadata(metadata.build());
    }

    private static String cut(String text) {
        return text.length() <= MAX_ANNOTATION ? text : text.substring(0, MAX_ANNOTATION - 1) + "…";
    }

    @Override
    public void report(DiagnosticCode code, ResourceRef resource, FieldPath path, String message) {
        ResourceRef ref = qualified(resource);
        Optional<ResourceSet.Entry> entry =
                Optional.ofNullable(entries.get(ref)).or(() -> Optional.ofNullable(others.get(ref)));
        FieldPath own = entry.flatMap(ResourceSet.Entry::resource)
                .map((SmiResource r) -> r.documentPath(path))
                .orElse(path);
        add(Diagnostic.builder(code)
                .resource(ref)
                .path(own)
                .position(entry.flatMap(e -> e.position(own)))
                .message(message)
                .build());
    }

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    /** What has our label in the input, but is not emitted; a finding about it may have told of it already. */
    void reportEarlierOutputs(Set<String> apiGroups) {
        Set<ResourceRef> told = diagnostics.stream()
                .flatMap(diagnostic -> diagnostic.resource().stream())
                .map(this::qualified)
                .collect(Collectors.toSet());
        earlierOutputs.stream()
                .filter(ref -> apiGroups.contains(ref.group()) && !resources.containsKey(ref) && !told.contains(ref))
                .forEach(
                        ref -> report(
                                TranslationCode.EARLIER_OUTPUT_LEFT,
                                ref,
                                FieldPath.of("metadata"),
                                "is an earlier output that this translation does not emit; it stays in force until it is deleted"));
    }

    void dropResources() {
        resources.clear();
        patches.clear();
        twice.clear();
        lost.addAll(entries.keySet());
    }

    Translation translation() {
        for (ResourceRef ref : twice) {
            resources.remove(ref);
            patches.remove(ref);
            sourcesOf.getOrDefault(ref, Set.of()).forEach(source -> lost.add(qualified(source)));
            add(Diagnostic.builder(TranslationCode.RESOURCE_TWICE)
                    .message("two resources of the name " + ref + " were emitted; neither is used")
                    .build());
        }
        List<Diagnostic> sorted = diagnostics.stream().distinct().sorted().toList();
        List<MeshResource> written = resources.values().stream()
                .sorted(Comparator.comparingInt(MeshResource::writeOrder))
                .toList();
        return new Translation(written, List.copyOf(patches.values()), sorted, fidelity(sorted));
    }

    /** A target is no better off than what it refers to. */
    private Map<ResourceRef, Effect> fidelity(List<Diagnostic> sorted) {
        Map<ResourceRef, Effect> fidelity = new TreeMap<>();
        entries.keySet().forEach(ref -> fidelity.put(ref, lost.contains(ref) ? Effect.DROPPED : Effect.EXACT));
        for (Diagnostic diagnostic : sorted) {
            diagnostic
                    .resource()
                    .map(this::qualified)
                    .filter(fidelity::containsKey)
                    .ifPresent(ref -> fidelity.merge(ref, diagnostic.effect(), TranslationCollector::worse));
        }
        targets.stream()
                .filter(target -> fidelity.containsKey(target.ref()))
                .forEach(target -> target.uses().stream()
                        .filter(fidelity::containsKey)
                        .forEach(used -> fidelity.merge(
                                target.ref(), fidelity.getOrDefault(used, Effect.EXACT), TranslationCollector::worse)));
        return Collections.unmodifiableMap(fidelity);
    }

    private static Effect worse(Effect left, Effect right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
