package io.github.smi4j.translate.linkerd;

import static io.github.smi4j.diagnostic.Effect.APPROXIMATED;
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

/** What Linkerd cannot say, or says differently. */
public enum LinkerdCode implements DiagnosticCode {
    /** A UDP or SCTP port of a root. */
    PORT_NOT_PROXIED(
            "SMI5001",
            ERROR,
            UNENFORCED,
            "Linkerd does not see UDP and SCTP; the port stays unsplit",
            "Split this port by other means, or accept the code."),
    /** An opaque port of a root. */
    PORT_OPAQUE(
            "SMI5002",
            ERROR,
            DROPPED,
            "Linkerd sees no requests on the port, and reads no TCPRoutes; it stays unsplit",
            "If it carries HTTP, set the annotation config.linkerd.io/opaque-ports of the Service and its pods to a "
                    + "list without it, and give it no appProtocol but http; else set gateway-api=1.2-experimental if "
                    + "that channel is installed, or split-mode=serviceprofile."),
    /** A condition on an opaque port. */
    MATCHES_ON_OPAQUE_PORT(
            "SMI5003",
            ERROR,
            DROPPED,
            "The split has matches, but Linkerd sees no requests on this port; it stays unsplit",
            "If it carries HTTP, set the annotation config.linkerd.io/opaque-ports of the Service and its pods to a "
                    + "list without it, and give it no appProtocol but http."),
    /** Connections without requests. */
    CONNECTIONS_UNSPLIT(
            "SMI5004",
            WARNING,
            NARROWED,
            "A port may carry connections without HTTP, which an HTTPRoute does not split",
            "Set appProtocol: http on the port of the Service if it carries HTTP alone; Linkerd reads it since 2.18."),
    /** A root that has no routes. */
    ROOT_WITHOUT_CLUSTER_IP(
            "SMI5005",
            ERROR,
            DROPPED,
            "Linkerd accepts no route for a Service without a cluster IP; it stays unsplit",
            "Use a Service with a cluster IP as root."),
    /** Ports that are not known. */
    PORTS_UNKNOWN(
            "SMI5006",
            ERROR,
            DROPPED,
            "The ports of the root are not known, and a backend of a route needs its port; the Service stays "
                    + "unsplit",
            "Add the Services to the input, or set split-mode=serviceprofile."),
    /** Weights beyond the range. */
    WEIGHTS_APPROXIMATED(
            "SMI5007",
            WARNING,
            APPROXIMATED,
            "The weights are beyond the range of the route and were scaled down",
            "Use smaller weights."),
    /** Backends beyond the limit. */
    TOO_MANY_BACKENDS(
            "SMI5008",
            ERROR,
            DROPPED,
            "An HTTPRoute has at most 16 backends; the port stays unsplit",
            "Use fewer backends, or split-mode=serviceprofile."),
    /** Matches beyond the limit. */
    TOO_MANY_MATCHES(
            "SMI5009",
            ERROR,
            DROPPED,
            "The matches are more than an HTTPRoute can hold; the port stays unsplit",
            "Use fewer matches or methods."),
    /** A pattern of a split that is too long. */
    SPLIT_PATTERN_TOO_LONG(
            "SMI5010",
            ERROR,
            DROPPED,
            "A regular expression is longer than an HTTPRoute accepts; the split is not emitted",
            "Shorten the pattern, or divide it into several matches."),
    /** Headers of a split beyond the limit. */
    SPLIT_HEADERS(
            "SMI5011",
            ERROR,
            DROPPED,
            "A match tests more headers than an HTTPRoute can; the split is not emitted",
            "Test at most 16 headers."),
    /** A header of a split that proxies change. */
    SPLIT_HEADER_OF_PROXY(
            "SMI5012",
            ERROR,
            DROPPED,
            "A match tests a header that proxies set or take away on the way; the split is not emitted",
            "Use a header that only the caller sets."),
    /** A method of a split that is not known. */
    SPLIT_METHOD(
            "SMI5013",
            ERROR,
            DROPPED,
            "A match has a method that HTTPRoutes do not know; the split is not emitted",
            "Use the methods GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE and PATCH."),
    /** Another route for the root. */
    ROUTE_TAKEN(
            "SMI5014",
            ERROR,
            DROPPED,
            "The input has a route or profile for the root already; Linkerd would merge the two, or turn one " + "off",
            "Remove the other, or write the split into it."),
    /** A profile that turns routes off. */
    PROFILE_TAKES_OVER(
            "SMI5015",
            ERROR,
            DROPPED,
            "The input has a ServiceProfile for the root, which turns all routes of the Service off; the "
                    + "split is not emitted",
            "Remove the ServiceProfile, and restart its clients."),
    /** A condition that a profile cannot say. */
    PROFILE_WITHOUT_MATCHES(
            "SMI5016",
            ERROR,
            DROPPED,
            "A ServiceProfile knows no matches; the split is not emitted",
            "Set split-mode=httproute."),
    /** Ports that are split differently. */
    PROFILE_FOR_ALL_PORTS(
            "SMI5017",
            ERROR,
            DROPPED,
            "A ServiceProfile splits all ports alike, and the ports of the root are split in different ways; "
                    + "the split is not emitted",
            "Set split-mode=httproute, or give the backends the same ports."),
    /** A backend outside the cluster. */
    BACKEND_EXTERNAL(
            "SMI5018",
            ERROR,
            DROPPED,
            "A backend is an ExternalName Service, of which Linkerd knows no endpoints, so that requests to it fail; the "
                    + "split is not emitted",
            "Use a backend with a cluster IP."),

    /** UDP and SCTP ports of a target or workload. */
    UDP_NOT_ENFORCED(
            "SMI5101",
            ERROR,
            UNENFORCED,
            "Linkerd does not see UDP and SCTP: such ports are open to everybody, whatever SMI says",
            "Enforce it by other means, a NetworkPolicy for example, and accept the code."),
    /** Requests on an opaque port. */
    HTTP_ON_OPAQUE_PORT(
            "SMI5102",
            WARNING,
            NARROWED,
            "Linkerd sees no requests on an opaque port, so rules for requests allow nothing there",
            "If it carries HTTP, set the annotation config.linkerd.io/opaque-ports of the Service and its pods to a "
                    + "list without it, and give it no appProtocol but http."),
    /** Matches that hide each other. */
    ROUTES_OVERLAP(
            "SMI5103",
            WARNING,
            NARROWED,
            "Requests fit several matches with different sources; Linkerd judges them by one of these and may "
                    + "let fewer in",
            "Write matches so that none shares requests with another, or give them the same sources."),
    /** A method that is not known. */
    METHOD_DROPPED(
            "SMI5104",
            ERROR,
            DROPPED,
            "HTTPRoutes do not know a method; it is left out",
            "Use the methods GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE and PATCH."),
    /** A pattern that is too long. */
    PATTERN_TOO_LONG(
            "SMI5105",
            ERROR,
            DROPPED,
            "A regular expression is longer than an HTTPRoute accepts; the match allows nothing",
            "Shorten the pattern, or divide it into several matches."),
    /** Headers beyond the limit. */
    TOO_MANY_HEADERS(
            "SMI5106",
            ERROR,
            DROPPED,
            "A match tests more headers than an HTTPRoute can; it allows nothing",
            "Test at most 16 headers."),
    /** A header that proxies change. */
    HEADER_OF_PROXY(
            "SMI5107",
            ERROR,
            DROPPED,
            "A header is one that proxies set or take away on the way; the match allows nothing",
            "Use a header that only the caller sets."),
    /** Labels that two sorts of pods share. */
    SELECTOR_AMBIGUOUS(
            "SMI5108",
            ERROR,
            DROPPED,
            "Linkerd selects pods by labels, and those of the destination are also on others; nothing is "
                    + "allowed there",
            "Give the workload a label of its own."),
    /** Labels that pods with different ports share. */
    SELECTOR_NARROWED(
            "SMI5109",
            WARNING,
            NARROWED,
            "Linkerd selects pods by labels, and workloads with the same labels are granted different things; "
                    + "only what is granted to all is allowed",
            "Give each workload a label of its own, or the same ports."),
    /** Pods that two targets may name, and one Server is for. */
    SERVERS_MEET(
            "SMI5110",
            WARNING,
            NARROWED,
            "Not all pods are known, and one that two targets name may follow one of them alone",
            "Add all workloads of the namespace to the input."),
    /** A workload without a proxy. */
    WORKLOAD_NOT_IN_MESH(
            "SMI5111",
            ERROR,
            UNENFORCED,
            "A workload in scope has no proxy of Linkerd; it is open to everybody, whatever SMI says",
            "Let Linkerd inject its proxy, or enforce it by other means and accept the code."),
    /** A port past the proxy. */
    PORTS_SKIPPED(
            "SMI5112",
            ERROR,
            UNENFORCED,
            "Ports of a workload in scope are taken past the proxy; they are open to everybody, whatever SMI " + "says",
            "Remove the annotation, or enforce it by other means and accept the code."),
    /** A proxy that nothing in the input tells of. */
    INJECTION_ASSUMED(
            "SMI5113",
            WARNING,
            EXACT,
            "No annotation in the input says that Linkerd injects its proxy; it is taken to",
            "Annotate the namespace with linkerd.io/inject: enabled, and add it to the input."),
    /** Ports that are closed later. */
    DENY_AFTER_RESTART(
            "SMI5114",
            WARNING,
            UNENFORCED,
            "Linkerd closes a port without a Server by an annotation that pods read when they are created",
            "Write the patches to a file (--patches F), apply it with kubectl apply --server-side "
                    + "--field-manager=smi4j, and restart the pods."),
    /** A Server of others. */
    SERVER_TAKEN(
            "SMI5115",
            ERROR,
            UNENFORCED,
            "A Server of the input may be for ports in scope; of two for one port Linkerd follows the older",
            "Remove the Server and what refers to it, or express it in SMI; accept the code if it is meant."),
    /** A policy of others that allows more. */
    POLICY_ALLOWS_MORE(
            "SMI5116",
            ERROR,
            UNENFORCED,
            "A policy of the input allows calls to workloads in scope, beside what SMI allows",
            "Remove the policy, or express it in SMI; accept the code if it is meant."),
    /** A route of others. */
    ROUTE_BESIDE(
            "SMI5117",
            WARNING,
            NARROWED,
            "A route of the input is for a Server of the output, and may judge requests that SMI allows",
            "Remove the route if SMI is to decide."),
    /** Mutual TLS as it is. */
    MTLS_ALWAYS(
            "SMI5118",
            INFO,
            EXACT,
            "Between its proxies Linkerd always uses mutual TLS; mtls=strict adds nothing",
            "Leave mtls out."),
    /** A mode that Linkerd has not. */
    MTLS_PERMISSIVE(
            "SMI5119",
            ERROR,
            EXACT,
            "Linkerd has no permissive mode; callers without mutual TLS are denied",
            "Set mtls=unset."),
    /** Health checks that are let in. */
    PROBES_ALLOWED(
            "SMI5120",
            WARNING,
            WIDENED,
            "Health checks have no identity, so whoever is in their networks may call their paths with GET",
            "Set probe-networks to those of the nodes."),
    /** Health checks that fail. */
    PROBES_DENIED(
            "SMI5121",
            WARNING,
            NARROWED,
            "Health checks by HTTP are denied: Linkerd sees no requests on an opaque port, or no route can be for the path",
            "Let the health check use a port of its own, or another way than HTTP."),
    /** Containers of one pod. */
    SAME_POD(
            "SMI5122",
            WARNING,
            WIDENED,
            "Linkerd always allows what containers of one pod send to each other",
            "Put what must not be reached into a pod of its own.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    LinkerdCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
