package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What the schema and the webhooks refuse of resources, and Consul of entries; and what none of them does, though proxies do not take
 * it. What depends on the edition, or on what else is there, is not among it.
 */
final class ConsulAdmission {
    private static final String VERSION = ConfigEntry.GROUP + "/v1alpha1";
    private static final int MAX_PAIRS = 64;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 512;

    private ConsulAdmission() {}

    /** What is wrong with a resource or a native entry; a kind that is not known is a fault. */
    static List<String> faults(Map<String, ?> tree) {
        Faults faults = new Faults();
        boolean ofResource = !NativeEntry.isNative(tree);
        String kind =
                ofResource ? ConfigEntry.KINDS.getOrDefault(Fields.text(tree, "kind"), "") : NativeEntry.kind(tree);
        boolean known = List.of(
                        ConfigEntry.INTENTIONS,
                        ConfigEntry.DEFAULTS,
                        ConfigEntry.ROUTER,
                        ConfigEntry.SPLITTER,
                        ConfigEntry.RESOLVER)
                .contains(kind);
        if (!known || (ofResource && !Fields.text(tree, "apiVersion").equals(VERSION))) {
            return List.of("the model of Consul does not know the kind " + tree.get("apiVersion") + "/"
                    + tree.get(ofResource ? "kind" : "Kind"));
        }
        if (ofResource) {
            checkResource(tree, kind, faults);
        } else {
            checkNative(tree, faults);
        }
        Map<?, ?> spec = ofResource ? Fields.object(tree, "spec") : NativeEntry.spec(tree);
        String name = ofResource ? Fields.text(Fields.object(tree, "metadata"), "name") : Fields.text(tree, "Name");
        switch (kind) {
            case ConfigEntry.INTENTIONS -> new IntentionRules(faults, ofResource).check(spec);
            case ConfigEntry.DEFAULTS -> ServiceDefaultsRules.check(spec, faults);
            case ConfigEntry.ROUTER -> new RouterRules(faults).check(spec);
            case ConfigEntry.SPLITTER -> new SplitterRules(faults, ofResource).check(spec, name);
            default -> ResolverRules.check(spec, faults);
        }
        return faults.all();
    }

    private static void checkResource(Map<String, ?> tree, String kind, Faults faults) {
        faults.checkFields(
                "a resource", tree, "apiVersion:text", "kind:text", "metadata:object", "spec:object", "status:object");
        Map<?, ?> metadata = Fields.object(tree, "metadata");
        new MetadataRules(faults::add).check(metadata);
        String name = Fields.text(metadata, "name");
        if (!kind.equals(ConfigEntry.INTENTIONS) && MetadataRules.isSubdomain(name)) {
            faults.checkService("metadata.name", name);
        }
    }

    private static void checkNative(Map<String, ?> tree, Faults faults) {
        for (String field : List.of("Kind", "Name", "Namespace", "Partition")) {
            if (tree.containsKey(field) && !(tree.get(field) instanceof String)) {
                faults.add(field + " is no text");
            }
        }
        String name = Fields.text(tree, "Name");
        if (name.isEmpty()) {
            faults.add("Name is required");
        } else if (!NativeEntry.kind(tree).equals(ConfigEntry.INTENTIONS)) {
            faults.checkService("Name", name);
        }
        checkMeta(tree, faults);
    }

    private static void checkMeta(Map<String, ?> tree, Faults faults) {
        Map<?, ?> meta = Fields.object(tree, "Meta");
        if (tree.containsKey("Meta") && !(tree.get("Meta") instanceof Map<?, ?>)) {
            faults.add("Meta is no object");
        }
        if (meta.size() > MAX_PAIRS) {
            faults.add("Meta has more than " + MAX_PAIRS + " pairs");
        }
        meta.forEach((key, value) -> {
            if (length(String.valueOf(key)) > MAX_KEY) {
                faults.add("Meta has a key of more than " + MAX_KEY + " bytes");
            }
            if (!(value instanceof String text) || length(text) > MAX_VALUE) {
                faults.add("Meta has a value that is no text of at most " + MAX_VALUE + " bytes");
            }
        });
    }

    /** In bytes. */
    static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
