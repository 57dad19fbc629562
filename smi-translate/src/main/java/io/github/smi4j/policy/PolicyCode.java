package io.github.smi4j.policy;

import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Effect.NARROWED;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.INFO;
import static io.github.smi4j.diagnostic.Severity.WARNING;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** Findings about meaning and references. */
public enum PolicyCode implements DiagnosticCode {
    /** One resource twice, equal. */
    DUPLICATE_EQUAL("SMI2001", INFO, EXACT, "The resource is given twice, equal", "Remove one of the two."),
    /** Two resources of one name. */
    DUPLICATE_DIFFERENT(
            "SMI2002",
            ERROR,
            DROPPED,
            "The resource is given twice, and the two differ; neither is used",
            "Keep one of the two; a cluster holds one resource of a name."),
    /** A name that Kubernetes refuses. */
    NAME_INVALID(
            "SMI2003",
            ERROR,
            DROPPED,
            "The name is not one that Kubernetes accepts",
            "Use lower-case letters, digits and hyphens, at most 63, beginning and ending with a letter or digit."),
    /** A Service of another namespace or domain. */
    SERVICE_ELSEWHERE(
            "SMI2004",
            ERROR,
            DROPPED,
            "The Service is not in the namespace of the split",
            "Name a Service of the split's own namespace; SMI splits do not cross namespaces."),
    /** An unknown field that constrains nothing. */
    FIELD_UNKNOWN(
            "SMI2005",
            WARNING,
            EXACT,
            "SMI has no such field; it is kept but not read",
            "Remove the field or correct its name."),
    /** An unknown field in a unit that grants or selects. */
    FIELD_UNKNOWN_CONSTRAINT(
            "SMI2006",
            ERROR,
            DROPPED,
            "SMI has no such field here, and it may have been meant as a constraint; the unit selects nothing",
            "Remove the field or correct its name."),
    /** A traffic spec that no resource refers to. */
    UNUSED("SMI2007", INFO, EXACT, "No resource of the input uses it", "Remove it, or refer to it."),

    /** A split without backends. */
    SPLIT_WITHOUT_BACKEND(
            "SMI2101", ERROR, DROPPED, "The split has no backend; it is not emitted", "Add at least one backend."),
    /** All weights are 0. */
    SPLIT_WEIGHTS_ZERO(
            "SMI2102",
            ERROR,
            DROPPED,
            "All weights are 0, so no backend could take the traffic; the split is not emitted",
            "Give at least one backend a weight above 0."),
    /** A weight that is not a whole number &gt;= 0. */
    SPLIT_WEIGHT(
            "SMI2104",
            ERROR,
            DROPPED,
            "A weight is not a whole number >= 0; the split is not emitted",
            "Write a whole number >= 0; fractions exist in split v1alpha1 alone."),
    /** A backend twice. */
    SPLIT_BACKEND_TWICE(
            "SMI2105", WARNING, EXACT, "A backend is given twice; its weights were added", "Write each backend once."),
    /** A backend that is the root. */
    SPLIT_BACKEND_IS_ROOT(
            "SMI2106",
            WARNING,
            EXACT,
            "A backend is the root Service itself; its share goes to the root's own endpoints",
            "The specification forbids it; use a Service of its own for these endpoints."),
    /** A backend that is the root of another split. */
    SPLIT_BACKEND_IS_SPLIT(
            "SMI2107",
            WARNING,
            EXACT,
            "A backend is the root of another split; its share is not split again",
            "Write the shares of all final backends into one split."),
    /** Several splits on one root. */
    SPLIT_ROOT_TWICE(
            "SMI2108",
            ERROR,
            DROPPED,
            "Several splits have one root, and they are not one with matches and one without; none is emitted",
            "Keep one split without matches and at most one with matches for each root."),
    /** A condition that is an empty list. */
    SPLIT_MATCHES_EMPTY(
            "SMI2109",
            ERROR,
            DROPPED,
            "matches is an empty list; the split is not emitted, since it must not be read as unconditional",
            "Name an HTTPRouteGroup, or remove the field to split all requests."),
    /** A condition of another kind. */
    SPLIT_MATCH_KIND(
            "SMI2110",
            ERROR,
            DROPPED,
            "A split can refer to an HTTPRouteGroup only; the split is not emitted",
            "Refer to an HTTPRouteGroup of specs.smi-spec.io."),
    /** A condition that is not there. */
    SPLIT_GROUP_MISSING(
            "SMI2111",
            ERROR,
            DROPPED,
            "The HTTPRouteGroup is not in the input; the split is not emitted",
            "Add the HTTPRouteGroup to the input, in the namespace of the split."),
    /** A condition that cannot be used. */
    SPLIT_GROUP_UNUSABLE(
            "SMI2112",
            ERROR,
            DROPPED,
            "The HTTPRouteGroup has faults or no match; the split is not emitted",
            "Mend the HTTPRouteGroup, or give it a match; its own findings say what is wrong."),
    /** The other split of a pair cannot be used. */
    SPLIT_PARTNER_FAULTY(
            "SMI2113",
            ERROR,
            DROPPED,
            "The other split of this root has faults, and without it this one would mean more; it is not emitted",
            "Mend the other split."),
    /** A backend without traffic does not exist. */
    BACKEND_MISSING_UNUSED(
            "SMI2114",
            INFO,
            EXACT,
            "The Service of a backend with weight 0 does not exist yet",
            "Create the Service before you raise the weight."),
    /** A backend with traffic does not exist. */
    BACKEND_MISSING(
            "SMI2115",
            WARNING,
            EXACT,
            "The Service of a backend does not exist; the backend takes no part",
            "Create the Service, or add it to the input; if the namespace holds more than the input, set"
                    + " partial-inventory=true."),
    /** A backend without the port of the root. */
    BACKEND_WITHOUT_PORT(
            "SMI2116",
            WARNING,
            EXACT,
            "A backend does not have the port of the root Service; it takes no part on it",
            "Give the backend's Service the port, with the same number and protocol."),
    /** A port that no backend can serve. */
    PORT_UNSPLIT(
            "SMI2117",
            ERROR,
            DROPPED,
            "No backend with a weight above 0 has this port of the root Service; the port stays unsplit",
            "Give a backend's Service the port, with the same number and protocol."),
    /** The root does not exist. */
    ROOT_MISSING(
            "SMI2118",
            ERROR,
            DROPPED,
            "The root Service does not exist; the split is not emitted",
            "Create the root Service, or add it to the input; if the namespace holds more than the input, set"
                    + " partial-inventory=true."),
    /** The ports of the root are not known. */
    ROOT_UNKNOWN(
            "SMI2119",
            INFO,
            EXACT,
            "The ports of the root Service are not known; the split is taken to be for all of them",
            "Add the Service to the input."),
    /** The ports of a backend are not known. */
    BACKEND_UNKNOWN(
            "SMI2120",
            WARNING,
            NARROWED,
            "The input does not tell whether a backend's Service exists; it is taken to have the ports of the root, and"
                    + " requests to it fail if it does not",
            "Add the Service to the input, or correct the name of the backend."),
    /** A root without ports. */
    ROOT_WITHOUT_PORTS(
            "SMI2121",
            ERROR,
            DROPPED,
            "The root Service has no ports; there is nothing to split",
            "Give the root Service its ports."),
    /** A Service that is there and cannot be read. */
    SERVICE_UNREADABLE(
            "SMI2122",
            WARNING,
            NARROWED,
            "A Service is in the input, but it cannot be read, or it is given in two ways; its ports are not known",
            "Mend the Service: port and targetPort, protocol TCP, UDP or SCTP, no port of a protocol twice, a selector of"
                    + " strings; and give it once."),
    /** A namespace that is taken to be known. */
    CLOSED_WORLD(
            "SMI2123",
            INFO,
            EXACT,
            "The namespace is taken to hold the Services and workloads of the input and no others",
            "If it holds more, set partial-inventory=true."),

    /** Splits that have each other as backends. */
    SPLIT_CYCLE(
            "SMI2124",
            WARNING,
            EXACT,
            "Splits have each other as backends; no share is split again",
            "Let each split name the Services of the final pods; a root Service is for clients."),

    /** A path outside the dialect. */
    PATH_REGEX(
            "SMI2201",
            ERROR,
            DROPPED,
            "pathRegex is not a regular expression that all meshes read alike; the match selects nothing",
            "Write it in the common part of RE2 and Rust's regex."),
    /** A header value outside the dialect. */
    HEADER_REGEX(
            "SMI2202",
            ERROR,
            DROPPED,
            "The value of a header is not a regular expression that all meshes read alike; the match selects nothing",
            "Write it in the common part of RE2 and Rust's regex."),
    /** A header name that HTTP does not have. */
    HEADER_NAME(
            "SMI2203",
            ERROR,
            DROPPED,
            "A header name is not one that HTTP has; the match selects nothing",
            "Use a name of letters, digits and !#$%&'*+-.^_`|~; paths and methods have fields of their own."),
    /** One header twice. */
    HEADER_TWICE(
            "SMI2204",
            ERROR,
            DROPPED,
            "A header is tested twice; the match selects nothing",
            "Keep one entry for each header; names are case-insensitive."),
    /** A method in lower case. */
    METHOD_CASE(
            "SMI2205",
            WARNING,
            EXACT,
            "A method is not in upper case; it was read as if it were",
            "Write the method in upper case."),
    /** A method that HTTP does not have. */
    METHOD(
            "SMI2206",
            ERROR,
            DROPPED,
            "A method is not one that HTTP has; the match selects nothing",
            "Use a method such as GET, or * for any."),
    /** A match without any part. */
    MATCH_WITHOUT_PARTS(
            "SMI2207",
            ERROR,
            DROPPED,
            "The match tests nothing; it selects nothing",
            "Give it a pathRegex, methods or headers; pathRegex .* matches all requests."),
    /** A match name twice. */
    MATCH_TWICE(
            "SMI2208",
            ERROR,
            DROPPED,
            "Two matches of the group have this name; neither selects anything",
            "Give each match a name of its own."),
    /** A pattern without a request that it matches. */
    PATTERN_NEVER_MATCHES(
            "SMI2209",
            WARNING,
            EXACT,
            "The pattern matches no request; the match selects nothing",
            "A path starts with / and is tested without its query; a header value has no outer blanks.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    PolicyCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
