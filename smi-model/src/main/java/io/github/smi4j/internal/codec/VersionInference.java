package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.Quantity;
import io.github.smi4j.model.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which version a document without apiVersion is written in: the newest that has its shape. The examples of the SMI
 * specification carry no apiVersion, so many real manifests do not.
 */
final class VersionInference {
    private VersionInference() {}

    static Optional<String> infer(ResourceKind kind, Map<String, Object> tree, Findings findings) {
        Optional<String> version = version(kind, tree).map(kind::apiVersion);
        version.ifPresentOrElse(
                v -> findings.report(
                        TextCode.VERSION_INFERRED,
                        FieldPath.of("apiVersion"),
                        "is missing: read as " + v + " by its shape",
                        "Add apiVersion: " + v + "; a cluster refuses the resource without it."),
                () -> findings.report(
                        TextCode.VERSION_AMBIGUOUS,
                        FieldPath.of("apiVersion"),
                        "is missing, and the shape does not tell which version is meant"));
        return version;
    }

    private static Optional<String> version(ResourceKind kind, Map<String, Object> tree) {
        boolean nested = tree.containsKey("spec");
        return switch (kind) {
            case TRAFFIC_SPLIT -> nested ? split(tree) : Optional.empty();
            case TRAFFIC_TARGET -> target(tree, nested);
            case HTTP_ROUTE_GROUP ->
                nested == tree.containsKey("matches")
                        ? Optional.empty()
                        : Optional.of(nested ? "v1alpha4" : "v1alpha2");
            case TCP_ROUTE -> tcpRoute(tree, nested);
            case IDENTITY_BINDING, UDP_ROUTE -> Optional.of("v1alpha4");
        };
    }

    /** Fractions of a weight exist in v1alpha1 alone, conditions since v1alpha3. */
    private static Optional<String> split(Map<String, Object> tree) {
        Map<?, ?> spec = object(tree, "spec");
        boolean conditional = spec.containsKey("matches");
        boolean fractions = list(spec, "backends").stream().anyMatch(VersionInference::hasFraction);
        if (conditional && fractions) {
            return Optional.empty();
        }
        return Optional.of(fractions ? "v1alpha1" : "v1alpha4");
    }

    private static boolean hasFraction(Object backend) {
        return backend instanceof Map<?, ?> fields
                && fields.get("weight") instanceof String weight
                && Quantity.tryParse(weight).filter(q -> !q.isWhole()).isPresent();
    }

    private static Optional<String> target(Map<String, Object> tree, boolean nested) {
        boolean flat = tree.containsKey("destination") || tree.containsKey("specs") || tree.containsKey("sources");
        if (nested == flat) {
            return Optional.empty();
        }
        if (flat) {
            return Optional.of("v1alpha1");
        }
        return Optional.of(object(object(tree, "spec"), "destination").containsKey("port") ? "v1alpha2" : "v1alpha4");
    }

    /** The Gateway API has a TCPRoute too, with rules and parentRefs. */
    private static Optional<String> tcpRoute(Map<String, Object> tree, boolean nested) {
        Map<?, ?> spec = object(tree, "spec");
        if (spec.containsKey("rules") || spec.containsKey("parentRefs") || tree.containsKey("matches")) {
            return Optional.empty();
        }
        return Optional.of(nested ? "v1alpha4" : "v1alpha2");
    }

    private static Map<?, ?> object(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static List<?> list(Map<?, ?> tree, String field) {
        return tree.get(field) instanceof List<?> list ? list : List.of();
    }
}
