package io.github.smi4j.manifest;

import io.github.smi4j.model.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes resources as YAML or JSON. The same resources give the same text, on every machine. Immutable and thread-safe.
 */
public final class ManifestWriter {
    private static final ManifestWriter YAML = new ManifestWriter(true, HeaderForm.MAP);
    private static final ManifestWriter JSON = new ManifestWriter(false, HeaderForm.MAP);

    private final boolean yaml;
    private final HeaderForm headers;

    private ManifestWriter(boolean yaml, HeaderForm headers) {
        this.yaml = yaml;
        this.headers = headers;
    }

    /** Writes YAML: one document for each resource, read alike by YAML 1.1 and 1.2. */
    public static ManifestWriter yaml() {
        return YAML;
    }

    /**
     * Writes JSON, indented: the object of one resource, or a Kubernetes {@code List} of several. Where one of them is no
     * object of Kubernetes, as a config entry in Consul's own form, each is an object of its own, one after the other.
     */
    public static ManifestWriter json() {
        return JSON;
    }

    /** The same writer with another form of the headers of HTTPRouteGroups; the default is {@link HeaderForm#MAP}. */
    public ManifestWriter headers(HeaderForm form) {
        return new ManifestWriter(yaml, Objects.requireNonNull(form, "form"));
    }

    /** The text of one resource. */
    public String write(Manifest manifest) {
        StringBuilder out = new StringBuilder();
        try {
            document(headers.tree(manifest), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The text of resources in their order: YAML documents each after {@code ---}, or JSON, mostly a {@code List}. */
    public String write(Iterable<? extends Manifest> manifests) {
        StringBuilder out = new StringBuilder();
        try {
            write(manifests, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /**
     * Writes the text of resources in their order.
     *
     * @throws IOException if {@code out} throws it
     */
    public void write(Iterable<? extends Manifest> manifests, Appendable out) throws IOException {
        Objects.requireNonNull(manifests, "manifests");
        Objects.requireNonNull(out, "out");
        if (yaml) {
            for (Manifest manifest : manifests) {
                out.append("---\n");
                document(headers.tree(manifest), out);
            }
            return;
        }
        List<Map<String, Object>> items = new ArrayList<>();
        boolean listable = true;
        for (Manifest manifest : manifests) {
            items.add(headers.tree(manifest));
            listable &= manifest.isKubernetesObject();
        }
        if (!listable) {
            for (Map<String, Object> tree : items) {
                document(tree, out);
            }
            return;
        }
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", "v1");
        list.put("kind", "List");
        list.put("items", items);
        document(list, out);
    }

    private void document(Map<String, Object> tree, Appendable out) throws IOException {
        if (yaml) {
            new YamlText(out).document(tree);
        } else {
            JsonText.indented(out).value(tree);
            out.append('\n');
        }
    }
}
