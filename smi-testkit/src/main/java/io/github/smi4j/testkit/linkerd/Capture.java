package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.testkit.mesh.Arrival;

/**
 * What reaches a proxy at all: TCP to pods that have one, but for ports that an annotation keeps from it. Pods that say nothing
 * are taken to have one.
 */
final class Capture {
    private Capture() {}

    static boolean isSeen(Arrival arrival, Annotations annotations) {
        Workload workload = arrival.workload();
        return arrival.traffic().protocol() == TransportProtocol.TCP
                && !workload.hostNetwork()
                && annotations.isInjected(workload)
                && !PortRanges.contain(annotations.of(workload, "skip-inbound-ports", ""), arrival.port());
    }
}
