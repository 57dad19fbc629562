package io.github.smi4j.it.output;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.OtherResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of custom resources, with unknown fields forbidden as a strict API server forbids them. */
public final class ClosedSchemas {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Set<String> ALTERNATIVES = Set.of("oneOf", "anyOf", "allOf", "not");

    private final Map<String, Schema> schemas = new TreeMap<>();

    /** Reads all definitions in some folders. */
    public ClosedSchemas(Path... folders) throws IOException {
        for (Path folder : folders) {
            read(folder);
        }
    }

    private void read(Path folder) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (OtherResource definition : ManifestReader.create().read(folder).otherResources()) {
            JsonNode spec = MAPPER.<JsonNode>valueToTree(definition.toTree()).path("spec");
            String group = spec.path("group").asString();
            String kind = spec.path("names").path("kind").asString();
            for (JsonNode version : spec.path("versions")) {
                ObjectNode schema = (ObjectNode) version.path("schema").path("openAPIV3Schema");
                ObjectNode properties = (ObjectNode) schema.path("properties");
                properties.putObject("apiVersion").put("type", "string");
                properties.putObject("kind").put("type", "string");
                properties.putObject("metadata").put("type", "object");
                close(schema);
                String apiVersion = group + "/" + version.path("name").asString();
                schemas.put(apiVersion + " " + kind, registry.getSchema(schema));
            }
        }
    }

    /** {@code apiVersion kind} of each schema; of versions too that are not served. */
    public Set<String> names() {
        return schemas.keySet();
    }

    /** What is wrong with a document; its schema must be there. */
    public List<String> faults(Map<String, Object> tree) {
        String name = tree.get("apiVersion") + " " + tree.get("kind");
        Schema schema = schemas.get(name);
        return schema == null
                ? List.of("no schema of " + name)
                : schema.validate(MAPPER.<JsonNode>valueToTree(tree)).stream()
                        .map(Object::toString)
                        .toList();
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean open = object.path("x-kubernetes-preserve-unknown-fields").asBoolean(false);
            if (object.path("properties").isObject() && !object.has("additionalProperties") && !open) {
                object.put("additionalProperties", false);
            }
            object.properties().forEach(field -> {
                if (!ALTERNATIVES.contains(field.getKey())) {
                    close(field.getValue());
                }
            });
        } else {
            node.forEach(ClosedSchemas::close);
        }
    }
}
