package io.github.smi4j.translate;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.List;
import java.util.Map;

/** What a translation gives: resources of the mesh, all findings, and how true the result is. Immutable. */
public final class Translation {
    private final List<MeshResource> resources;
    private final List<MeshResource> patches;
    private final List<Diagnostic> diagnostics;
    private final Map<ResourceRef, Effect> fidelity;

    Translation(
            List<MeshResource> resources,
            List<MeshResource> patches,
            List<Diagnostic> diagnostics,
            Map<ResourceRef, Effect> fidelity) {
        this.resources = resources;
        this.patches = patches;
        this.diagnostics = diagnostics;
        this.fidelity = fidelity;
    }

    /** The resources of the mesh, sorted by kind, namespace and name. */
    public List<MeshResource> resources() {
        return resources;
    }

    /**
     * Fields to be added to resources that are there already, sorted by kind, namespace and name; empty for most meshes. They are
     * for server-side apply ({@code kubectl apply --server-side --field-manager=smi4j}): a plain {@code kubectl apply} would take
     * all other fields of these resources away.
     */
    public List<MeshResource> patches() {
        return patches;
    }

    /** All findings, of reading, meaning and translation, sorted. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The findings that are errors, sorted. */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    }

    /** Whether a finding is an error: then something of the input is not in force in the mesh. */
    public boolean hasErrors() {
        return !errors().isEmpty();
    }

    /** The names of the resources, and the findings. */
    @Override
    public String toString() {
        return resources.stream().map(MeshResource::ref).toList() + " " + diagnostics;
    }

    /** What became of each SMI resource at worst, sorted by resource; EXACT where nothing was lost. */
    public Map<ResourceRef, Effect> fidelity() {
        return fidelity;
    }
}
