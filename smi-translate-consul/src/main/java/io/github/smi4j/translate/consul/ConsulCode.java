package io.github.smi4j.translate.consul;

import static io.github.smi4j.diagnostic.Effect.APPROXIMATED;
import static io.github.smi4j.diagnostic.Effect.DROPPED;
import static io.github.smi4j.diagnostic.Effect.NARROWED;
import static io.github.smi4j.diagnostic.Effect.UNENFORCED;
import static io.github.smi4j.diagnostic.Effect.WIDENED;
import static io.github.smi4j.diagnostic.Severity.ERROR;
import static io.github.smi4j.diagnostic.Severity.WARNING;

import io.github.smi4j.diagnostic.CodeDefinition;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;

/** What Consul cannot say, or says differently. */
public enum ConsulCode implements DiagnosticCode {
    /** A UDP or SCTP port of a root. */
    PORT_NOT_PROXIED(
            "SMI6001",
            ERROR,
            UNENFORCED,
            "Consul does not see UDP and SCTP; the port stays unsplit",
            "Split this port by other means, or accept the code."),
    /** Ports that are not known. */
    PORTS_UNKNOWN(
            "SMI6002",
            ERROR,
            DROPPED,
            "The ports of the root are not known, and Consul carries one port of a service; it stays unsplit",
            "Add the Services and workloads to the input."),
    /** A port that Consul does not carry. */
    PORT_NOT_REGISTERED(
            "SMI6003",
            ERROR,
            DROPPED,
            "Consul carries the port that it registers for a service, and this one leads elsewhere; it stays "
                    + "unsplit",
            "Give the port a Service of its own, or name the port of the pods in the annotation "
                    + "consul.hashicorp.com/connect-service-port; accept the code if only the registered port is to be "
                    + "split."),
    /** Ports that are not split alike. */
    PORTS_DIFFER(
            "SMI6004",
            ERROR,
            DROPPED,
            "Several ports lead to the registered one and are not split alike; the Service stays unsplit",
            "Split all of these ports alike, or leave the others out of the Services."),
    /** A root or backend that is no service of Consul. */
    SERVICE_NOT_REGISTERED(
            "SMI6005",
            ERROR,
            DROPPED,
            "The root or a backend is no service of Consul; the split is not emitted",
            "Let each pod be behind one Service that Consul registers: give the root the label "
                    + "consul.hashicorp.com/service-ignore=true if it selects the pods of the backends; with ACLs let "
                    + "the service account have the name of the Service."),
    /** A service of several namespaces. */
    SERVICE_AMBIGUOUS(
            "SMI6006",
            ERROR,
            DROPPED,
            "Consul has no namespaces, and several namespaces have a service of this name; the split is not "
                    + "emitted",
            "Use names that are in one namespace only; with Consul Enterprise and a namespace of Consul for each of "
                    + "Kubernetes, set edition=enterprise."),
    /** A root that proxies do not see calls to. */
    ROOT_WITHOUT_CLUSTER_IP(
            "SMI6007",
            ERROR,
            DROPPED,
            "Proxies do not see calls to a Service without a cluster IP; it stays unsplit",
            "Use a Service with a cluster IP as root."),
    /** A root without pods of its own. */
    ROOT_WITHOUT_INSTANCES(
            "SMI6008",
            ERROR,
            DROPPED,
            "Some requests would go to the root itself, which has no pods of its own in Consul; it stays unsplit",
            "Give the root pods of its own, or send all requests to backends, with a second split without matches."),
    /** Services that speak several protocols. */
    PROTOCOLS_DIFFER(
            "SMI6009",
            ERROR,
            DROPPED,
            "The services of a split speak one protocol in Consul, but these speak several; the root stays unsplit",
            "Let appProtocol of the ports, and the ServiceDefaults, say one protocol for the root and its "
                    + "backends."),
    /** Services of which nothing says what they speak. */
    PROTOCOL_UNKNOWN(
            "SMI6010",
            ERROR,
            DROPPED,
            "Nothing says that the root speaks HTTP, and Consul splits requests alone; it stays unsplit",
            "Set appProtocol: http on the ports of the Services, add ServiceDefaults to the input, or set "
                    + "unknown-protocol=http."),
    /** A root that speaks no HTTP. */
    SPLIT_ON_TCP_SERVICE(
            "SMI6011",
            ERROR,
            DROPPED,
            "Consul splits requests alone, and the root speaks tcp; it stays unsplit",
            "Give one backend all of the weight, which Consul can do for connections too; if it speaks HTTP, "
                    + "say so by appProtocol and ServiceDefaults."),
    /** A root without ServiceDefaults. */
    SPLIT_NOT_VERIFIED(
            "SMI6012",
            ERROR,
            DROPPED,
            "No ServiceDefaults of the input say that the root speaks HTTP, and none are generated; it stays "
                    + "unsplit",
            "Add the ServiceDefaults to the input, or set service-defaults=generate."),
    /** Weights between hundredths of a percent. */
    WEIGHTS_APPROXIMATED(
            "SMI6013",
            WARNING,
            APPROXIMATED,
            "Consul tells Envoy hundredths of a percent, and of some one less, so the shares differ a little",
            "Use weights that are whole percents of their sum."),
    /** A share below a hundredth of a percent. */
    SHARE_LOST(
            "SMI6014",
            ERROR,
            DROPPED,
            "Consul counts in hundredths of a percent, and a backend would get no traffic; the root stays unsplit",
            "Give the backend at least a ten-thousandth of the sum of the weights, or 0."),
    /** Weights that consul-k8s does not add up to 100. */
    NO_ORDER_OF_WEIGHTS(
            "SMI6015",
            ERROR,
            DROPPED,
            "consul-k8s refuses these weights in every order that was tried; the root stays unsplit",
            "Change a weight a little, or set output=native."),
    /** A method of a split that is not known. */
    SPLIT_METHOD(
            "SMI6016",
            ERROR,
            DROPPED,
            "A match has a method that Consul does not know; the split is not emitted",
            "Use the methods GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS and TRACE."),
    /** A header of a split that proxies change. */
    SPLIT_HEADER_OF_PROXY(
            "SMI6017",
            ERROR,
            DROPPED,
            "A match tests a header that proxies set or take away on the way; the split is not emitted",
            "Use a header that only the caller sets."),
    /** Another entry for the root. */
    ENTRY_TAKEN(
            "SMI6018",
            ERROR,
            DROPPED,
            "The input has an entry for the root already, which is not overwritten; the root stays unsplit",
            "Remove the other entry, or write the split into it."),
    /** A backend that is no end of the way. */
    BACKEND_DIVERTED(
            "SMI6019",
            ERROR,
            DROPPED,
            "Consul would send on what is for a backend; the root stays unsplit",
            "Name the services at the end of the way as backends, or remove the other entry."),
    /** A root that nobody sees. */
    ROOT_NOT_VISIBLE(
            "SMI6020",
            WARNING,
            NARROWED,
            "Transparent proxies see a root only if an intention lets their service call it",
            "Let who may call a backend call the root, or set visible-roots=true if it has no pods; callers that "
                    + "name the root as an upstream need no intention."),
    /** A root that got intentions. */
    ROOT_MADE_VISIBLE(
            "SMI6021",
            WARNING,
            WIDENED,
            "All who may call a backend may call the root, which has no pods; once it has some, this lets them in",
            "Leave the root without pods, or set visible-roots=false."),
    /** ServiceDefaults that must be in the cluster. */
    DEFAULTS_REQUIRED(
            "SMI6022",
            WARNING,
            UNENFORCED,
            "Without the ServiceDefaults named, Consul refuses what is emitted",
            "Add them to the cluster before the output, and to the input if they are there already; or set "
                    + "service-defaults=generate."),
    /** A root whose address proxies do not know. */
    SPLIT_PASSED_BY(
            "SMI6023",
            ERROR,
            UNENFORCED,
            "Without transparent proxies calls to the address of the root are not split",
            "Let Consul inject transparent proxies, or name the root in the annotation "
                    + "consul.hashicorp.com/connect-service-upstreams of its clients and accept the code."),
    /** UDP and SCTP. */
    UDP_NOT_ENFORCED(
            "SMI6101",
            ERROR,
            UNENFORCED,
            "Consul does not see UDP and SCTP; the ports are open to everybody",
            "Close the ports by other means, such as a NetworkPolicy, and accept the code."),
    /** Pods without a proxy. */
    WORKLOAD_NOT_IN_MESH(
            "SMI6102",
            ERROR,
            UNENFORCED,
            "The pods have no proxy of Consul, so they are open to everybody",
            "Let Consul inject its proxy, or close them by other means and accept the code."),
    /** Ports that the proxy does not take. */
    PORTS_EXCLUDED(
            "SMI6103",
            ERROR,
            UNENFORCED,
            "An annotation keeps ports from the proxy; they are open to everybody",
            "Remove the annotation, or close the ports by other means and accept the code."),
    /** A proxy that can be passed by. */
    PROXY_NOT_TRANSPARENT(
            "SMI6104",
            ERROR,
            UNENFORCED,
            "The proxy is not transparent, so that whoever calls the ports of the pods directly passes it by",
            "Remove the annotation, label or setting that says transparent-proxy is false; or let the pods "
                    + "listen on localhost alone, and accept the code."),
    /** Pods that are taken to have a proxy. */
    INJECTION_ASSUMED(
            "SMI6105",
            WARNING,
            UNENFORCED,
            "Nothing in the input says that Consul injects its proxy; it is taken to",
            "Set the annotation consul.hashicorp.com/connect-inject to true, or see that the injector does so "
                    + "by default."),
    /** Pods that are no service of Consul. */
    DESTINATION_NOT_REGISTERED(
            "SMI6106",
            ERROR,
            DROPPED,
            "The pods of the destination are no service of Consul; nothing is allowed there",
            "Let each pod be behind one Service that Consul registers, and give the others the label "
                    + "consul.hashicorp.com/service-ignore=true; with ACLs let its service account have the name of that "
                    + "Service."),
    /** A service with other pods. */
    DESTINATION_SHARED(
            "SMI6107",
            ERROR,
            DROPPED,
            "The service of the destination has other pods too, and intentions are for all of them; nothing "
                    + "is allowed there",
            "Give the pods of one service one service account, and the others a Service of their own; add "
                    + "what is missing to the input."),
    /** Pods of one service with other ports. */
    DESTINATION_NARROWED(
            "SMI6108",
            WARNING,
            NARROWED,
            "The pods of a service have other ports, and an intention is for all of them; only what is "
                    + "granted to all is allowed",
            "Let the pods of one service have the same ports."),
    /** A destination of several namespaces. */
    DESTINATION_AMBIGUOUS(
            "SMI6109",
            ERROR,
            DROPPED,
            "Consul has no namespaces, and several namespaces have a service of this name; nothing is allowed "
                    + "there",
            "Use names that are in one namespace only; with Consul Enterprise and a namespace of Consul for each of "
                    + "Kubernetes, set edition=enterprise."),
    /** A registered port that is not known. */
    PORT_UNKNOWN(
            "SMI6110",
            ERROR,
            DROPPED,
            "Nobody can say which port Consul registers for the pods; nothing is allowed there",
            "Declare the port of the first container, or set the annotation "
                    + "consul.hashicorp.com/connect-service-port."),
    /** Rules for other ports. */
    PORTS_NOT_REGISTERED(
            "SMI6111",
            ERROR,
            DROPPED,
            "The rules are for other ports than the one that Consul registers; nothing is allowed there",
            "Give the port a Service and pods of its own, or let Consul register it."),
    /** Rules for some of the ports. */
    PORTS_IN_PART(
            "SMI6112",
            ERROR,
            DROPPED,
            "An intention is for all ports of a service, and the rules are for some of them; nothing is "
                    + "allowed there",
            "Give the ports Services and pods of their own, or write rules for all of them."),
    /** Ports that cannot be called. */
    PORTS_OUTSIDE(
            "SMI6113",
            WARNING,
            NARROWED,
            "The rules are for more ports than Consul registers; the others cannot be called through it",
            "Give the other ports Services and pods of their own, or leave them out of the rules."),
    /** A source of which the services are not known. */
    SOURCE_UNKNOWN(
            "SMI6114",
            ERROR,
            DROPPED,
            "Without ACLs the pods of a source tell as which service it calls, and they are not all known; it "
                    + "is left out",
            "Add the workloads of the namespace to the input, or set acls=true if Consul has ACLs."),
    /** A source that is no service of its own. */
    SOURCE_SHARED(
            "SMI6115",
            ERROR,
            DROPPED,
            "The service of a source has pods of other service accounts too; the source is left out",
            "Give the pods of one service one service account."),
    /** A source of several namespaces. */
    SOURCE_AMBIGUOUS(
            "SMI6116",
            ERROR,
            DROPPED,
            "Consul has no namespaces, and several namespaces have a service of this name; the source is left out",
            "Use names that are in one namespace only; with Consul Enterprise and a namespace of Consul for each of "
                    + "Kubernetes, set edition=enterprise."),
    /** A source that is no service. */
    SOURCE_NOT_A_SERVICE(
            "SMI6117",
            WARNING,
            NARROWED,
            "The pods of a source are no service of Consul, so it cannot call",
            "Let each of its pods be behind one Service that Consul registers, and give the others the label "
                    + "consul.hashicorp.com/service-ignore=true; with ACLs let the service account have the name of that "
                    + "Service."),
    /** An identity of another mesh. */
    FOREIGN_IDENTITY(
            "SMI6118",
            WARNING,
            NARROWED,
            "Intentions name services of this mesh; an identity of another one is left out",
            "Add a cluster peer, and write the intention for its service yourself."),
    /** Requests of a service that speaks no HTTP. */
    HTTP_ON_TCP_SERVICE(
            "SMI6119",
            WARNING,
            NARROWED,
            "Consul sees no requests of a service that speaks tcp; nothing is allowed there",
            "Set appProtocol: http on the port of the Service if it carries HTTP, and the protocol in its "
                    + "ServiceDefaults."),
    /** Connections to a service that speaks HTTP. */
    CONNECTIONS_AS_REQUESTS(
            "SMI6120",
            WARNING,
            NARROWED,
            "Other rules ask for requests, so the service is taken to speak HTTP; other connections do not "
                    + "reach it",
            "Set appProtocol: http on the port of the Service if it carries HTTP alone, or use no "
                    + "HTTPRouteGroup for it."),
    /** A method that is not known. */
    METHOD_UNKNOWN(
            "SMI6121",
            WARNING,
            NARROWED,
            "Consul does not know the method; it is left out",
            "Use the methods GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS and TRACE."),
    /** A header that proxies change. */
    HEADER_OF_PROXY(
            "SMI6122",
            ERROR,
            DROPPED,
            "A match tests a header that proxies set or take away on the way; it allows nothing",
            "Use a header that only the caller sets."),
    /** Intentions of others. */
    INTENTIONS_TAKEN(
            "SMI6123",
            ERROR,
            UNENFORCED,
            "The input has intentions for the service already, which decide alone; nothing is emitted for it",
            "Remove them, or write into them what the targets say, and accept the code."),
    /** Services that are not known. */
    SERVICES_UNKNOWN(
            "SMI6124",
            ERROR,
            UNENFORCED,
            "Services that are not known stay open, since calls are allowed by default",
            "Add all workloads and Services of the namespace to the input, or let Consul refuse calls by "
                    + "default, set default-policy=deny, and remove intentions for all services that allow."),
    /** Callers that no intention is for. */
    OTHER_CALLERS(
            "SMI6125",
            WARNING,
            UNENFORCED,
            "Callers of cluster peers and other partitions are in no intention, and are allowed by default",
            "Let Consul refuse calls by default, and set default-policy=deny; remove intentions for all services that "
                    + "allow."),
    /** Permissive mutual TLS in the input. */
    MTLS_PERMISSIVE_FOUND(
            "SMI6126",
            ERROR,
            UNENFORCED,
            "An entry lets callers without mutual TLS reach the service, past all intentions",
            "Remove mutualTLSMode: permissive."),
    /** Permissive mutual TLS that was asked for. */
    MTLS_PERMISSIVE(
            "SMI6127",
            ERROR,
            DROPPED,
            "Permissive mutual TLS would let callers past all intentions; it is not written",
            "Set mtls=strict, or leave it unset."),
    /** Strict mutual TLS that is not written. */
    MTLS_NOT_WRITTEN(
            "SMI6128",
            WARNING,
            UNENFORCED,
            "mtls=strict is not written, since ServiceDefaults are there already or are not generated",
            "Write mutualTLSMode: strict into the ServiceDefaults."),
    /** Paths of health checks. */
    PROBES_EXPOSED(
            "SMI6129",
            WARNING,
            WIDENED,
            "The proxy opens the paths of health checks by HTTP to everybody, on ports of their own",
            "Check health by exec or tcpSocket if the paths tell secrets."),
    /** Services known by name alone. */
    ONE_NAMESPACE(
            "SMI6130",
            WARNING,
            WIDENED,
            "Services are known by their names alone; what is allowed to one is allowed to those of its name "
                    + "in namespaces that are not in the input",
            "Put all namespaces of the mesh into the input, which tells services of one name; with Consul Enterprise "
                    + "and a namespace of Consul for each of Kubernetes, set edition=enterprise."),
    /** A proxy that lets in more, or less, than usual. */
    PROXY_ALTERED(
            "SMI6131",
            ERROR,
            UNENFORCED,
            "Extensions, exposed paths or settings of Envoy may let callers past the intentions",
            "Remove them, or see that they change nothing about who may call, and accept the code.");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and constants
    private final CodeDefinition definition;

    ConsulCode(String id, Severity severity, Effect effect, String summary, String help) {
        this.definition = new CodeDefinition(id, severity, effect, summary, help);
    }

    @Override
    public CodeDefinition definition() {
        return definition;
    }
}
