package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.PolicyOptions;
import java.util.List;
import java.util.stream.Stream;

/** What a reader would say of resources that were built: they are read as they would be written. */
final class ShapeFaults {
    private ShapeFaults() {}

    static List<Diagnostic> of(ResourceSet set, PolicyOptions options) {
        return set.entries().stream()
                .filter(entry -> entry.resource().isPresent() && entry.faults().isEmpty())
                .flatMap(entry -> of(entry, options))
                .toList();
    }

    private static Stream<Diagnostic> of(ResourceSet.Entry entry, PolicyOptions options) {
        return SmiResource.decode(entry.tree()).diagnostics().stream()
                // The resolution finds it in what was built.
                .filter(fault -> fault.code() != TextCode.HEADER_TWICE)
                .map(fault -> fault.toBuilder()
                        .resource(entry.ref().withDefaultNamespace(options.defaultNamespace()))
                        .position(entry.position(fault.path()))
                        .build());
    }
}
