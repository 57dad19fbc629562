package io.github.smi4j.translate.consul.config;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.translate.spi.MeshResource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A config entry in the form that {@code consul config write} and {@code PUT /v1/config} read. It is no Kubernetes resource:
 * its metadata are written to {@code Meta}, cut where they are longer than Consul allows.
 *
 * @param entry what it says
 * @param consulNamespace the Consul namespace; absent where Consul has none
 * @param datacenter the datacenter whose consul-k8s may take the entry over; absent for none
 */
public record NativeEntry(ConfigEntry entry, Optional<String> consulNamespace, Optional<String> datacenter)
        implements MeshResource {
    private static final int MAX_META_VALUE = 512;
    private static final Map<String, String> ABBREVIATIONS = Map.of("http", "HTTP", "mutualTLSMode", "MutualTLSMode");

    /** Refuses null. */
    public NativeEntry {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(consulNamespace, "consulNamespace");
        Objects.requireNonNull(datacenter, "datacenter");
    }

    @Override
    public String apiVersion() {
        return entry.apiVersion();
    }

    @Override
    public String kind() {
        return entry.nativeKind();
    }

    @Override
    public ObjectMeta metadata() {
        return entry.metadata();
    }

    @Override
    public boolean isKubernetesObject() {
        return false;
    }

    @Override
    public int writeOrder() {
        return entry.writeOrder();
    }

    @Override
    public NativeEntry withMetadata(ObjectMeta metadata) {
        return new NativeEntry(entry.withMetadata(metadata), consulNamespace, datacenter);
    }

    @Override
    public Map<String, Object> toTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("Kind", kind());
        Map<String, Object> spec = new LinkedHashMap<>(entry.spec());
        // Intentions are named by their destination, everything else by the resource.
        spec.remove("destination");
        tree.put(
                "Name",
                entry instanceof ServiceIntentions intentions
                        ? intentions.destinationName()
                        : metadata().displayName());
        consulNamespace.ifPresent(namespace -> tree.put("Namespace", namespace));
        spec.forEach((field, value) -> tree.put(capitalized(field), nativeForm(value)));
        tree.put("Meta", meta());
        return Collections.unmodifiableMap(tree);
    }

    private Map<String, Object> meta() {
        Map<String, Object> meta = new LinkedHashMap<>();
        metadata().labels().forEach((key, value) -> meta.put(key, cut(value)));
        metadata().annotations().forEach((key, value) -> meta.put(key, cut(value)));
        datacenter.ifPresent(name -> {
            meta.put("consul.hashicorp.com/source-datacenter", cut(name));
            meta.put("external-source", "kubernetes");
        });
        return Collections.unmodifiableMap(meta);
    }

    /** Consul counts bytes. */
    private static String cut(String text) {
        String cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > MAX_META_VALUE) {
            int kept = Math.min(cut.length() - 2, MAX_META_VALUE - 4);
            cut = cut.substring(0, kept) + "…";
        }
        return cut;
    }

    private static Object nativeForm(Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> tree = new LinkedHashMap<>();
            fields.forEach((field, inner) -> tree.put(capitalized((String) field), nativeForm(inner)));
            return Collections.unmodifiableMap(tree);
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(nativeForm(item)));
            return Collections.unmodifiableList(items);
        }
        return value;
    }

    private static String capitalized(String field) {
        return ABBREVIATIONS.getOrDefault(field, field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1));
    }
}
