package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads one TrafficTarget. What is at fault in it takes away what it grants, never what it closes. */
final class TargetReading {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath DESTINATION = SPEC.field("destination");
    private static final FieldPath SOURCES = SPEC.field("sources");

    private final Known<TrafficTarget> target;
    private final TargetResolution set;
    private final PolicyFindings findings;
    private final SortedSet<ResourceRef> uses = new TreeSet<>();
    private Optional<DeclaredTarget> declared = Optional.empty();

    TargetReading(Known<TrafficTarget> target, TargetResolution set, PolicyFindings findings) {
        this.target = target;
        this.set = set;
        this.findings = findings;
    }

    /** What came of it: the target, if its destination is known, and what it closes. */
    TargetCandidate read(boolean usable) {
        TrafficTarget value = target.value();
        Optional<String> namespace = value.destination().namespace().filter(DnsNames::isLabel);
        if (!DnsNames.isLabel(target.namespace())) {
            findings.report(
                    PolicyCode.NAME_INVALID,
                    target,
                    FieldPath.of("metadata", "namespace"),
                    UserText.show(target.namespace()) + " is not the name of a namespace");
            return TargetCandidate.unresolved(target, namespace);
        }
        // A text that is no namespace is not another one: it is reported with the subject.
        if (!namespace.orElse(target.namespace()).equals(target.namespace())) {
            findings.report(
                    AccessCode.TARGET_ELSEWHERE,
                    target,
                    DESTINATION.field("namespace"),
                    "is " + UserText.show(namespace.orElse("")) + ", expected the namespace of the TrafficTarget, "
                            + target.namespace());
            return TargetCandidate.unresolved(target, Optional.empty());
        }
        warnOfUnknownFields();
        Optional<Subjects.Named> named =
                set.subjects().read(target, target.value().destination(), DESTINATION);
        Destination destination = destination(named);
        ResolvedTarget resolved = resolve(named, destination, usable);
        return new TargetCandidate(
                target,
                Optional.of(target.namespace()),
                destination.resolved(),
                declared,
                destination.workloads().isEmpty() ? Optional.empty() : Optional.of(resolved));
    }

    private Destination destination(Optional<Subjects.Named> named) {
        Destination destination = named.map(set.destinations()::workloads).orElseGet(Destination::unresolved);
        named.ifPresent(this::use);
        destination.problems().forEach(p -> findings.report(p.code(), target, DESTINATION, p.message(), p.help()));
        return destination;
    }

    private ResolvedTarget resolve(Optional<Subjects.Named> named, Destination destination, boolean usable) {
        SortedSet<Identity> sources = sources();
        Optional<RuleParts> parts = new RuleReading(target, set.index(), set.groups(), set.routes(), findings).read();
        parts.ifPresent(p -> uses.addAll(p.uses()));
        boolean grants = usable && !hasPortAndBinding() && !isFaultyElsewhere();
        ResolvedTarget.Builder resolved = new ResolvedTarget.Builder(target.ref(), destination).uses(uses);
        if (grants && parts.isPresent()) {
            declared = named.map(n -> declared(n, sources, parts.get()));
            resolved.sources(sources);
            reportMissingPorts(destination, parts.get());
            destination.workloads().forEach(w -> grant(w, parts.get(), resolved));
        }
        return resolved.build();
    }

    private DeclaredTarget declared(Subjects.Named named, SortedSet<Identity> sources, RuleParts parts) {
        return new DeclaredTarget(
                target.ref(),
                named.ref(),
                sources,
                parts.isHttp() ? Optional.of(List.copyOf(parts.matches())) : Optional.empty(),
                parts.tcpPorts(),
                parts.udpPorts(),
                parts.isPortExcluded(),
                uses);
    }

    private void warnOfUnknownFields() {
        TrafficTarget value = target.value();
        UnknownFields unknown = new UnknownFields(findings, target);
        boolean flat = value.resourceKind().isFlat(value.apiVersion());
        String rules = flat ? "specs" : "rules";
        unknown.warn(value.otherSpec(), SPEC, "destination", "sources", rules);
        if (flat) {
            unknown.warn(TopLevel.withoutStatus(value.other()), FieldPath.root(), "destination", "sources", rules);
        } else {
            unknown.warn(TopLevel.withoutStatus(value.other()), FieldPath.root(), "spec");
        }
    }

    private void use(Subjects.Named named) {
        if (named instanceof Subjects.Bound bound) {
            uses.add(bound.schemes().binding().ref());
        }
    }

    private SortedSet<Identity> sources() {
        List<Subject> sources = target.value().sources();
        if (FaultyElements.given(target.entry().tree(), "sources").isEmpty()
                && !target.entry().isFaulty()) {
            findings.report(
                    AccessCode.TARGET_WITHOUT_SOURCES, target, SOURCES, "has no sources; it allows nobody to call");
        }
        List<Integer> places = FaultyElements.of(target.entry()).readable(sources.size(), "sources");
        SortedSet<Identity> identities = new TreeSet<>();
        for (int i = 0; i < sources.size(); i++) {
            set.subjects()
                    .read(target, sources.get(i), SOURCES.index(places.get(i)))
                    .ifPresent(named -> {
                        use(named);
                        identities.addAll(set.sources().identities(named));
                    });
        }
        return identities;
    }

    private boolean hasPortAndBinding() {
        boolean binding = Stream.concat(Stream.of(target.value().destination()), target.value().sources().stream())
                .anyMatch(s -> s.kind().equals(ResourceKind.IDENTITY_BINDING.kind()));
        boolean both = binding && target.value().destinationPort().isPresent();
        if (both) {
            findings.report(
                    AccessCode.PORT_WITH_BINDING,
                    target,
                    DESTINATION.field("port"),
                    "the target has a port and an IdentityBinding; it allows nothing");
        }
        return both;
    }

    /** A fault outside sources and rules may have hidden a limit. */
    private boolean isFaultyElsewhere() {
        return target.entry().isFaulty() && FaultyElements.of(target.entry()).anyOutside("sources", "rules", "specs");
    }

    private void grant(Workload workload, RuleParts parts, ResolvedTarget.Builder resolved) {
        findings.visits().add();
        set.takeProblems(workload).forEach(p -> findings.report(p.code(), target, DESTINATION, p.message(), p.help()));
        WorkloadPorts ports = set.ports(workload);
        if (!ports.isKnown()) {
            findings.report(
                    AccessCode.SERVICES_UNKNOWN,
                    target,
                    DESTINATION,
                    "no Service of the " + workload.kind() + " " + workload.name() + " is known; nothing is allowed"
                            + " there");
            return;
        }
        SortedSet<Integer> tcp = ports.meant(TransportProtocol.TCP, parts.tcpPorts());
        SortedSet<Integer> udp = ports.meant(TransportProtocol.UDP, parts.udpPorts());
        boolean told = ports.problems().stream().anyMatch(p -> p.code() == AccessCode.TARGET_PORT_MISSING);
        if (tcp.isEmpty() && parts.tcpPorts().all() && !told) {
            findings.report(
                    AccessCode.PORT_MISSING,
                    target,
                    DESTINATION,
                    "no Service of the " + workload.kind() + " " + workload.name()
                            + " leads to a TCP port of its pods; nothing is allowed there");
        }
        if (!tcp.isEmpty() && !parts.isHttp()) {
            resolved.grant(workload, new Grant.TcpConnections(tcp));
        } else if (!tcp.isEmpty() && !parts.matches().isEmpty()) {
            resolved.grant(workload, new Grant.HttpRequests(tcp, List.copyOf(parts.matches())));
        }
        if (!udp.isEmpty()) {
            resolved.grant(workload, new Grant.UdpDatagrams(udp));
        }
    }

    private void reportMissingPorts(Destination destination, RuleParts parts) {
        List<WorkloadPorts> known = destination.workloads().stream()
                .map(set::ports)
                .filter(WorkloadPorts::isKnown)
                .toList();
        if (!known.isEmpty()) {
            reportMissingPorts(known, TransportProtocol.TCP, parts.tcpPorts());
            reportMissingPorts(known, TransportProtocol.UDP, parts.udpPorts());
        }
    }

    private void reportMissingPorts(List<WorkloadPorts> known, TransportProtocol protocol, PortSelection ports) {
        for (int port : ports.listed()) {
            if (known.stream().noneMatch(w -> w.has(protocol, port))) {
                boolean own = target.value().destinationPort().isPresent();
                findings.report(
                        AccessCode.PORT_MISSING,
                        target,
                        own ? DESTINATION.field("port") : SPEC.field("rules"),
                        "no Service of the destination has the port " + port + "/" + protocol
                                + "; nothing is allowed there");
            }
        }
    }
}
