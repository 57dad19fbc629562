package io.github.smi4j.model;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.internal.codec.Documents;
import io.github.smi4j.internal.tree.PlainTrees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resources in the order given, with what was wrong when they were read and where they came from. Immutable. Two sets
 * are equal when their resources and findings are; origins do not count.
 */
public final class ResourceSet {
    private final List<Entry> entries;
    private final List<Diagnostic> textDiagnostics;

    private ResourceSet(List<Entry> entries, List<Diagnostic> textDiagnostics) {
        this.entries = entries;
        this.textDiagnostics = textDiagnostics;
    }

    /** The given resources, in order. */
    public static ResourceSet of(SmiResource... resources) {
        return of(Arrays.asList(resources));
    }

    /** The given resources, in order. */
    public static ResourceSet of(Iterable<? extends SmiResource> resources) {
        Builder builder = builder();
        resources.forEach(builder::add);
        return builder.build();
    }

    /** A builder without any resource. */
    public static Builder builder() {
        return new Builder();
    }

    /** Everything that was given, in order: SMI resources, readable or not, and other Kubernetes objects. */
    public List<Entry> entries() {
        return entries;
    }

    /** The SMI resources that could be read, in order. */
    public List<SmiResource> resources() {
        return entries.stream().flatMap(e -> e.resource().stream()).toList();
    }

    /** The SMI resources of one type that could be read, in order. */
    public <T extends SmiResource> List<T> resources(Class<T> type) {
        return resources().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The Kubernetes objects that are not SMI resources, in order. */
    public List<OtherResource> otherResources() {
        return entries.stream().flatMap(e -> e.otherResource().stream()).toList();
    }

    /** Everything as it would be written, in order; a resource that could not be read stays as it was. */
    public List<Manifest> manifests() {
        return entries.stream().map(Entry::manifest).toList();
    }

    /** All findings of reading: those about text that no entry came from, and the faults of the entries; sorted. */
    public List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(textDiagnostics);
        entries.forEach(e -> all.addAll(e.faults()));
        return all.stream().sorted().toList();
    }

    /** This set followed by the entries and findings of another. */
    public ResourceSet plus(ResourceSet other) {
        return builder().addAll(this).addAll(other).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResourceSet that
                && entries.equals(that.entries)
                && textDiagnostics.equals(that.textDiagnostics);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entries, textDiagnostics);
    }

    @Override
    public String toString() {
        return entries.toString();
    }

    /** One document, or one item of a list. Immutable; equality leaves the origin out. */
    public static final class Entry {
        private final Manifest manifest;
        private final Map<String, Object> tree;
        // What is the same for most entries of a large set is not kept with each: null where nothing was found in
        // reading.
        private final @Nullable Decoded<SmiResource> findings;
        private final @Nullable Origin origin;

        private Entry(
                Manifest manifest,
                Map<String, Object> tree,
                @Nullable Decoded<SmiResource> findings,
                @Nullable Origin origin) {
            this.manifest = manifest;
            this.tree = tree;
            this.findings = findings;
            this.origin = origin;
        }

        private static Entry of(SmiResource resource) {
            return new Entry(
                    resource, resource.toTree(), null, resource.origin().orElse(null));
        }

        private static Entry of(OtherResource resource, @Nullable Origin origin) {
            return new Entry(resource, resource.toTree(), null, origin);
        }

        private static Entry of(OtherResource document, Decoded<SmiResource> decoded, @Nullable Origin origin) {
            Optional<SmiResource> value = decoded.value();
            boolean silent = value.isPresent() && decoded.diagnostics().isEmpty();
            return new Entry(
                    value.<Manifest>map(v -> v).orElse(document), document.toTree(), silent ? null : decoded, origin);
        }

        private Optional<Decoded<SmiResource>> decoded() {
            if (findings != null) {
                return Optional.of(findings);
            }
            return manifest instanceof SmiResource resource
                    ? Optional.of(Decoded.of(Optional.of(resource), List.of()))
                    : Optional.empty();
        }

        /** Which resource this is, as far as the document says. */
        public ResourceRef ref() {
            return manifest instanceof SmiResource resource ? resource.ref() : Documents.ref(tree);
        }

        /** The SMI resource; absent if it could not be read, or is none. */
        public Optional<SmiResource> resource() {
            return decoded().flatMap(Decoded::value);
        }

        /** What could be read of an SMI resource with faults; see {@link Decoded#remainder()}. */
        public Optional<SmiResource> remainder() {
            return decoded().flatMap(Decoded::remainder);
        }

        /** The Kubernetes object; absent if this is an SMI resource. */
        public Optional<OtherResource> otherResource() {
            return findings == null && manifest instanceof OtherResource other ? Optional.of(other) : Optional.empty();
        }

        /** What is written for this entry: the value, or the document as it was where it could not be read. */
        public Manifest manifest() {
            return manifest;
        }

        /** The document as a plain tree, as it was read, whether it could be read as a resource or not. */
        public Map<String, Object> tree() {
            return tree;
        }

        /** What was wrong with it when it was read; sorted. */
        public List<Diagnostic> faults() {
            return findings == null ? List.of() : findings.diagnostics();
        }

        /** Whether it is an SMI resource that could not be read as a whole. */
        public boolean isFaulty() {
            return findings != null && findings.hasErrors();
        }

        /** Where it came from; absent for resources that were built. */
        public Optional<Origin> origin() {
            return Optional.ofNullable(origin);
        }

        /** Where a field of it stands in the text; absent for resources that were built. */
        public Optional<SourcePosition> position(FieldPath path) {
            return origin().flatMap(o -> o.position(path));
        }

        /** Where the name of a field of it stands in the text; absent for resources that were built. */
        public Optional<SourcePosition> keyPosition(FieldPath path) {
            return origin().flatMap(o -> o.keyPosition(path));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry that && manifest.equals(that.manifest) && faults().equals(that.faults());
        }

        @Override
        public int hashCode() {
            return manifest.hashCode();
        }

        @Override
        public String toString() {
            return ref().toString();
        }
    }

    /** Collects resources in order. Not thread-safe. */
    public static final class Builder {
        private final List<Entry> entries = new ArrayList<>();
        private final List<Diagnostic> textDiagnostics = new ArrayList<>();

        private Builder() {}

        /** Adds a resource that was built, or changed by a builder; its origin is kept. */
        public Builder add(SmiResource resource) {
            return add(Entry.of(Objects.requireNonNull(resource, "resource")));
        }

        /** Adds a Kubernetes object that is not an SMI resource. */
        public Builder add(OtherResource resource) {
            return add(Entry.of(Objects.requireNonNull(resource, "resource"), null));
        }

        /** Adds an entry of another set, with its faults and origin. */
        public Builder add(Entry entry) {
            entries.add(Objects.requireNonNull(entry, "entry"));
            return this;
        }

        /**
         * Adds a document as it was read: an SMI resource with what came of reading it.
         *
         * @param document the whole document, kept where it could not be read
         */
        public Builder addRead(OtherResource document, Decoded<SmiResource> decoded, Origin origin) {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(decoded, "decoded");
            return add(Entry.of(document, decoded, Objects.requireNonNull(origin, "origin")));
        }

        /**
         * Adds a document that another parser made: an SMI resource with its faults, any other Kubernetes object, or the
         * items of a {@code List}. Never throws for bad content. A resource with faults counts: a translation must know that
         * it is there.
         */
        public Builder addTree(Map<String, ?> tree) {
            Objects.requireNonNull(tree, "tree");
            try {
                OtherResource document = OtherResource.of(tree);
                Optional<List<?>> items = Documents.items(document.toTree());
                if (items.isPresent()) {
                    items.get().forEach(this::addItem);
                    return this;
                }
                return Documents.isReadAsSmi(document.toTree())
                        ? add(Entry.of(document, SmiResource.decode(document.toTree()), null))
                        : add(document);
            } catch (PlainTrees.NotPlainException e) {
                return addDiagnostic(Diagnostic.builder(TextCode.TYPE)
                        .path(e.path())
                        .message(String.valueOf(e.getMessage()))
                        .build());
            }
        }

        @SuppressWarnings("unchecked") // the list is part of a frozen tree: every map has string keys
        private void addItem(Object item) {
            if (item instanceof Map<?, ?> map) {
                addTree((Map<String, ?>) map);
            } else {
                addDiagnostic(Diagnostic.builder(TextCode.NOT_AN_OBJECT).build());
            }
        }

        /** Adds a document as it was read: a Kubernetes object that is not an SMI resource. */
        public Builder addRead(OtherResource document, Origin origin) {
            Objects.requireNonNull(document, "document");
            return add(Entry.of(document, Objects.requireNonNull(origin, "origin")));
        }

        /** Adds a finding about text that no entry came from. */
        public Builder addDiagnostic(Diagnostic diagnostic) {
            textDiagnostics.add(Objects.requireNonNull(diagnostic, "diagnostic"));
            return this;
        }

        /** Adds all of another set. */
        public Builder addAll(ResourceSet set) {
            entries.addAll(set.entries);
            textDiagnostics.addAll(set.textDiagnostics);
            return this;
        }

        /** The set. */
        public ResourceSet build() {
            return new ResourceSet(List.copyOf(entries), List.copyOf(textDiagnostics));
        }
    }
}
