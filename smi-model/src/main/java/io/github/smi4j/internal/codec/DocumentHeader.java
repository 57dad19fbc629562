package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.NearestName;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.ResourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Kind and version of a document.
 *
 * @param kind the kind
 * @param apiVersion {@code group/version}, as given or inferred
 */
record DocumentHeader(ResourceKind kind, String apiVersion) {
    private static final FieldPath KIND = FieldPath.of("kind");
    private static final FieldPath API_VERSION = FieldPath.of("apiVersion");

    /** Kind and version of a document; absent, and reported, where they are not known. */
    static Optional<DocumentHeader> read(Map<String, Object> tree, Findings findings) {
        ObjectReader document = new ObjectReader(tree, FieldPath.root(), findings);
        if (!document.has("kind")) {
            findings.report(TextCode.KIND_MISSING, FieldPath.root(), "kind is missing");
            return Optional.empty();
        }
        return document.string("kind").flatMap(kind -> withKind(kind, document, tree, findings));
    }

    private static Optional<DocumentHeader> withKind(
            String kindName, ObjectReader document, Map<String, Object> tree, Findings findings) {
        Optional<ResourceKind> kind = ResourceKind.of(kindName);
        if (kind.isEmpty()) {
            findings.report(
                    TextCode.KIND_UNKNOWN,
                    KIND,
                    "no SMI resource has the kind " + UserText.show(kindName),
                    NearestName.of(kindName, kindNames())
                            .map(nearest -> "Did you mean " + nearest + "?")
                            .orElse("Use one of " + String.join(", ", kindNames()) + "."));
            return Optional.empty();
        }
        return document.has("apiVersion")
                ? document.string("apiVersion").flatMap(version -> given(kind.get(), version, findings))
                : VersionInference.infer(kind.get(), tree, findings)
                        .map(version -> new DocumentHeader(kind.get(), version));
    }

    private static Optional<DocumentHeader> given(ResourceKind kind, String version, Findings findings) {
        if (kind.hasApiVersion(version)) {
            return Optional.of(new DocumentHeader(kind, version));
        }
        if (kind.hasApiVersion(kind.apiVersion(version))) {
            findings.report(
                    TextCode.VERSION_INFERRED,
                    API_VERSION,
                    "has no API group: read as " + kind.apiVersion(version),
                    "Write " + kind.apiVersion(version) + "; a cluster refuses the bare version.");
            return Optional.of(new DocumentHeader(kind, kind.apiVersion(version)));
        }
        String given = version.contains("/") ? version.substring(0, version.indexOf('/')) : kind.group();
        boolean groupMatches = given.equals(kind.group());
        findings.report(
                groupMatches ? TextCode.VERSION_UNKNOWN : TextCode.KIND_UNKNOWN,
                API_VERSION,
                groupMatches
                        ? kind + " has no version " + UserText.show(version)
                        : kind + " is not in the API group " + UserText.show(given),
                "Use one of " + versionNames(kind) + ".");
        return Optional.empty();
    }

    private static List<String> kindNames() {
        return Arrays.stream(ResourceKind.values()).map(ResourceKind::kind).toList();
    }

    private static String versionNames(ResourceKind kind) {
        return kind.versions().stream().map(kind::apiVersion).collect(Collectors.joining(", "));
    }
}
