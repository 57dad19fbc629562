package io.github.smi4j.translate.consul;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.proof.ToldExceptions;
import java.util.Optional;

/** Where Consul does something else than SMI says, and a finding says so. */
final class ConsulExceptions implements ToldExceptions {
    @Override
    public boolean isSurplus(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        Workload workload = arrival.workload();
        return finding.code() instanceof ConsulCode code
                && finding.resource()
                        .filter(ref -> switch (code) {
                            // What is there already is not overwritten, and what it lets in is not worked out again.
                            case INTENTIONS_TAKEN -> ref.kind().equals("ServiceIntentions");
                            case DEFAULTS_REQUIRED -> ref.kind().equals("TrafficTarget");
                            case MTLS_PERMISSIVE_FOUND -> ref.equals(workload.ref());
                            case SERVICES_UNKNOWN -> isNamespaceOf(workload, ref);
                            case ONE_NAMESPACE -> isNamespaceOf(workload, ref) && isOfNoKnownPods(arrival, cluster);
                            default -> false;
                        })
                        .isPresent();
    }

    @Override
    public boolean isObstacle(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        return finding.code() == ConsulCode.INTENTIONS_TAKEN;
    }

    /** All ports of a service without pods of its own are one for Consul. */
    @Override
    public boolean isDiversion(Diagnostic finding) {
        return finding.code() == ConsulCode.PORT_NOT_REGISTERED;
    }

    /** Whether nothing is known of the caller, so that it may be a service of any name. */
    private static boolean isOfNoKnownPods(Arrival arrival, Cluster cluster) {
        return arrival.caller()
                .filter(caller -> caller instanceof Identity.ServiceAccount account
                        && cluster.inventory().workloadsOf(account.name()).isEmpty())
                .isPresent();
    }

    private static boolean isNamespaceOf(Workload workload, ResourceRef ref) {
        return ref.kind().equals("Namespace")
                && Optional.of(ref.name()).filter(workload.namespace()::equals).isPresent();
    }
}
