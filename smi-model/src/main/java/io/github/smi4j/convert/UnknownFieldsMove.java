package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.SmiResource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where unknown fields stand in another version: those of the spec stand at the top level where the version has no
 * {@code spec}, and there all but {@code status} count as the spec's.
 *
 * @param ofSpec those of the spec; none where the version has no spec
 * @param ofDocument those of the document
 */
record UnknownFieldsMove(OtherFields ofSpec, OtherFields ofDocument) {
    private static final String STATUS = "status";
    private static final Set<String> OF_EVERY_DOCUMENT = Set.of("apiVersion", "kind", "metadata", "spec", STATUS);

    /** Where they stand; absent, and reported, where two would stand in one place. */
    static Optional<UnknownFieldsMove> of(Step<?> step, OtherFields ofSpec, OtherFields ofDocument) {
        SmiResource resource = step.resource();
        ResourceKind kind = resource.resourceKind();
        boolean fromFlat = kind.isFlat(resource.apiVersion());
        boolean toFlat = kind.isFlat(step.apiVersion());
        if (fromFlat == toFlat) {
            return Optional.of(new UnknownFieldsMove(ofSpec, ofDocument));
        }
        return toFlat ? up(step, ofSpec, ofDocument) : Optional.of(down(ofDocument));
    }

    private static Optional<UnknownFieldsMove> up(Step<?> step, OtherFields ofSpec, OtherFields ofDocument) {
        Map<String, Object> all = new LinkedHashMap<>(ofSpec.asMap());
        for (String name : ofSpec.names()) {
            if (OF_EVERY_DOCUMENT.contains(name) || ofDocument.names().contains(name)) {
                step.report(
                        ConversionCode.UNKNOWN_FIELDS_COLLIDE,
                        FieldPath.of("spec").field(name),
                        "would stand at the top level in " + step.apiVersion()
                                + ", where the document has another field " + UserText.show(name));
                return Optional.empty();
            }
        }
        for (String name : ofDocument.names()) {
            if (!name.equals(STATUS)) {
                step.report(
                        ConversionCode.UNKNOWN_FIELD_MOVED,
                        FieldPath.of(name),
                        "stands among the fields of the spec in " + step.apiVersion());
            }
        }
        all.putAll(ofDocument.asMap());
        return Optional.of(new UnknownFieldsMove(OtherFields.none(), OtherFields.of(all)));
    }

    private static UnknownFieldsMove down(OtherFields fields) {
        Map<String, Object> ofSpec = new LinkedHashMap<>(fields.asMap());
        Map<String, Object> ofDocument = new LinkedHashMap<>();
        if (fields.names().contains(STATUS)) {
            ofDocument.put(STATUS, fields.asMap().get(STATUS));
            ofSpec.remove(STATUS);
        }
        return new UnknownFieldsMove(OtherFields.of(ofSpec), OtherFields.of(ofDocument));
    }
}
