package io.github.smi4j.model;

import io.github.smi4j.internal.codec.TrafficMetricsCodec;
import java.util.Objects;
import java.util.Optional;

/**
 * Which Kubernetes objects metrics are of (SMI traffic-metrics v1alpha1, {@code resource}; Kubernetes API,
 * ObjectReference). It may be partial: the kind alone means all objects of the kind, the namespace alone all in it, and
 * nothing at all means every object. Immutable.
 *
 * @param kind the kind, for example {@code Pod}; absent means any
 * @param namespace the namespace; absent means any, or that the kind has none
 * @param name the name, for example {@code foo-775b9cbd88-ntxsl}; absent means any
 * @param uid the UID, where it was given
 * @param apiVersion {@code group/version} of the object, for example {@code apps/v1}, where it was given
 * @param resourceVersion the version of the object's content, where it was given
 * @param fieldPath the part of the object that is meant, where it was given
 * @param other fields this library does not know
 */
public record ObjectReference(
        Optional<String> kind,
        Optional<String> namespace,
        Optional<String> name,
        Optional<String> uid,
        Optional<String> apiVersion,
        Optional<String> resourceVersion,
        Optional<String> fieldPath,
        OtherFields other) {
    private static final ObjectReference EMPTY = builder().build();

    /** Refuses null, and other fields that have the name of a component. */
    public ObjectReference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(resourceVersion, "resourceVersion");
        Objects.requireNonNull(fieldPath, "fieldPath");
        Objects.requireNonNull(other, "other");
        TrafficMetricsCodec.refuse(
                other, "kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath");
    }

    /** The reference that says nothing: every object. */
    public static ObjectReference empty() {
        return EMPTY;
    }

    /** A reference to one object, for example {@code of("Deployment", "shop", "web")}. */
    public static ObjectReference of(String kind, String namespace, String name) {
        return builder().kind(kind).namespace(namespace).name(name).build();
    }

    /** A reference to one pod. */
    public static ObjectReference ofPod(String namespace, String name) {
        return of("Pod", namespace, name);
    }

    /** Whether nothing is said, unknown fields included. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** A builder without any field set. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this value. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.kind = kind;
        builder.namespace = namespace;
        builder.name = name;
        builder.uid = uid;
        builder.apiVersion = apiVersion;
        builder.resourceVersion = resourceVersion;
        builder.fieldPath = fieldPath;
        builder.other = other;
        return builder;
    }

    /** Builds {@link ObjectReference}; nothing is required. Not thread-safe. */
    public static final class Builder {
        private Optional<String> kind = Optional.empty();
        private Optional<String> namespace = Optional.empty();
        private Optional<String> name = Optional.empty();
        private Optional<String> uid = Optional.empty();
        private Optional<String> apiVersion = Optional.empty();
        private Optional<String> resourceVersion = Optional.empty();
        private Optional<String> fieldPath = Optional.empty();
        private OtherFields other = OtherFields.none();

        private Builder() {}

        /** The kind, for example {@code Pod}. */
        public Builder kind(String kind) {
            this.kind = some(kind, "kind");
            return this;
        }

        /** The namespace. */
        public Builder namespace(String namespace) {
            this.namespace = some(namespace, "namespace");
            return this;
        }

        /** The name. */
        public Builder name(String name) {
            this.name = some(name, "name");
            return this;
        }

        /** The UID. */
        public Builder uid(String uid) {
            this.uid = some(uid, "uid");
            return this;
        }

        /** {@code group/version} of the object. */
        public Builder apiVersion(String apiVersion) {
            this.apiVersion = some(apiVersion, "apiVersion");
            return this;
        }

        /** The version of the object's content. */
        public Builder resourceVersion(String resourceVersion) {
            this.resourceVersion = some(resourceVersion, "resourceVersion");
            return this;
        }

        /** The part of the object that is meant. */
        public Builder fieldPath(String fieldPath) {
            this.fieldPath = some(fieldPath, "fieldPath");
            return this;
        }

        /** Fields this library does not know. */
        public Builder other(OtherFields other) {
            this.other = Objects.requireNonNull(other, "other");
            return this;
        }

        /**
         * The reference.
         *
         * @throws IllegalStateException if the other fields have a field of the model
         */
        public ObjectReference build() {
            return new ObjectReference(kind, namespace, name, uid, apiVersion, resourceVersion, fieldPath, other);
        }

        private static Optional<String> some(String value, String name) {
            return Optional.of(Objects.requireNonNull(value, name));
        }
    }
}
