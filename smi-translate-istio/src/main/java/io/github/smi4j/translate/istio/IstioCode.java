package io.github.smi4j.translate.istio;

import static io.github.smi4j.diagnostic.Effect.APPROXIMATED;
import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.NARROWED;
import static io.github.smi4j.diagnostic.Effect.UNENFORCED;
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
            "Add the Services to the input; then TCP ports are split too.");

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
