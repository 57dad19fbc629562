package io.github.smi4j.diagnostic;

import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.WARNING;

/** Findings about text and shape: what can be said of a document before its meaning is asked. */
public enum TextCode implements DiagnosticCode {
    /** The text does not follow the rules of YAML or JSON. */
    SYNTAX(
            "SMI1001",
            ERROR,
            DROPPED,
            "The text is neither YAML nor JSON",
            "Mend the text at this place; the documents before and after it are read."),
    /** The bytes are not UTF-8. */
    ENCODING("SMI1002", ERROR, DROPPED, "The text is not UTF-8", "Save the file as UTF-8."),
    /** A limit of the reader is exceeded. */
    LIMIT(
            "SMI1003",
            ERROR,
            DROPPED,
            "The text exceeds a limit of the reader",
            "Split the text into smaller files or documents, or read it with other ReaderLimits."),
    /** One key twice in one object. */
    DUPLICATE_KEY("SMI1004", ERROR, DROPPED, "A key occurs twice in one object", "Keep one of the two."),
    /** A YAML tag that asks for something other than plain data. */
    TAG("SMI1005", ERROR, DROPPED, "A YAML tag is not accepted", "Remove the tag: manifests hold plain data."),
    /** An alias without its anchor. */
    ALIAS("SMI1006", ERROR, DROPPED, "An alias has no anchor before it", "Define the anchor before the alias."),
    /** A key that is not a string. */
    KEY("SMI1007", ERROR, DROPPED, "A key is not a string", "Use a plain or quoted string as the key."),
    /** A document that is not an object. */
    NOT_AN_OBJECT(
            "SMI1008",
            ERROR,
            DROPPED,
            "The document is not an object",
            "A manifest is an object with apiVersion, kind and metadata."),
    /** A number that the two versions of YAML read differently. */
    OCTAL(
            "SMI1009",
            WARNING,
            EXACT,
            "A number with a leading zero was read as octal, as Kubernetes does",
            "Write the number without the leading zero, or quote the text."),
    /** A word or number that the two versions of YAML read differently. */
    YAML_1_1(
            "SMI1010",
            WARNING,
            EXACT,
            "The text was read as YAML 1.1 does, which Kubernetes follows here; YAML 1.2 reads something else",
            "Write true, false or the plain number, or quote the text."),

    /** No kind. */
    KIND_MISSING("SMI1101", ERROR, DROPPED, "The object has no kind", "Add kind, for example kind: TrafficSplit."),
    /** A kind that an SMI group does not have. */
    KIND_UNKNOWN(
            "SMI1102",
            ERROR,
            DROPPED,
            "The API group has no such kind",
            "Use one of TrafficSplit, TrafficTarget, IdentityBinding, HTTPRouteGroup, TCPRoute, UDPRoute with its own"
                    + " group."),
    /** A version that the kind does not have. */
    VERSION_UNKNOWN(
            "SMI1103", ERROR, DROPPED, "The kind has no such version", "Use one of the versions that the kind has."),
    /** No apiVersion, inferred from the kind and the shape. */
    VERSION_INFERRED(
            "SMI1104",
            WARNING,
            EXACT,
            "apiVersion is missing and was inferred from the kind and the shape",
            "Add the apiVersion; a cluster refuses the resource without it."),
    /** No apiVersion, and the shape fits more than one or none. */
    VERSION_AMBIGUOUS(
            "SMI1105",
            ERROR,
            DROPPED,
            "apiVersion is missing and the shape does not tell which version is meant",
            "Add the apiVersion."),
    /** A value of another type than the schema's. */
    TYPE("SMI1106", ERROR, DROPPED, "A value has the wrong type", "Write a value of the expected type."),
    /** A required field is missing. */
    FIELD_MISSING("SMI1107", ERROR, DROPPED, "A required field is missing", "Add the field."),
    /** A field that this version does not have, but another does. */
    FIELD_OF_OTHER_VERSION(
            "SMI1108",
            WARNING,
            EXACT,
            "The field belongs to another version of the kind; it was honoured",
            "Write the version that has the field; a cluster would drop the field from this one."),
    /** A field at the place where another version has it. */
    FIELD_MISPLACED(
            "SMI1109",
            ERROR,
            DROPPED,
            "The field stands where another version of the kind has it",
            "Move the field; a cluster would drop it from here."),
    /** One header name twice, also in another case. */
    HEADER_TWICE(
            "SMI1110",
            ERROR,
            DROPPED,
            "A header is tested twice in one match",
            "Keep one entry for each header; names are case-insensitive."),
    /** A weight that is absent. */
    WEIGHT_MISSING(
            "SMI1111",
            WARNING,
            EXACT,
            "The backend has no weight; read as 0",
            "Write the weight, 0 if the backend is to get no traffic."),
    /** A label or annotation map that is null. */
    METADATA_NULL(
            "SMI1112", WARNING, EXACT, "The field is null; read as absent", "Remove the field or give it a value."),
    /** A number that is no port. */
    PORT(
            "SMI1113",
            ERROR,
            DROPPED,
            "A port is not a whole number from 1 to 65535",
            "Write the port as a number from 1 to 65535; names are not known here."),
    /** A kind that only SMI has, under the API group of somebody else. */
    GROUP_FOREIGN(
            "SMI1114",
            WARNING,
            DROPPED,
            "The kind is SMI's but the API group is not; the object is not read as SMI",
            "If SMI is meant, write the API group of the kind.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    TextCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
