package io.github.smi4j.model;

import io.github.smi4j.constraint.ValidSmi;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.internal.codec.Codecs;
import java.util.Map;
import java.util.Optional;

/**
 * Any SMI resource. Immutable and thread-safe; equal when all fields are, {@link #apiVersion()} included.
 */
@ValidSmi
public sealed interface SmiResource extends Manifest
        permits TrafficSplit, TrafficTarget, IdentityBinding, HTTPRouteGroup, TCPRoute, UDPRoute {
    /**
     * {@code group/version} of the document this is written as: the version that was read, the newest for builders, or the
     * nearest one that has all the fields that are set. Values do not move it: a fraction of a weight stays a fault in
     * a split that is not v1alpha1.
     */
    String apiVersion();

    /** Name, namespace, labels, annotations and the rest of the Kubernetes metadata. */
    ObjectMeta metadata();

    /**
     * Where the resource was read, so that findings about it can say line and column; copies through a builder keep it.
     * Absent for what did not come from text. No part of equality.
     */
    Optional<Origin> origin();

    /** Which kind of SMI this is. */
    ResourceKind resourceKind();

    /** The kind as Kubernetes spells it, for example {@code TrafficSplit}. */
    default String kind() {
        return resourceKind().kind();
    }

    /** The name by which findings and translations refer to this resource; an empty namespace is none, as to Kubernetes. */
    default ResourceRef ref() {
        return new ResourceRef(
                resourceKind().group(),
                kind(),
                metadata().namespace().filter(namespace -> !namespace.isEmpty()),
                metadata().displayName());
    }

    /**
     * The path of a field in this resource's own document, for a path given in the newest version's shape:
     * {@code spec.rules[0]} is {@code specs[0]} in access v1alpha1.
     */
    default FieldPath documentPath(FieldPath path) {
        return resourceKind().documentPath(apiVersion(), path);
    }

    /**
     * Reads any SMI resource from a plain tree as any JSON or YAML parser makes it. Jackson calls it.
     *
     * @throws SmiFormatException if the tree is not a readable SMI resource; it carries all findings
     */
    @FromTree
    static SmiResource fromTree(Map<String, ?> tree) {
        return decode(tree).orThrow();
    }

    /** Reads any SMI resource from a plain tree, and says all that is wrong with it. Never throws for bad content. */
    static Decoded<SmiResource> decode(Map<String, ?> tree) {
        return Codecs.decode(tree);
    }
}
