package io.github.smi4j.validation;

import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.INFO;
import static io.github.smi4j.diagnostic.Severity.WARNING;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** What the validator finds beyond the reading of text and the resolution of meaning. */
public enum ValidationCode implements DiagnosticCode {
    /** A label that Kubernetes refuses. */
    LABEL(
            "SMI2008",
            ERROR,
            EXACT,
            "A label is not one that Kubernetes accepts",
            "Use a key of at most 63 letters, digits and -_., after an optional DNS prefix and /; a value of at most 63 of"
                    + " the same."),
    /** An annotation that Kubernetes refuses. */
    ANNOTATION(
            "SMI2009",
            ERROR,
            EXACT,
            "An annotation is not one that Kubernetes accepts",
            "Use a key of at most 63 letters, digits and -_., after an optional DNS prefix and /; all annotations together"
                    + " hold at most 256 KiB."),
    /** A version that is not the newest released. */
    VERSION_OLD(
            "SMI2010",
            INFO,
            EXACT,
            "The version of the API is not the last one that SMI released",
            "Write the last version; smi convert does it and says what changes."),
    /** Two versions that no release of SMI had together. */
    VERSION_PAIR(
            "SMI2011",
            WARNING,
            EXACT,
            "The resource refers to one of a version that no release of SMI combines with its own",
            "Write both in the versions of one release; smi convert does it and says what changes."),
    /** An element of a list that is there already. */
    REPEATED("SMI2012", INFO, EXACT, "The list has this element already", "Remove one of the two."),
    /** A rule that threw. */
    RULE_FAILED(
            "SMI2013",
            ERROR,
            EXACT,
            "A rule failed, so that what it looks for was not found everywhere",
            "Tell whoever wrote the rule, or switch it off; the other rules ran."),
    /** A name of its own that Kubernetes refuses. */
    METADATA_NAME(
            "SMI2014",
            ERROR,
            EXACT,
            "The resource's own name is not one that Kubernetes accepts",
            "Use lower-case letters, digits, hyphens and dots, at most 253, each part beginning and ending with a letter or"
                    + " digit; no dots and at most 63 for a namespace."),
    /** A path that goes on. */
    PATH_OPEN(
            "SMI2210",
            INFO,
            EXACT,
            "The path also matches longer names in its last segment",
            "Write (/.*)?$ behind it for this path and those below, or $ for this path alone."),
    /** A dot that is any character. */
    PATTERN_DOT(
            "SMI2211",
            INFO,
            EXACT,
            "A dot between letters matches any character",
            "Write \\. for the dot itself, or [^/] for any character of a segment."),
    /** A match that others cover. */
    MATCH_COVERED(
            "SMI2212",
            WARNING,
            EXACT,
            "Wherever the match is used, another match beside it takes all of its requests",
            "Remove the match, or narrow the other one."),
    /** An account that is not there. */
    SOURCE_ACCOUNT_MISSING(
            "SMI2317",
            WARNING,
            EXACT,
            "No workload runs under the service account of a source, and none is declared",
            "Correct the name, or add the ServiceAccount to the input; if the namespace holds more than the input, set"
                    + " partial-inventory=true."),
    /** A target without effect. */
    TARGET_WITHOUT_EFFECT(
            "SMI2345",
            WARNING,
            EXACT,
            "No port that the target names is one that its other parts and the Services have, so it allows nothing",
            "Name ports on which destination.port, the rules and the Services of the destination agree."),
    /** A target that others cover. */
    TARGET_COVERED(
            "SMI2346",
            WARNING,
            EXACT,
            "Another TrafficTarget allows all that this one allows",
            "Remove one of the two, or narrow the other one.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    ValidationCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
