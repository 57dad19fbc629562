package io.github.smi4j.translate.spi;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.ObjectMeta;
import java.util.Map;

/** A Kubernetes resource of a mesh. Implementations are immutable. */
public interface MeshResource extends Manifest {
    /** {@code group/version}, for example {@code networking.istio.io/v1}. */
    String apiVersion();

    /** The kind, for example {@code VirtualService}. */
    String kind();

    /** The metadata; a namespaced resource has a namespace. */
    ObjectMeta metadata();

    /** The same resource with other metadata. */
    MeshResource withMetadata(ObjectMeta metadata);

    /**
     * Where it stands among all that is emitted, where the mesh wants some resources before others: smaller numbers first, 0
     * unless overridden. Resources of one number are sorted by what {@link #ref()} says.
     */
    default int writeOrder() {
        return 0;
    }

    /** Group, kind, namespace and name. */
    default ResourceRef ref() {
        int slash = apiVersion().indexOf('/');
        return new ResourceRef(
                slash < 0 ? "" : apiVersion().substring(0, slash),
                kind(),
                metadata().namespace(),
                metadata().displayName());
    }

    /**
     * A resource of a kind that has no type of its own.
     *
     * @param fields the fields beside apiVersion, kind and metadata, as a plain tree; copied deeply, and written in the order
     *     of the map, so a map without an order of its own, such as {@link Map#of()}, must have one entry at most
     * @throws IllegalArgumentException if a value has no form in JSON
     */
    static MeshResource of(String apiVersion, String kind, ObjectMeta metadata, Map<String, ?> fields) {
        return UntypedMeshResource.of(apiVersion, kind, metadata, fields);
    }
}
