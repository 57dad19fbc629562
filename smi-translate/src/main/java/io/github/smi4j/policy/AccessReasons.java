package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one target says of a request that arrives at one place. */
final class AccessReasons {
    private static final int MAX_NAMED = 5;

    private final ResolvedTarget target;
    private final Optional<DeclaredTarget> declared;
    private final Arrivals.Arrival place;
    private final Traffic traffic;
    private final List<Grant> grants;

    AccessReasons(ResolvedTarget target, Optional<DeclaredTarget> declared, Arrivals.Arrival place, Traffic traffic) {
        this.target = target;
        this.declared = declared;
        this.place = place;
        this.traffic = traffic;
        this.grants = target.grants(place.workload()).stream()
                .filter(grant -> (grant instanceof Grant.UdpDatagrams) == (traffic instanceof Traffic.Udp))
                .toList();
    }

    /** What allows it; absent where nothing does. */
    Optional<String> allowedFor(Identity sender) {
        return target.sources().contains(sender)
                ? arriving().flatMap(grant -> by(grant).stream()).findFirst().map(by -> target.ref() + ": " + by)
                : Optional.empty();
    }

    private Stream<Grant> arriving() {
        return grants.stream().filter(grant -> grant.ports().contains(place.podPort()));
    }

    private Optional<String> by(Grant grant) {
        if (!(grant instanceof Grant.HttpRequests http)) {
            return Optional.of("anything over " + traffic.protocol() + " to this port");
        }
        return traffic instanceof Traffic.Http request
                ? http.matches().stream()
                        .filter(request::matches)
                        .findFirst()
                        .map(match -> "the match " + match.group().name() + "#" + match.name())
                : Optional.empty();
    }

    /** Why not, if {@link #allowedFor} is absent. */
    Refusal refusalOf(Identity sender) {
        if (declared.isEmpty()) {
            return refusal(Refusal.SENDER, "allows nothing; its findings say why");
        }
        SortedSet<Identity> sources = declared.get().sources();
        if (!sources.contains(sender)) {
            return refusal(
                    Refusal.SENDER,
                    sources.isEmpty()
                            ? "has no source that is known"
                            : sender + " is not among its sources, "
                                    + Listing.of(sources, MAX_NAMED, Identity::toString));
        }
        List<Grant> here = arriving().toList();
        if (here.isEmpty()) {
            return refusal(Refusal.PORT, port());
        }
        if (traffic instanceof Traffic.Http request) {
            return requests(here, request);
        }
        return refusal(Refusal.REQUEST, "allows HTTP requests only, by " + specs("HTTPRouteGroup"));
    }

    private String port() {
        String protocol = traffic.protocol().toString();
        boolean udp = traffic instanceof Traffic.Udp;
        PortSelection ports =
                declared.map(d -> udp ? d.udpPorts() : d.tcpPorts()).orElse(PortSelection.NONE);
        if (ports.isEmpty()) {
            return "allows nothing over " + protocol;
        }
        if (ports.contains(place.servicePort())) {
            boolean unusable = !udp
                    && declared.flatMap(DeclaredTarget::http)
                            .filter(List::isEmpty)
                            .isPresent();
            return unusable
                    ? "its HTTP rules have no match that can be used; the findings say why"
                    : "the Services of the pods do not lead to the port " + place.podPort() + "/" + protocol;
        }
        String specs = specs(udp ? "UDPRoute" : "TCPRoute");
        return "the port " + place.servicePort() + " is not among those that it allows, "
                + Listing.of(ports.listed(), MAX_NAMED, Object::toString) + (specs.isEmpty() ? "" : ", by " + specs);
    }

    /** The traffic specs of a kind that the target refers to. */
    private String specs(String kind) {
        return target.uses().stream()
                .filter(ref -> ref.kind().equals(kind))
                .map(ResourceRef::toString)
                .collect(Collectors.joining(", "));
    }

    private Refusal requests(List<Grant> here, Traffic.Http request) {
        List<MatchFailure> failures = here.stream()
                .filter(Grant.HttpRequests.class::isInstance)
                .flatMap(grant -> ((Grant.HttpRequests) grant).matches().stream())
                .flatMap(match -> MatchFailure.of(match, request).stream())
                .sorted(Comparator.comparing(MatchFailure::passed).reversed())
                .toList();
        int most = failures.isEmpty() ? 0 : failures.get(0).passed();
        List<String> nearest = failures.stream()
                .filter(failure -> failure.passed() == most)
                .map(MatchFailure::reason)
                .toList();
        return refusal(Refusal.REQUEST + most, Listing.of(nearest, MAX_NAMED, reason -> reason));
    }

    private Refusal refusal(int nearness, String reason) {
        return new Refusal(nearness, target.ref() + ": " + reason);
    }
}
