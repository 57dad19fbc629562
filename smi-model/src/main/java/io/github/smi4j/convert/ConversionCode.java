package io.github.smi4j.convert;

import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Effect.NARROWED;
import static io.github.smi4j.diagnostic.Effect.WIDENED;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.INFO;
import static io.github.smi4j.diagnostic.Severity.WARNING;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** What a conversion from one version of SMI to another says. */
public enum ConversionCode implements DiagnosticCode {
    /** The kind does not exist in the version. */
    KIND_NOT_IN_VERSION(
            "SMI7001",
            ERROR,
            DROPPED,
            "The kind does not exist in that version",
            "Leave the group at a version that has the kind, or take the resource out."),
    /** Unknown fields that the shape of the version has no place for. */
    UNKNOWN_FIELDS_COLLIDE(
            "SMI7002",
            ERROR,
            DROPPED,
            "An unknown field has no place in the shape of that version",
            "Remove the field or correct its name."),
    /** An unknown field of the document that becomes one of the spec. */
    UNKNOWN_FIELD_MOVED(
            "SMI7003",
            WARNING,
            NARROWED,
            "An unknown field of the document stands among those of the spec in that version",
            "Remove the field or correct its name."),
    /** Resources of one name that differ. */
    NAME_GIVEN_TWICE(
            "SMI7004",
            ERROR,
            DROPPED,
            "Resources of one name differ, so none of them counts; one of them could count afterwards",
            "Remove all but one of them."),

    /** Fractions that became whole numbers. */
    WEIGHTS_SCALED(
            "SMI7101",
            INFO,
            EXACT,
            "Weights were written as the smallest whole numbers in the same ratio",
            "Nothing is to be done; the shares are the same."),
    /** Weights that no whole numbers, or no quantities, can be written for. */
    WEIGHTS_NOT_CONVERTED(
            "SMI7102",
            ERROR,
            DROPPED,
            "The weights cannot be written in that version without another meaning",
            "Write whole numbers >= 0; fractions exist in split v1alpha1 alone."),
    /** Conditions of a split that the version does not have. */
    MATCHES_REFUSED(
            "SMI7103",
            ERROR,
            DROPPED,
            "The version has no conditions; without them the split would take all requests",
            "Use split v1alpha3 or later, or accept the wider split: --allow-widening."),
    /** Conditions of a split left out because that was asked for. */
    MATCHES_LEFT_OUT(
            "SMI7104",
            WARNING,
            WIDENED,
            "The conditions were left out, as was asked: the split takes all requests",
            "Use split v1alpha3 or later to keep the conditions."),

    /** {@code destination.port} that became a route. */
    PORT_BECAME_ROUTE(
            "SMI7201",
            INFO,
            EXACT,
            "destination.port became a route of its own, which the rules refer to",
            "Apply the new route together with the TrafficTarget."),
    /** {@code destination.port} that no route can be written for. */
    PORT_NOT_CONVERTED(
            "SMI7202",
            ERROR,
            DROPPED,
            "destination.port cannot be written in that version; without it the target would allow more",
            "Give all routes that the target refers to in the same input, and mend what the message says; a version with"
                    + " destination.port needs no change."),
    /** A route that became {@code destination.port} again. */
    PORT_RESTORED(
            "SMI7203",
            INFO,
            EXACT,
            "A route that stood for destination.port became that field again",
            "Nothing is to be done; the target allows the same."),
    /** A source that the version has no word for. */
    SOURCE_LEFT_OUT(
            "SMI7204",
            WARNING,
            NARROWED,
            "An IdentityBinding as source exists since access v1alpha4; it was left out",
            "Name the service accounts that the binding stands for."),
    /** A destination that the version has no word for. */
    DESTINATION_NOT_IN_VERSION(
            "SMI7205",
            ERROR,
            DROPPED,
            "An IdentityBinding as destination exists since access v1alpha4",
            "Name the service account that the binding stands for."),

    /** Header tests that the version does not have. */
    HEADERS_REFUSED(
            "SMI7301",
            ERROR,
            DROPPED,
            "The version has no headers; without them the match would take in more requests",
            "Use specs v1alpha2 or later, or accept the wider match: --allow-widening."),
    /** Header tests left out because that was asked for. */
    HEADERS_LEFT_OUT(
            "SMI7302",
            WARNING,
            WIDENED,
            "The headers were left out, as was asked: the match takes in more requests",
            "Use specs v1alpha2 or later to keep the headers."),
    /** Ports that the version does not have. */
    PORTS_REFUSED(
            "SMI7303",
            ERROR,
            DROPPED,
            "The version has no ports; without them the route would mean every port",
            "Use specs v1alpha4, or accept the wider route: --allow-widening."),
    /** Ports left out because that was asked for. */
    PORTS_LEFT_OUT(
            "SMI7304",
            WARNING,
            WIDENED,
            "The ports were left out, as was asked: the route means every port",
            "Use specs v1alpha4 to keep the ports."),
    /** The name of a TCP match, which the version does not have. */
    MATCH_NAME_LEFT_OUT(
            "SMI7305",
            INFO,
            EXACT,
            "The version has no name for the match; it was left out",
            "Nothing is to be done; nothing refers to the name.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    ConversionCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
