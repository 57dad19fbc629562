package io.github.smi4j.internal.codec;

import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.SmiResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The codec of one kind. */
abstract class KindCodec<T extends SmiResource> {
    private final Class<T> type;
    private final List<String> specFields;

    KindCodec(Class<T> type, String... specFields) {
        this.type = type;
        this.specFields = List.of(specFields);
    }

    /** The names of the fields of the spec, in all versions. */
    List<String> specFields() {
        return specFields;
    }

    /** The value without the parts at fault, which are reported; absent where the rest would mean more. */
    abstract Optional<T> decode(Document document);

    /** Writes the fields of the spec, the unknown ones aside. */
    abstract void encodeSpec(T value, Map<String, Object> spec);

    abstract OtherFields otherSpec(T value);

    abstract OtherFields other(T value);

    /** The nearest version that has all the fields that are set. */
    abstract String nearestVersion(T value);

    String nearestApiVersion(SmiResource value) {
        if (!value.resourceKind().hasApiVersion(value.apiVersion())) {
            throw new IllegalStateException(value.kind() + " has no apiVersion \"" + value.apiVersion()
                    + "\"; it has " + value.resourceKind().versions() + " of "
                    + value.resourceKind().group());
        }
        T typed = type.cast(value);
        String nearest = value.resourceKind().apiVersion(nearestVersion(typed));
        refuse(otherSpec(typed), specFields, "otherSpec");
        // Where a version does not have them they are misplaced: nobody could read the document again.
        refuse(other(typed), specFields, "other");
        refuse(other(typed), List.of("apiVersion", "kind", "metadata", "spec"), "other");
        return nearest;
    }

    /** A field that the model has must not be given past it: the document could say two things. */
    private static void refuse(OtherFields fields, List<String> known, String attribute) {
        if (fields.isEmpty()) {
            return;
        }
        known.stream().filter(fields.names()::contains).findFirst().ifPresent(name -> {
            throw new IllegalStateException(
                    attribute + " has the field " + name + ", which the model knows: set it by its own method");
        });
    }

    /** The version of a value, without the group. */
    static String version(SmiResource value) {
        return value.apiVersion().substring(value.apiVersion().indexOf('/') + 1);
    }

    Map<String, Object> encode(SmiResource resource) {
        T value = type.cast(resource);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("apiVersion", value.apiVersion());
        document.put("kind", value.kind());
        document.put("metadata", MetadataCodec.encode(value.metadata()));
        boolean flat = value.resourceKind().isFlat(value.apiVersion());
        Map<String, Object> spec = flat ? document : new LinkedHashMap<>();
        encodeSpec(value, spec);
        spec.putAll(otherSpec(value).asMap());
        if (!flat) {
            document.put("spec", spec);
        }
        document.putAll(other(value).asMap());
        return document;
    }
}
