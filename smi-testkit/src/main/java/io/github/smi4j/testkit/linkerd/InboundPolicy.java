package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the proxy of a pod lets in: by the Server of the port, else by the default policy of the pod. Policies for a namespace
 * are for its Servers only.
 */
final class InboundPolicy {
    private final ResourcesInForce resources;
    private final Settings settings;
    private final Servers servers;
    private final AuthorizationPolicies policies;
    private final OpaquePorts opaquePorts;
    private final Annotations annotations;

    InboundPolicy(ResourcesInForce resources, Cluster cluster, Annotations annotations, Settings settings) {
        this.resources = resources;
        this.annotations = annotations;
        this.settings = settings;
        this.servers = new Servers(resources, settings);
        this.policies = new AuthorizationPolicies(resources, settings);
        this.opaquePorts = new OpaquePorts(cluster.inventory(), annotations, settings);
    }

    Outcome decide(Arrival arrival) {
        if (!Capture.isSeen(arrival, annotations)) {
            return Outcome.UNSEEN;
        }
        CallerName caller = CallerName.of(arrival.caller(), settings);
        List<Resource> candidates = servers.at(arrival.workload(), arrival.port());
        return candidates.isEmpty()
                ? byDefault(arrival, caller)
                : Outcomes.oneOf(candidates.stream().map(server -> at(server, arrival, caller)));
    }

    private Outcome byDefault(Arrival arrival, CallerName caller) {
        Outcome always = DefaultPolicy.of(arrival.workload(), annotations).grants(caller);
        return Probes.isOne(arrival) ? seen(arrival, Outcome.ALLOWED, always) : always;
    }

    /** Where clients may take the port to carry bytes, the proxy may see no requests. */
    private Outcome seen(Arrival arrival, Outcome ifRequests, Outcome ifBytes) {
        return opaquePorts.mayContain(arrival.workload(), arrival.port())
                ? Outcomes.oneOf(Stream.of(ifRequests, ifBytes))
                : ifRequests;
    }

    private Outcome at(Resource server, Arrival arrival, CallerName caller) {
        resources.requireKnownAbout("Server", server.namespace(), server.name());
        Outcome atServer = policies.atServer(server, caller);
        String protocol = Fields.text(server.spec(), "proxyProtocol");
        boolean bytes = !(arrival.traffic() instanceof Traffic.Http);
        return switch (protocol) {
            case "opaque", "TLS" -> atServer;
            case "", "unknown" ->
                bytes ? atServer : seen(arrival, ofRequest(server, arrival, caller, atServer), atServer);
            case "HTTP/1", "HTTP/2" -> bytes ? Outcome.NOT_CARRIED : ofRequest(server, arrival, caller, atServer);
            case "gRPC" -> {
                requireNoRoutes(server);
                yield bytes ? Outcome.NOT_CARRIED : ofRequest(server, arrival, caller, atServer);
            }
            default ->
                throw new UnsupportedOperationException("the model of Linkerd does not know the protocol " + protocol);
        };
    }

    private Outcome ofRequest(Resource server, Arrival arrival, CallerName caller, Outcome atServer) {
        List<Resource> routes = routes(server);
        if (routes.isEmpty()) {
            return Probes.isOne(arrival) ? Outcome.ALLOWED : atServer;
        }
        List<HttpRoutes.Chosen> chosen = HttpRoutes.choose(routes, (Traffic.Http) arrival.traffic());
        return chosen.isEmpty()
                ? Outcome.DENIED
                : Outcomes.oneOf(chosen.stream().map(one -> policies.atRoute(one.route(), server, caller)));
    }

    private List<Resource> routes(Resource server) {
        return resources.httpRoutes().stream()
                .filter(route -> ParentRefs.haveServer(route, server))
                .toList();
    }

    private void requireNoRoutes(Resource server) {
        if (!routes(server).isEmpty()) {
            throw new UnsupportedOperationException(
                    "the model of Linkerd does not know HTTPRoutes of a Server for gRPC: " + server);
        }
    }
}
