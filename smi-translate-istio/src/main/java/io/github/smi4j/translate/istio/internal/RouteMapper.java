package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.policy.PortSplit;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.Share;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.istio.networking.HTTPMatchRequest;
import io.github.smi4j.translate.istio.networking.HTTPRoute;
import io.github.smi4j.translate.istio.networking.RouteDestination;
import io.github.smi4j.translate.istio.networking.TCPRoute;
import io.github.smi4j.translate.spi.Weights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Collects the routes of one VirtualService, port by port. */
final class RouteMapper {
    private static final FieldPath SERVICE = FieldPath.of("spec", "service");
    private static final FieldPath BACKENDS = FieldPath.of("spec", "backends");

    private final ResolvedSplit split;
    private final String clusterDomain;
    private final Reporter reporter;
    private final List<HTTPRoute> http = new ArrayList<>();
    private final List<TCPRoute> tcp = new ArrayList<>();

    /** Takes what cannot be said. */
    interface Reporter {
        void report(ResourceRef split, IstioCode code, FieldPath path, String message);
    }

    RouteMapper(ResolvedSplit split, String clusterDomain, Reporter reporter) {
        this.split = split;
        this.clusterDomain = clusterDomain;
        this.reporter = reporter;
    }

    List<HTTPRoute> http() {
        return http;
    }

    List<TCPRoute> tcp() {
        return tcp;
    }

    boolean isEmpty() {
        return http.isEmpty() && tcp.isEmpty();
    }

    /**
     * Routes for requests. A last route without condition always stands at the end: once one route is for a port, Istio
     * answers 404 to what no route matches.
     */
    void addHttp(PortSplit port, OptionalInt number) {
        for (SplitRoute route : port.routes()) {
            Set<HTTPMatchRequest> matches = new LinkedHashSet<>();
            route.matches().forEach(match -> matches.add(MatchMapper.map(match, number)));
            boolean anyRequest = !route.isConditional() || matches.stream().anyMatch(HTTPMatchRequest::isAnyRequest);
            List<RouteDestination> destinations = destinations(route, number);
            if (anyRequest) {
                addUnconditional(number, destinations);
                return;
            }
            http.add(HTTPRoute.builder().matches(matches).routes(destinations).build());
        }
        addUnconditional(number, List.of(destination(split.root(), number).build()));
    }

    private void addUnconditional(OptionalInt number, List<RouteDestination> destinations) {
        HTTPRoute.Builder route = HTTPRoute.builder().routes(destinations);
        if (number.isPresent()) {
            route.addMatch(HTTPMatchRequest.builder().port(number).build());
        }
        http.add(route.build());
    }

    /** A port that is declared to carry bytes: Istio cannot see what a condition asks for. */
    void addTcp(PortSplit port, int number) {
        if (port.routes().stream().anyMatch(SplitRoute::isConditional)) {
            port.routes()
                    .forEach(route -> reporter.report(
                            route.split(),
                            IstioCode.MATCHES_ON_TCP,
                            SERVICE,
                            (route.isConditional() ? "the split" : "the other split of the root")
                                    + " has matches, but Istio sees no HTTP requests on the port " + number + " of "
                                    + split.root().name() + "; the port stays unsplit"));
            return;
        }
        port.routes().forEach(route -> addTcpRoute(route, number));
    }

    /** A port that Istio looks at: what is not HTTP matches no condition and follows the unconditional split. */
    void addDetectedTcp(PortSplit port, int number) {
        port.routes().stream().filter(route -> !route.isConditional()).forEach(route -> addTcpRoute(route, number));
    }

    private void addTcpRoute(SplitRoute route, int number) {
        tcp.add(TCPRoute.builder()
                .port(number)
                .routes(destinations(route, OptionalInt.of(number)))
                .build());
    }

    /** Backends without weight take nothing and are left out: a lone one would take everything. */
    private List<RouteDestination> destinations(SplitRoute route, OptionalInt number) {
        Weights weights = Weights.of(route.shares(), Integer.MAX_VALUE, Integer.MAX_VALUE);
        if (!weights.errors().isEmpty()) {
            reporter.report(
                    route.split(),
                    IstioCode.WEIGHTS_APPROXIMATED,
                    BACKENDS,
                    "the weights sum to more than Istio's " + Integer.MAX_VALUE + "; shares differ for "
                            + String.join(", ", weights.errors()));
        }
        boolean alone = weights.shares().size() == 1;
        List<RouteDestination> destinations = new ArrayList<>();
        for (Share share : weights.shares()) {
            RouteDestination.Builder destination = destination(share.backend(), number);
            if (!alone) {
                destination.weight(share.weight().intValueExact());
            }
            destinations.add(destination.build());
        }
        return destinations;
    }

    private RouteDestination.Builder destination(ServiceName service, OptionalInt port) {
        return RouteDestination.builder().host(service.dnsName(clusterDomain)).port(port);
    }
}
