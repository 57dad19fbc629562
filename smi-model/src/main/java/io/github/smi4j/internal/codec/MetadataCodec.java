package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@link ObjectMeta}. */
final class MetadataCodec {
    private MetadataCodec() {}

    static Optional<ObjectMeta> decode(ObjectReader document) {
        return document.requiredObject("metadata").flatMap(MetadataCodec::decodeObject);
    }

    private static Optional<ObjectMeta> decodeObject(ObjectReader metadata) {
        Optional<String> name = metadata.string("name");
        if (name.filter(String::isEmpty).isPresent()) {
            metadata.findings().missing(metadata.path("name"), "a name, was empty");
            name = Optional.empty();
        }
        Optional<String> generateName = metadata.string("generateName");
        if (!metadata.has("name") && !metadata.has("generateName")) {
            metadata.findings().missing(metadata.path("name"), "a string");
        }
        Optional<String> namespace = metadata.string("namespace");
        // Without its namespace a resource would be read into another one.
        boolean namespaceFaulty = namespace.isEmpty() && metadata.has("namespace");
        ObjectMeta.Builder builder = ObjectMeta.builder().namespace(namespace);
        builder.labels(strings(metadata, "labels")).annotations(strings(metadata, "annotations"));
        builder.other(metadata.others());
        return !namespaceFaulty && (name.isPresent() || generateName.isPresent())
                ? Optional.of(builder.name(name).generateName(generateName).build())
                : Optional.empty();
    }

    /** Templates often leave an empty map as null, and Kubernetes reads that as absent. */
    private static Map<String, String> strings(ObjectReader metadata, String field) {
        if (metadata.has(field) && metadata.value(field) == null) {
            metadata.findings().report(TextCode.METADATA_NULL, metadata.path(field), "is null: read as absent");
            return Map.of();
        }
        return metadata.stringMap(field).orElse(Map.of());
    }

    static Map<String, Object> encode(ObjectMeta metadata) {
        Map<String, Object> tree = new LinkedHashMap<>();
        metadata.name().ifPresent(name -> tree.put("name", name));
        metadata.generateName().ifPresent(prefix -> tree.put("generateName", prefix));
        metadata.namespace().ifPresent(namespace -> tree.put("namespace", namespace));
        if (!metadata.labels().isEmpty()) {
            tree.put("labels", metadata.labels());
        }
        if (!metadata.annotations().isEmpty()) {
            tree.put("annotations", metadata.annotations());
        }
        tree.putAll(metadata.other().asMap());
        return tree;
    }
}
