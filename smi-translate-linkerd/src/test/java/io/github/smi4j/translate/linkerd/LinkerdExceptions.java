package io.github.smi4j.translate.linkerd;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.proof.ToldExceptions;

/** Where Linkerd does something else than SMI says, and a finding says so. */
final class LinkerdExceptions implements ToldExceptions {
    @Override
    public boolean isSurplus(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        Workload workload = arrival.workload();
        return finding.code() instanceof LinkerdCode code
                && finding.resource()
                        .filter(ref -> switch (code) {
                            case PROBES_ALLOWED -> ref.equals(workload.ref()) && isProbe(arrival);
                            // Pods are not restarted by the output: ports that nothing declares stay as they are.
                            case DENY_AFTER_RESTART -> isAbout(ref, workload) && !isDeclared(arrival, cluster);
                            // What resources let in that are there already is not worked out again.
                            case SERVER_TAKEN, POLICY_ALLOWS_MORE -> isIn(workload.namespace(), ref);
                            default -> false;
                        })
                        .isPresent();
    }

    @Override
    public boolean isObstacle(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        boolean other = finding.code() == LinkerdCode.SERVER_TAKEN || finding.code() == LinkerdCode.ROUTE_BESIDE;
        return other
                && finding.resource()
                        .filter(ref -> isIn(arrival.workload().namespace(), ref))
                        .isPresent();
    }

    private static boolean isProbe(Arrival arrival) {
        return arrival.traffic() instanceof Traffic.Http request
                && request.method().equals("GET")
                && arrival.workload().httpProbes().stream()
                        .anyMatch(probe -> probe.path().split("\\?", -1)[0].equals(request.path())
                                && arrival.workload()
                                                .port(ServicePort.builder()
                                                        .number(1)
                                                        .targetPort(probe.port())
                                                        .build())
                                                .orElse(0)
                                        == arrival.port());
    }

    private static boolean isAbout(ResourceRef ref, Workload workload) {
        return ref.equals(workload.ref())
                || (ref.kind().equals("Namespace") && ref.name().equals(workload.namespace()));
    }

    /** Whether the pods declare the port, or a Service leads there. */
    private static boolean isDeclared(Arrival arrival, Cluster cluster) {
        Workload workload = arrival.workload();
        return workload.containerPorts().stream()
                        .anyMatch(port -> port.protocol() == TransportProtocol.TCP && port.number() == arrival.port())
                || cluster.inventory().servicesOf(workload).stream()
                        .flatMap(service -> service.ports().stream())
                        .anyMatch(port -> port.protocol() == TransportProtocol.TCP
                                && workload.port(port).orElse(0) == arrival.port());
    }

    private static boolean isIn(String namespace, ResourceRef ref) {
        return ref.namespace().filter(namespace::equals).isPresent();
    }
}
