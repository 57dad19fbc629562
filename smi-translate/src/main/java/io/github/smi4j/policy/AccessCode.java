package io.github.smi4j.policy;

import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Effect.UNENFORCED;
import static io.github.smi4j.diagnostic.Effect.WIDENED;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.INFO;
import static io.github.smi4j.diagnostic.Severity.WARNING;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** Findings about who may call whom: TrafficTargets, their subjects, rules and ports, and what is closed. */
public enum AccessCode implements DiagnosticCode {
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
            "Use keys and values of at most 63 letters, digits and -_., beginning and ending with a letter or digit."),
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
            "Add the workloads of the namespace to the input, or the Services alone and set workload-label to the label"
                    + " that holds the name of the service account."),
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

    AccessCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
