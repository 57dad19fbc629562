package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.consul.Callers.Caller;
import io.github.smi4j.testkit.consul.Registrations.Registration;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the sidecar of a pod does: it hands on what is for a registered port, if intentions allow it. */
final class InboundPolicy {
    private final ConfigEntries entries;
    private final Injection injection;
    private final Registrations registrations;
    private final RegisteredPorts ports;
    private final Callers callers;
    private final Intentions intentions;
    private final ServiceProtocols protocols;

    InboundPolicy(ConfigEntries entries, Pods pods, Settings settings) {
        this.entries = entries;
        this.injection = pods.injection();
        this.registrations = pods.registrations();
        this.ports = pods.ports();
        this.callers = pods.callers();
        this.intentions = new Intentions(entries, settings);
        this.protocols = new ServiceProtocols(entries);
    }

    Outcome decide(Arrival arrival) {
        Workload workload = arrival.workload();
        Injection.State state = injection.of(workload);
        if (arrival.traffic().protocol() == TransportProtocol.UDP || state == Injection.State.OUTSIDE) {
            return Outcome.UNSEEN;
        }
        Registration registration = registrations.of(workload);
        if (state == Injection.State.REFUSED || !registration.starts()) {
            return Outcome.NOT_CARRIED;
        }
        if (!injection.isTransparent(workload) || Injection.isExcluded(workload, arrival.port())) {
            return Outcome.UNSEEN;
        }
        if (PodAnnotations.of(workload, "proxy-config-map")
                .filter(text -> !text.isEmpty())
                .isPresent()) {
            throw new UnsupportedOperationException(
                    "the model of Consul does not know proxy-config-map of " + workload.ref());
        }
        Optional<Set<Integer>> registered = ports.of(workload).all();
        if (registered.isPresent() && !registered.get().contains(arrival.port())) {
            return Outcome.NOT_CARRIED;
        }
        Outcome outcome = ofServices(registration, workload, arrival);
        return registered.isPresent() ? outcome : Outcomes.oneOf(Stream.of(outcome, Outcome.NOT_CARRIED));
    }

    private Outcome ofServices(Registration registration, Workload workload, Arrival arrival) {
        Set<Caller> who = callers.of(arrival.caller());
        Stream<ConsulService> services =
                registration.service().map(Stream::of).orElseGet(() -> entries.services(callers.namespace(workload)));
        return Outcomes.oneOf(services.map(service ->
                Outcomes.oneOf(who.stream().map(caller -> decide(caller, service, arrival.traffic())))));
    }

    private Outcome decide(Caller caller, ConsulService service, Traffic traffic) {
        protocols.requireKnown(service);
        if (caller instanceof Caller.Nobody) {
            return protocols.isPermissive(service) ? Outcome.UNSEEN : Outcome.DENIED;
        }
        boolean hasHttp = ServiceProtocols.isHttpLike(protocols.of(service));
        if (hasHttp && !(traffic instanceof Traffic.Http)) {
            return Outcome.NOT_CARRIED;
        }
        if (caller instanceof Caller.Known known) {
            return intentions.decide(known.service(), service, traffic, hasHttp);
        }
        String namespace = caller instanceof Caller.AnyOf any ? any.namespace() : Settings.DEFAULT;
        return Outcomes.oneOf(
                entries.services(namespace).map(source -> intentions.decide(source, service, traffic, hasHttp)));
    }
}
