package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.validation.spi.RuleFindings;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects findings. What is found already at a place under the same code is not found again by a rule. */
final class FindingCollector {
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<Place> places = new HashSet<>();

    private record Place(
            String code, Optional<ResourceRef> resource, FieldPath path, Optional<SourcePosition> position) {
        static Place of(Diagnostic finding) {
            return new Place(finding.code().id(), finding.resource(), finding.path(), finding.position());
        }
    }

    /** Adds what was found before the rules ran. */
    void add(Diagnostic finding) {
        found.add(finding);
        places.add(Place.of(finding));
    }

    /** Takes the findings of a rule under its code. */
    SetFindings of(DiagnosticCode code) {
        return resource -> new OfResource(code, resource);
    }

    List<Diagnostic> all() {
        return found;
    }

    private final class OfResource implements RuleFindings {
        private final DiagnosticCode code;
        private final SetResource<?> resource;

        OfResource(DiagnosticCode code, SetResource<?> resource) {
            this.code = code;
            this.resource = resource;
        }

        @Override
        public void report(FieldPath path, String message) {
            report(path, message, code.help());
        }

        @Override
        public void report(FieldPath path, String message, String help) {
            FieldPath own = resource.value().documentPath(path);
            add(own, resource.entry().position(own), message, help);
        }

        @Override
        public void reportName(FieldPath path, String message) {
            FieldPath own = resource.value().documentPath(path);
            add(own, resource.entry().keyPosition(own), message, code.help());
        }

        private void add(FieldPath path, Optional<SourcePosition> position, String message, String help) {
            Diagnostic finding = Diagnostic.builder(code)
                    .resource(resource.ref())
                    .path(path)
                    .position(position)
                    .message(message)
                    .help(help)
                    .build();
            if (!places.contains(Place.of(finding))) {
                found.add(finding);
            }
        }
    }
}
