package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document says about itself before it is decoded. */
public final class Documents {
    private static final String LIST = "List";
    private static final String METRICS_GROUP = "metrics.smi-spec.io";
    // Ours alone: fixed text, and never a user's pattern.
    private static final Pattern BARE_VERSION = Pattern.compile("v[0-9]+((alpha|beta)[0-9]+)?");

    private Documents() {}

    /** Group, kind, namespace and name, empty where the document does not say. */
    public static ResourceRef ref(Map<String, Object> tree) {
        String kind = text(tree, "kind").orElse("");
        Optional<Map<?, ?>> metadata = tree.get("metadata") instanceof Map<?, ?> m ? Optional.of(m) : Optional.empty();
        return new ResourceRef(
                group(tree, kind),
                kind,
                // To Kubernetes an empty namespace is none.
                metadata.flatMap(m -> text(m, "namespace")).filter(namespace -> !namespace.isEmpty()),
                metadata.flatMap(m -> text(m, "name"))
                        .or(() -> metadata.flatMap(m -> text(m, "generateName")).map(prefix -> prefix + "*"))
                        .orElse(""));
    }

    private static String group(Map<String, Object> tree, String kind) {
        Optional<String> apiVersion = text(tree, "apiVersion");
        int slash = apiVersion.map(v -> v.indexOf('/')).orElse(-1);
        if (slash >= 0) {
            return apiVersion.orElse("").substring(0, slash);
        }
        return isReadAsSmi(tree)
                ? ResourceKind.of(kind).map(ResourceKind::group).orElse("")
                : "";
    }

    /** The string that a field holds; absent where the field is absent or not a string. */
    public static Optional<String> text(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /**
     * Whether a document is to be decoded as SMI: it is of an SMI group, or of an SMI kind without a group. TrafficMetrics
     * are data of a mesh, not configuration; they stay as they are.
     */
    public static boolean isReadAsSmi(Map<String, Object> tree) {
        Optional<String> apiVersion = text(tree, "apiVersion");
        Optional<String> kind = text(tree, "kind");
        boolean knownKind = kind.flatMap(ResourceKind::of).isPresent();
        if (apiVersion.isEmpty()) {
            return knownKind;
        }
        String version = apiVersion.get();
        int slash = version.indexOf('/');
        if (slash < 0) {
            // A kind that only SMI has is SMI's whatever stands here: a slip must not make the resource vanish.
            return isOnlySmi(kind)
                    || (knownKind && BARE_VERSION.matcher(version).matches());
        }
        String group = version.substring(0, slash);
        return isMeantAsSmi(group, kind) || (ResourceKind.isSmiGroup(group) && !group.equals(METRICS_GROUP));
    }

    /** A kind that only SMI has under a group that looks like SMI's: a slip must not make the resource vanish. */
    private static boolean isMeantAsSmi(String group, Optional<String> kind) {
        return group.contains("smi") && !group.equals(METRICS_GROUP) && isOnlySmi(kind);
    }

    private static boolean isOnlySmi(Optional<String> kind) {
        return kind.flatMap(ResourceKind::of)
                .filter(k -> k != ResourceKind.TCP_ROUTE && k != ResourceKind.UDP_ROUTE)
                .isPresent();
    }

    /**
     * The items of a {@code List}, or of the list of one kind, {@code DeploymentList}, completed by what the list says already;
     * absent for anything else. An object that has a name is none, whatever its kind is called.
     */
    public static Optional<List<?>> items(Map<String, Object> tree) {
        boolean named = tree.get("metadata") instanceof Map<?, ?> metadata && metadata.containsKey("name");
        return isList(tree) && !named && tree.get("items") instanceof List<?> items
                ? Optional.of(items.stream().map(item -> completed(tree, item)).toList())
                : Optional.empty();
    }

    private static boolean isList(Map<String, Object> tree) {
        String kind = text(tree, "kind").orElse("");
        boolean metrics = text(tree, "apiVersion")
                .filter(v -> v.startsWith(METRICS_GROUP))
                .isPresent();
        return kind.endsWith(LIST) && !metrics;
    }

    private static @Nullable Object completed(Map<String, Object> list, @Nullable Object item) {
        String kind = text(list, "kind").orElse("");
        if (kind.equals(LIST) || !(item instanceof Map<?, ?> fields)) {
            return item;
        }
        Map<Object, @Nullable Object> completed = new LinkedHashMap<>(fields);
        completed.putIfAbsent("kind", kind.substring(0, kind.length() - LIST.length()));
        text(list, "apiVersion").ifPresent(version -> completed.putIfAbsent("apiVersion", version));
        return completed;
    }

    /** Whether the document has a kind that only SMI has, under a group that is not SMI's. */
    public static boolean isForeignKind(Map<String, Object> tree) {
        return isOnlySmi(text(tree, "kind")) && !isReadAsSmi(tree);
    }
}
