package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.util.List;

/** What came of a conversion: everything that could be written, and the findings. Immutable. */
public final class Conversion {
    private final List<Manifest> resources;
    private final List<Diagnostic> diagnostics;

    Conversion(List<Manifest> resources, List<Diagnostic> diagnostics) {
        this.resources = List.copyOf(resources);
        this.diagnostics = diagnostics.stream().sorted().toList();
    }

    /**
     * The resources in the order of the input: converted where their group was asked for, else as they were. A resource of which
     * a finding says that it is dropped is not among them; a route that was made of a target's port stands behind the target.
     */
    public List<Manifest> resources() {
        return resources;
    }

    /** The resources as a set to go on with: to convert, validate or translate. */
    public ResourceSet toSet() {
        ResourceSet.Builder set = ResourceSet.builder();
        for (Manifest manifest : resources) {
            if (manifest instanceof SmiResource resource) {
                set.add(resource);
            } else {
                set.add(manifest instanceof OtherResource other ? other : OtherResource.of(manifest.toTree()));
            }
        }
        return set.build();
    }

    /** All findings, those of reading the input included; sorted. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The findings that are errors: something of the input is not among {@link #resources()}. */
    public List<Diagnostic> errors() {
        return diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    }

    /** How many resources there are, and the findings. */
    @Override
    public String toString() {
        return resources.size() + " resources " + diagnostics;
    }
}
