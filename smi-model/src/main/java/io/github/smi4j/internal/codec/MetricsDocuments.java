package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.internal.tree.PlainTrees;
import io.github.smi4j.model.Decoded;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Kind and version of a document of the metrics group. */
final class MetricsDocuments {
    static final String GROUP = "metrics.smi-spec.io";
    static final String OLDEST = GROUP + "/v1alpha1";
    static final String NEWEST = GROUP + "/v1alpha2";

    private MetricsDocuments() {}

    static boolean isKnown(String apiVersion) {
        return apiVersion.equals(OLDEST) || apiVersion.equals(NEWEST);
    }

    /** Decodes a document of one kind from a tree that any parser made; {@code read} gets its apiVersion. */
    static <T> Decoded<T> decode(Map<String, ?> tree, String kind, BiFunction<String, ObjectReader, Optional<T>> read) {
        Objects.requireNonNull(tree, "tree");
        Findings findings = new Findings(Map.of(), Optional.empty());
        Optional<T> remainder = Optional.empty();
        try {
            Map<String, Object> frozen = PlainTrees.freeze(tree);
            findings = new Findings(frozen, Optional.empty());
            ObjectReader document = new ObjectReader(frozen, FieldPath.root(), findings);
            if (!document.has("kind")) {
                findings.report(TextCode.KIND_MISSING, FieldPath.root(), "kind is missing");
            } else if (isKind(document, kind)) {
                Optional<String> version = apiVersion(document, kind);
                remainder = version.isPresent() ? read.apply(version.get(), document) : Optional.empty();
            }
        } catch (PlainTrees.NotPlainException e) {
            findings.report(TextCode.TYPE, e.path(), String.valueOf(e.getMessage()));
        }
        return Decoded.of(remainder, findings.all());
    }

    /** Whether a document is of a kind, or does not say; any other is reported. */
    static boolean isKind(ObjectReader document, String kind) {
        Object given = document.value("kind");
        if (kind.equals(given) || !document.has("kind")) {
            return true;
        }
        document.findings().wrongType(document.path("kind"), '"' + kind + '"', given);
        return false;
    }

    /** {@code group/version} of a document: that of the specification where it does not say. */
    static Optional<String> apiVersion(ObjectReader document, String kind) {
        Optional<String> given = document.string("apiVersion");
        if (given.isEmpty() && document.has("apiVersion")) {
            return given;
        }
        String version = given.orElse(OLDEST);
        String full = version.contains("/") ? version : GROUP + "/" + version;
        if (!isKnown(full)) {
            reportUnknown(document, kind, version, full.substring(0, full.indexOf('/')));
            return Optional.empty();
        }
        if (!full.equals(given.orElse(""))) {
            report(
                    document,
                    TextCode.VERSION_INFERRED,
                    (given.isEmpty() ? "is missing" : "has no API group") + ": read as " + full,
                    "Write apiVersion: " + full + ".");
        }
        return Optional.of(full);
    }

    private static void reportUnknown(ObjectReader document, String kind, String version, String group) {
        boolean groupMatches = group.equals(GROUP);
        report(
                document,
                groupMatches ? TextCode.VERSION_UNKNOWN : TextCode.KIND_UNKNOWN,
                groupMatches
                        ? kind + " has no version " + UserText.show(version)
                        : kind + " is not in the API group " + UserText.show(group),
                "Use one of " + OLDEST + ", " + NEWEST + ".");
    }

    private static void report(ObjectReader document, TextCode code, String message, String help) {
        document.findings().report(code, document.path("apiVersion"), message, help);
    }
}
