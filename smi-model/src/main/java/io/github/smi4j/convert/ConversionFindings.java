package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.SmiResource;
import java.util.ArrayList;
import java.util.List;

/** Collects what a conversion has to say. */
final class ConversionFindings {
    private final List<Diagnostic> found = new ArrayList<>();

    /**
     * Reports a finding about a field of a resource as it was given.
     *
     * @param path the field, in the shape of the newest version
     */
    void report(ConversionCode code, SmiResource resource, FieldPath path, String message) {
        FieldPath own = resource.documentPath(path);
        found.add(Diagnostic.builder(code)
                .resource(resource.ref())
                .path(own)
                .position(resource.origin().flatMap(origin -> origin.position(own)))
                .message(message)
                .build());
    }

    /** Adds what was found in reading. */
    void add(Diagnostic finding) {
        found.add(finding);
    }

    List<Diagnostic> all() {
        return found;
    }
}
