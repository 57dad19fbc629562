package io.github.smi4j.internal.codec;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherFields;
import io.github.smi4j.model.ResourceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document whose kind and version are known, while it is decoded. */
final class Document {
    private static final String STATUS = "status";

    private final DocumentHeader header;
    private final ObjectReader top;
    private final Optional<ObjectReader> spec;
    private final Optional<ObjectMeta> metadata;
    private final boolean misshapen;

    private Document(
            DocumentHeader header,
            ObjectReader top,
            Optional<ObjectReader> spec,
            Optional<ObjectMeta> metadata,
            boolean misshapen) {
        this.header = header;
        this.misshapen = misshapen;
        this.top = top;
        this.spec = spec;
        this.metadata = metadata;
    }

    /** Opens a document; {@code specFields} are the names of the fields of the kind's spec. */
    static Document open(DocumentHeader header, Map<String, Object> tree, List<String> specFields, Findings findings) {
        ObjectReader top = new ObjectReader(tree, FieldPath.root(), findings);
        top.ignore("apiVersion", "kind");
        boolean flat = header.kind().isFlat(header.apiVersion());
        List<String> misplaced =
                (flat ? List.of("spec") : specFields).stream().filter(top::has).toList();
        misplaced.forEach(field -> reportMisplaced(header, field, flat, findings));
        if (!misplaced.isEmpty()) {
            findings.fieldsAreMisplaced();
            misplaced.forEach(top::ignore);
        }
        Optional<ObjectMeta> metadata = MetadataCodec.decode(top);
        Optional<ObjectReader> spec = flat ? Optional.of(top) : top.object("spec");
        return new Document(header, top, spec, metadata, !misplaced.isEmpty());
    }

    private static void reportMisplaced(DocumentHeader header, String field, boolean flat, Findings findings) {
        findings.report(
                TextCode.FIELD_MISPLACED,
                FieldPath.of(field),
                flat
                        ? "does not exist in " + header.apiVersion() + ", whose fields stand at the top level"
                        : "stands at the top level, but in " + header.apiVersion() + " it belongs under spec");
    }

    ResourceKind kind() {
        return header.kind();
    }

    String apiVersion() {
        return header.apiVersion();
    }

    /** Whether the document is of this version, or of one of these. */
    boolean isVersion(String... versions) {
        return List.of(versions).stream().anyMatch(v -> kind().apiVersion(v).equals(apiVersion()));
    }

    Optional<ObjectMeta> metadata() {
        return metadata;
    }

    /** The spec: the document itself in the flat versions. */
    Optional<ObjectReader> spec() {
        return spec;
    }

    /** The spec, reported where it is missing. */
    Optional<ObjectReader> requiredSpec() {
        if (spec.isEmpty() && !top.has("spec")) {
            findings().missing(FieldPath.of("spec"), "an object");
        }
        return spec;
    }

    /** An empty spec where it is missing, for kinds in which it may be; absent where it has the wrong type. */
    Optional<ObjectReader> specOrEmpty() {
        return spec.isPresent() || top.has("spec")
                ? spec
                : Optional.of(new ObjectReader(Map.of(), FieldPath.of("spec"), findings()));
    }

    /** Whether a field stands where this version does not have it: what is left could mean more than was written. */
    boolean isMisshapen() {
        return misshapen;
    }

    /**
     * Fields of the spec that nobody asked for; in the flat versions they are {@link #others()}. Without a spec, what stands in
     * its place may be meant as one.
     */
    OtherFields otherSpec() {
        return lacksSpec()
                ? split(top.others(), false)
                : spec.filter(s -> s != top).map(ObjectReader::others).orElse(OtherFields.none());
    }

    /** Fields of the document that nobody asked for. */
    OtherFields others() {
        return lacksSpec() ? split(top.others(), true) : top.others();
    }

    private static OtherFields split(OtherFields fields, boolean ofDocument) {
        Map<String, Object> chosen = new LinkedHashMap<>(fields.asMap());
        chosen.keySet().removeIf(name -> name.equals(STATUS) != ofDocument);
        return OtherFields.of(chosen);
    }

    private boolean lacksSpec() {
        return !header.kind().isFlat(header.apiVersion()) && !top.has("spec");
    }

    /** Says that a field was honoured although the version does not have it. */
    void reportOtherVersion(FieldPath path, String since) {
        findings()
                .report(
                        TextCode.FIELD_OF_OTHER_VERSION,
                        path,
                        "is not in " + apiVersion() + " but in " + since + "; it was honoured",
                        "Write apiVersion: " + kind().apiVersion(since) + "; a cluster would drop the field from "
                                + apiVersion() + ".");
    }

    Findings findings() {
        return top.findings();
    }
}
