package io.github.smi4j.policy;

import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Effect.NARROWED;
import static io.github.smi4j.diagnostic.Effect.UNENFORCED;
import static io.github.smi4j.diagnostic.Effect.WIDENED;
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
            "Mend the HTTPRouteGroup; its own findings say what is wrong."),
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
            "Mend the Service: port and targetPort, protocol TCP, UDP or SCTP, a selector of strings; once."),
    /** A namespace that is taken to be known. */
    CLOSED_WORLD(
            "SMI2123",
            INFO,
            EXACT,
            "The namespace is taken to hold the Services and workloads of the input and no others",
            "If it holds more, set partial-inventory=true."),

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
            "A path starts with / and is tested without its query; a header value has no outer blanks."),

    /** A destination of another namespace. */
    TARGET_ELSEWHERE(
            "SMI2301",
            ERROR,
            DROPPED,
            "The destination is in another namespace than the TrafficTarget, which allows nothing",
            "Move the TrafficTarget into the namespace of its destination, whose owner grants access."),
    /** A subject without a namespace. */
    SUBJECT_NAMESPACE_ABSENT(
            "SMI2302",
            WARNING,
            EXACT,
            "A subject has no namespace; that of the TrafficTarget is taken",
            "Write the namespace; SMI requires it."),
    /** A subject of another kind. */
    SUBJECT_KIND(
            "SMI2303",
            ERROR,
            DROPPED,
            "A subject is neither a ServiceAccount nor an IdentityBinding; it is nobody",
            "Name a ServiceAccount, or an IdentityBinding of access.smi-spec.io."),
    /** A service account name that Kubernetes refuses. */
    ACCOUNT_NAME(
            "SMI2304",
            ERROR,
            DROPPED,
            "The name of a service account is not one that Kubernetes accepts; it is nobody",
            "Use lower-case letters, digits, hyphens and dots, at most 253; wildcards do not exist in SMI."),
    /** The account that pods have without asking. */
    SUBJECT_DEFAULT_ACCOUNT(
            "SMI2305",
            WARNING,
            EXACT,
            "The service account is default, which all pods share that declare none",
            "Give the workloads a service account of their own."),
    /** A binding that is not there. */
    BINDING_MISSING(
            "SMI2306",
            ERROR,
            DROPPED,
            "The IdentityBinding is not in the input; the subject is nobody",
            "Add the IdentityBinding to the input, or correct its name."),
    /** A binding without any scheme. */
    BINDING_WITHOUT_SCHEME(
            "SMI2307",
            ERROR,
            DROPPED,
            "The IdentityBinding has no scheme; it binds nobody",
            "Give it a serviceAccount, a podLabelSelector or spiffeIdentities."),
    /** A binding with both schemes that exclude each other. */
    BINDING_BOTH_SCHEMES(
            "SMI2308",
            ERROR,
            DROPPED,
            "The IdentityBinding has both podLabelSelector and serviceAccount; it binds nobody",
            "Keep one of the two; the specification lets them exclude each other."),
    /** A selector of all pods. */
    BINDING_SELECTOR_EMPTY(
            "SMI2309",
            ERROR,
            DROPPED,
            "The podLabelSelector has no label; the IdentityBinding binds nobody",
            "Name the labels of the pods; an empty selector would be all pods of the namespace."),
    /** A label that no pod can have. */
    LABEL_INVALID(
            "SMI2310",
            ERROR,
            DROPPED,
            "A label is not one that Kubernetes accepts; the podLabelSelector selects nobody",
            "Use a name of at most 63 letters, digits and -_., beginning and ending with a letter or digit."),
    /** A text that is no SPIFFE id. */
    SPIFFE_SYNTAX(
            "SMI2311",
            ERROR,
            DROPPED,
            "A SPIFFE id is not well-formed; it is nobody",
            "Write spiffe://<trust domain>/<path>, the trust domain in lower case; wildcards do not exist in SMI."),
    /** A SPIFFE id of the own trust domain and another namespace. */
    SPIFFE_ELSEWHERE(
            "SMI2312",
            ERROR,
            DROPPED,
            "A SPIFFE id is of the cluster's trust domain, but of no service account of the binding's namespace; it is"
                    + " nobody",
            "Name a service account of this namespace, /ns/<namespace>/sa/<name>; others are bound in theirs."),
    /** A destination of another trust domain. */
    SPIFFE_FOREIGN_DESTINATION(
            "SMI2313",
            WARNING,
            EXACT,
            "A SPIFFE id of another trust domain names no pod of this cluster; it is not part of the destination",
            "Bind a service account or labels for a destination."),
    /** Labels that do not select all pods of an account. */
    SOURCE_LABELS_NOT_AN_ACCOUNT(
            "SMI2314",
            ERROR,
            DROPPED,
            "Labels select some pods of a service account and not others; the account may not call",
            "Bind the service account, or give the selected pods one of their own."),
    /** Labels in a namespace that is not known as a whole. */
    SOURCE_LABELS_UNKNOWN(
            "SMI2315",
            ERROR,
            DROPPED,
            "The workloads of the namespace are not all known, so labels name no service account; they are nobody",
            "Add all workloads of the namespace to the input, or bind the service account."),
    /** Labels that no pod has. */
    SOURCE_LABELS_UNUSED(
            "SMI2316",
            WARNING,
            EXACT,
            "No workload of the namespace has the labels; as a source they are nobody",
            "Correct the labels, or add the workload to the input."),
    /** Workloads that are not known. */
    DESTINATION_UNKNOWN(
            "SMI2321",
            ERROR,
            DROPPED,
            "The workloads of a destination are not all known; the target is not emitted",
            "Add the workloads of the namespace to the input, or set workload-label to the label that holds the name of"
                    + " the service account."),
    /** A destination without pods. */
    DESTINATION_WITHOUT_WORKLOAD(
            "SMI2322",
            ERROR,
            DROPPED,
            "No workload of the input belongs to the destination; the target is not emitted",
            "Correct the destination, or add its workloads to the input; if the namespace holds more than the input, set"
                    + " partial-inventory=true."),
    /** A destination by guess. */
    DESTINATION_GUESSED(
            "SMI2323",
            WARNING,
            WIDENED,
            "The workloads of a destination are guessed by label; pods with the label and another service account are"
                    + " opened too",
            "Add the workloads of the namespace to the input."),
    /** Services that are not known. */
    SERVICES_UNKNOWN(
            "SMI2324",
            ERROR,
            DROPPED,
            "No Service of a workload is known, so its ports mean nothing; nothing is allowed there",
            "Add the Services of the namespace to the input."),
    /** A workload behind no Service. */
    WORKLOAD_WITHOUT_SERVICE(
            "SMI2325",
            WARNING,
            EXACT,
            "A workload is behind no Service; the ports that its containers declare are taken for those of a Service",
            "Give the workload a Service; SMI names the ports of Services."),
    /** One port of Services, several of pods. */
    SERVICES_DISAGREE(
            "SMI2326",
            WARNING,
            EXACT,
            "The Services of a workload lead one port to different ports of its pods; all of these are meant",
            "Let all Services lead a port to the same port of the pods."),
    /** A port that no Service has. */
    PORT_MISSING(
            "SMI2327",
            WARNING,
            EXACT,
            "No Service of the destination has a port that a rule names; it allows nothing there",
            "Name a port of a Service, not of a container."),
    /** A named port that the pods do not have. */
    TARGET_PORT_MISSING(
            "SMI2328",
            WARNING,
            EXACT,
            "A port of a Service leads to a named port that the pods do not have, or have with several numbers; it"
                    + " allows nothing there",
            "Give a container a port of this name, once."),
    /** A target without rules. */
    TARGET_WITHOUT_RULES(
            "SMI2331",
            ERROR,
            DROPPED,
            "The TrafficTarget has no rules; it allows nothing",
            "Add a rule; a TCPRoute without ports allows everything."),
    /** A target without sources. */
    TARGET_WITHOUT_SOURCES(
            "SMI2332",
            ERROR,
            DROPPED,
            "The TrafficTarget has no sources; it allows nothing",
            "Add a source, or remove the TrafficTarget."),
    /** A rule of another kind. */
    RULE_KIND(
            "SMI2333",
            ERROR,
            DROPPED,
            "A rule is of a kind that SMI does not have, and it may have been meant as a limit; the target allows nothing",
            "Refer to an HTTPRouteGroup, a TCPRoute or a UDPRoute."),
    /** A traffic spec that is not there. */
    RULE_ROUTE_MISSING(
            "SMI2334",
            ERROR,
            DROPPED,
            "The traffic spec of a rule is not in the input; the rule allows nothing",
            "Add it to the input, in the namespace of the TrafficTarget, or correct its name."),
    /** A group without matches. */
    RULE_GROUP_EMPTY(
            "SMI2335",
            ERROR,
            DROPPED,
            "The HTTPRouteGroup of a rule has no match; the rule allows nothing",
            "Add a match to the group; pathRegex .* matches all requests."),
    /** A choice of nothing. */
    RULE_MATCHES_EMPTY(
            "SMI2336",
            ERROR,
            DROPPED,
            "The matches of a rule are an empty list; the rule allows nothing",
            "Name a match, or remove the field to allow all matches of the group."),
    /** A match that is not in the group. */
    RULE_MATCH_MISSING(
            "SMI2337",
            ERROR,
            DROPPED,
            "The HTTPRouteGroup has no match of this name; nothing is allowed by it",
            "Correct the name, or add the match to the group."),
    /** A choice of matches where there are none. */
    RULE_MATCHES_OF_PORTS(
            "SMI2338",
            ERROR,
            DROPPED,
            "A rule chooses matches of a TCPRoute or UDPRoute, which has none to choose from; the rule allows nothing",
            "Remove the field; the ports of the route are all it has."),
    /** A port and a binding in one target. */
    PORT_WITH_BINDING(
            "SMI2339",
            ERROR,
            DROPPED,
            "The target has destination.port and an IdentityBinding, which no version of SMI has together; it allows"
                    + " nothing",
            "Name the port in a TCPRoute."),

    /** Workloads that nobody may call. */
    SCOPE_UNREACHED(
            "SMI2341",
            INFO,
            EXACT,
            "Workloads of a namespace in scope are closed to everybody, since no target reaches them",
            "Allow what they need, gateways too, or set default-deny=destinations."),
    /** A namespace that an unresolved destination closes. */
    SCOPE_WIDENED(
            "SMI2342",
            WARNING,
            EXACT,
            "A destination cannot be resolved, so all workloads of its namespace are closed by default",
            "Mend the destination, or add its workloads to the input."),
    /** A destination that stays open. */
    SCOPE_OPEN(
            "SMI2343",
            ERROR,
            UNENFORCED,
            "A destination cannot be resolved and default-deny is none, so its pods stay open to everybody",
            "Mend the destination, add its workloads to the input, or set default-deny=namespace."),
    /** A source that loses a share of its requests. */
    SPLIT_BACKEND_DENIED(
            "SMI2344",
            WARNING,
            EXACT,
            "A source may call the root of a split, but not a backend that takes a share; its requests are denied there",
            "Allow the source at the backend's pods too; routing never grants.");

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
