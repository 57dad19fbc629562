package io.github.smi4j.translate.istio;

import static io.github.smi4j.diagnostic.Effect.APPROXIMATED;
import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.EXACT;
import static io.github.smi4j.diagnostic.Effect.NARROWED;
import static io.github.smi4j.diagnostic.Effect.UNENFORCED;
import static io.github.smi4j.diagnostic.Effect.WIDENED;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.WARNING;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** What Istio cannot say, or says differently. */
public enum IstioCode implements DiagnosticCode {
    /** A UDP or SCTP port of a root. */
    PORT_NOT_CAPTURED(
            "SMI4001",
            ERROR,
            UNENFORCED,
            "Istio does not see UDP and SCTP; the port stays unsplit",
            "Split this port by other means, or accept the code."),
    /** A port whose traffic the client encrypts itself. */
    PORT_TLS(
            "SMI4002",
            ERROR,
            DROPPED,
            "Clients encrypt the traffic to this port themselves, and Istio splits it by server name only; it stays"
                    + " unsplit",
            "Let the mesh encrypt, and name the port http or tcp; or accept the code."),
    /** A condition on a port without requests. */
    MATCHES_ON_TCP(
            "SMI4003",
            ERROR,
            DROPPED,
            "The split has matches, but Istio sees no HTTP requests on this port; it stays unsplit",
            "Name the port http-… or set appProtocol, if it carries HTTP."),
    /** A headless root with a TCP port. */
    PORT_HEADLESS(
            "SMI4004",
            ERROR,
            DROPPED,
            "The root Service is headless, and clients reach its pods past any route on a TCP port; it stays unsplit",
            "Use a Service with a cluster IP as root."),
    /** A pattern that is too long. */
    REGEX_TOO_LONG(
            "SMI4005",
            ERROR,
            DROPPED,
            "A regular expression is longer than Istio accepts; the split is not emitted",
            "Shorten the pattern, or divide it into several matches."),
    /** A header that Istio takes for something else. */
    HEADER_RESERVED(
            "SMI4006",
            ERROR,
            DROPPED,
            "Istio ignores a test of a header of this name; the split is not emitted",
            "Use a header of another name."),
    /** Weights beyond the range. */
    WEIGHTS_APPROXIMATED(
            "SMI4007",
            WARNING,
            APPROXIMATED,
            "The weights are beyond Istio's range and were scaled down",
            "Use smaller weights."),
    /** Another VirtualService for the root. */
    HOST_TAKEN(
            "SMI4008",
            ERROR,
            DROPPED,
            "The input has a VirtualService for the root already, and Istio does not merge two; the split is not"
                    + " emitted",
            "Remove the VirtualService, or write the split into it."),
    /** Ports that are not known. */
    PORTS_UNKNOWN(
            "SMI4009",
            WARNING,
            NARROWED,
            "The ports of the root are not known, so only HTTP requests are split",
            "Add the Services to the input; then TCP ports are split too."),

    /** UDP and SCTP ports of a target or workload. */
    UDP_NOT_ENFORCED(
            "SMI4101",
            ERROR,
            UNENFORCED,
            "Istio does not see UDP and SCTP: such ports are open to everybody, whatever SMI says",
            "Enforce it by other means, a NetworkPolicy for example, and accept the code."),
    /** A path that templates say in part. */
    PATH_NARROWED(
            "SMI4102",
            WARNING,
            NARROWED,
            "Istio can say a path only in part; less is allowed",
            "Write the path as literals, prefixes or suffixes, or accept that less is allowed."),
    /** A path that Istio cannot say. */
    PATH_DROPPED(
            "SMI4103",
            ERROR,
            DROPPED,
            "Istio has no regular expressions for access, and the path is no list of whole paths, prefixes and suffixes; the"
                    + " match allows nothing",
            "Write whole paths (/a$), prefixes (/a) or suffixes (.*\\.css$)."),
    /** A path with characters that mean something else to Istio. */
    PATH_UNWRITABLE(
            "SMI4104",
            ERROR,
            DROPPED,
            "The path would need a pattern with a brace, a star at its end, or a character that Envoy escapes, which means"
                    + " something else to Istio; the match allows nothing",
            "Write a dot that is meant as a dot \\., else allow a prefix that ends before the character."),
    /** A header value that Istio cannot say. */
    HEADER_DROPPED(
            "SMI4105",
            ERROR,
            DROPPED,
            "Istio has no regular expressions for access, and the value of a header is no list of whole values, prefixes and"
                    + " suffixes; the match allows nothing",
            "Write whole values, with .* at their start or end at most."),
    /** A method that Istio takes for a wildcard. */
    METHOD_DROPPED(
            "SMI4106",
            ERROR,
            DROPPED,
            "A method begins or ends with a star, which is a wildcard to Istio; the match allows nothing",
            "Use methods of letters."),
    /** HTTP on a port of bytes. */
    HTTP_ON_TCP_PORT(
            "SMI4107",
            WARNING,
            NARROWED,
            "Istio sees no HTTP requests on a port, or may see none, so rules for requests allow nothing there",
            "Name the port of the Service http-…, or set its appProtocol, if it carries HTTP."),
    /** The namespace for the whole mesh. */
    ROOT_NAMESPACE(
            "SMI4108",
            ERROR,
            UNENFORCED,
            "The destination is in the root namespace of the mesh, whose policies are for all namespaces; nothing is emitted"
                    + " for it, and nothing is denied",
            "Move the workloads to another namespace, or set root-namespace if this is not the one."),
    /** Labels that two sorts of pods share. */
    SELECTOR_AMBIGUOUS(
            "SMI4109",
            ERROR,
            DROPPED,
            "Istio selects workloads by labels, and those of the destination are also on others; nothing is allowed there",
            "Give the workload a label of its own."),
    /** Labels that pods with different ports share. */
    SELECTOR_NARROWED(
            "SMI4110",
            WARNING,
            NARROWED,
            "Istio selects workloads by labels, and workloads with the same labels are granted different things; only what"
                    + " is granted to all is allowed",
            "Give each workload a label of its own, or the same ports."),
    /** A trust domain that Istio takes for its own. */
    TRUST_DOMAIN_TAKEN(
            "SMI4111",
            ERROR,
            DROPPED,
            "Istio takes the trust domain cluster.local for its own; an identity of another cluster by that name is left"
                    + " out",
            "Give the other cluster a trust domain of its own."),
    /** A workload without a proxy. */
    WORKLOAD_NOT_IN_MESH(
            "SMI4112",
            ERROR,
            UNENFORCED,
            "A workload in scope has no proxy of Istio; it is open to everybody, whatever SMI says",
            "Let Istio inject its proxy, or enforce it by other means and accept the code."),
    /** A port past the proxy. */
    PORT_EXCLUDED(
            "SMI4113",
            ERROR,
            UNENFORCED,
            "Ports of a workload in scope are taken past the proxy; they are open to everybody, whatever SMI says",
            "Remove the annotation, or enforce it by other means and accept the code."),
    /** A policy of others that allows more. */
    POLICY_ALLOWS_MORE(
            "SMI4114",
            ERROR,
            UNENFORCED,
            "An AuthorizationPolicy of the input allows calls to workloads in scope, beside what SMI allows",
            "Remove the policy, or express it in SMI; accept the code if it is meant."),
    /** A policy of others that denies more. */
    POLICY_DENIES_MORE(
            "SMI4115",
            WARNING,
            NARROWED,
            "An AuthorizationPolicy of the input may deny what SMI allows",
            "Remove the policy if SMI is to decide."),
    /** A name that is taken. */
    MTLS_TAKEN(
            "SMI4116",
            ERROR,
            UNENFORCED,
            "A PeerAuthentication of the input decides about mutual TLS; the mode that is asked for is not set",
            "Remove the PeerAuthentication, or set mtls=unset."),
    /** Connections without an identity. */
    MTLS_PERMISSIVE(
            "SMI4117",
            WARNING,
            EXACT,
            "Workloads take connections without mutual TLS; their callers have no identity, and are denied",
            "Set mtls=strict once all callers are in the mesh."),
    /** No identities at all. */
    MTLS_DISABLED(
            "SMI4118",
            WARNING,
            NARROWED,
            "A PeerAuthentication of the input turns mutual TLS off; callers have no identity there, and are all denied",
            "Remove it, or use the mode PERMISSIVE or STRICT."),
    /** Pods that stay open. */
    DESTINATION_OPEN(
            "SMI4119",
            ERROR,
            UNENFORCED,
            "The workloads of a destination cannot be selected and default-deny is none; they are open to everybody",
            "Give the workload a label of its own, or set default-deny=namespace."),
    /** A namespace that is closed since one destination cannot be. */
    NAMESPACE_CLOSED(
            "SMI4120",
            ERROR,
            DROPPED,
            "Istio selects workloads by labels, and those of the destination are also on others; nothing is allowed there,"
                    + " and all workloads of the namespace are closed",
            "Give the workload a label of its own."),
    /** Requests without a proxy. */
    AMBIENT(
            "SMI4121",
            WARNING,
            NARROWED,
            "A namespace in scope is in ambient mode, where rules for requests allow nothing without a waypoint",
            "Use sidecars, or TCPRoutes without HTTPRouteGroups."),
    /** Resources that can change what a proxy does. */
    PROXY_CHANGED(
            "SMI4122",
            ERROR,
            UNENFORCED,
            "A resource of the input changes the proxies of workloads in scope, and may take the rules of access away",
            "Remove it, or accept the code if it leaves authorization and the capture of traffic alone."),
    /** Headers that the proxy sets. */
    HEADER_OF_PROXY(
            "SMI4123",
            ERROR,
            DROPPED,
            "A header is one that Istio's proxy sets or changes before it compares; the match allows nothing",
            "Use a header that only the caller sets."),
    /** Accounts of any trust domain. */
    ANY_TRUST_DOMAIN(
            "SMI4124",
            WARNING,
            WIDENED,
            "With source-style=service-accounts Istio lets in every SPIFFE id with the namespace and the name of the service"
                    + " account in its path, of any trust domain that the mesh trusts",
            "Set source-style=principals, unless the mesh trusts no other domain."),
    /** A version that knows principals alone. */
    SERVICE_ACCOUNTS_TOO_NEW(
            "SMI4125",
            WARNING,
            EXACT,
            "source-style=service-accounts needs Istio 1.25; principals are written instead, which allow what SMI does",
            "Set istio-version=1.25 or newer, if that is what runs, or leave source-style out.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    IstioCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
