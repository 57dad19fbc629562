package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the rules of a TrafficTarget grant, in ports of Services. A part is there if a rule of its kind is, whatever became
 * of that rule: a part that faults have emptied allows nothing, while one that is not there limits nothing.
 */
final class RuleParts {
    private final Set<ResolvedMatch> matches = new LinkedHashSet<>();
    private final Set<ResourceRef> uses = new LinkedHashSet<>();
    private boolean http;
    private boolean tcp;
    private boolean udp;
    private PortSelection tcpPorts = PortSelection.NONE;
    private PortSelection udpPorts = PortSelection.NONE;
    private OptionalInt onlyPort = OptionalInt.empty();

    void requireHttp() {
        http = true;
    }

    void requireTcp() {
        tcp = true;
    }

    void requireUdp() {
        udp = true;
    }

    void add(ResolvedMatch match) {
        matches.add(match);
    }

    void addTcp(PortSelection ports) {
        tcpPorts = tcpPorts.or(ports);
    }

    void addUdp(PortSelection ports) {
        udpPorts = udpPorts.or(ports);
    }

    void limitTo(int port) {
        onlyPort = OptionalInt.of(port);
    }

    void uses(ResourceRef ref) {
        uses.add(ref);
    }

    /** The traffic specs of the input that the rules refer to. */
    Set<ResourceRef> uses() {
        return uses;
    }

    /** Whether HTTP requests alone are granted on the TCP ports. */
    boolean isHttp() {
        return http;
    }

    /** The requests that are granted, if {@link #isHttp()}. */
    Set<ResolvedMatch> matches() {
        return matches;
    }

    /** The TCP ports of Services; for HTTP requests every port, unless a TCPRoute names some. */
    PortSelection tcpPorts() {
        PortSelection ports = http && !tcp ? PortSelection.ALL : tcpPorts;
        return limited(tcp || http ? ports : PortSelection.NONE);
    }

    /** The UDP ports of Services. */
    PortSelection udpPorts() {
        return limited(udp ? udpPorts : PortSelection.NONE);
    }

    /** Whether ports were named, and the one port that the destination is limited to is not among them. */
    boolean isPortExcluded() {
        boolean named = (http && !tcp) || !tcpPorts.isEmpty() || !udpPorts.isEmpty();
        return onlyPort.isPresent()
                && named
                && tcpPorts().isEmpty()
                && udpPorts().isEmpty();
    }

    private PortSelection limited(PortSelection ports) {
        return onlyPort.isPresent() ? ports.only(onlyPort.getAsInt()) : ports;
    }
}
