package io.github.smi4j.translate.spi;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import java.util.Collection;

/** Takes what a plugin has to say. Not to be implemented by plugins: methods will be added. */
public interface TranslationOutput {
    /**
     * Emits a resource of the mesh. Its origin is written into its metadata, and the output is sorted, so that the order
     * of calls does not matter.
     *
     * @param resource the resource; its kind, namespace and name are emitted once
     * @param sources the SMI resources that it comes from
     */
    void emit(MeshResource resource, Collection<ResourceRef> sources);

    /**
     * Emits fields to be added to a resource that is there already, by server-side apply. Its origin is written into an
     * annotation; it gets no label that says that smi4j manages the resource, since a cleanup by that label would delete what
     * was only changed.
     *
     * @param patch apiVersion, kind, the name, and the fields to add alone
     * @param sources the SMI resources that it comes from
     */
    void patch(MeshResource patch, Collection<ResourceRef> sources);

    /**
     * Reports what became of a field.
     *
     * @param code which kind of finding
     * @param resource the resource of the input that the finding is about, SMI or not
     * @param path the field, in the newest version's shape
     * @param message what the mesh cannot say, or says differently, in one sentence without a full stop
     */
    void report(DiagnosticCode code, ResourceRef resource, FieldPath path, String message);
}
