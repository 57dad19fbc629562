package io.github.smi4j.translate.istio;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.proof.ToldExceptions;
import java.util.HashMap;
import java.util.Map;

/** Where Istio does something else than SMI says, and a finding says so. */
final class IstioExceptions implements ToldExceptions {
    @Override
    public boolean isSurplus(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        Workload workload = arrival.workload();
        return finding.code() instanceof IstioCode code
                && finding.resource()
                        .filter(ref -> switch (code) {
                            case ANY_TRUST_DOMAIN -> isAllowedAtHome(arrival, smi);
                            case DESTINATION_OPEN -> isDestination(workload, ref, smi);
                            case ROOT_NAMESPACE -> isIn(workload.namespace(), ref);
                            // Whom a policy lets in that is there already is not worked out again.
                            case POLICY_ALLOWS_MORE -> isFor(workload, ref, cluster);
                            default -> false;
                        })
                        .isPresent();
    }

    @Override
    public boolean isObstacle(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        return (finding.code() == IstioCode.POLICY_DENIES_MORE || finding.code() == IstioCode.MTLS_DISABLED)
                && finding.resource()
                        .filter(ref -> isFor(arrival.workload(), ref, cluster))
                        .isPresent();
    }

    /** Whether a service account would be allowed whose namespace and name are in the path of the caller's SPIFFE id. */
    private static boolean isAllowedAtHome(Arrival arrival, Evaluator smi) {
        String id = arrival.caller()
                .filter(Identity.Spiffe.class::isInstance)
                .map(caller -> "/" + caller.spiffeId("") + "/")
                .orElse("");
        return smi.policy().targets().stream()
                .flatMap(target -> target.sources().stream())
                .distinct()
                .filter(source -> source instanceof Identity.ServiceAccount account && isIn(id, account.name()))
                .map(account -> smi.decide(account, arrival.workload(), arrival.port(), arrival.traffic()))
                .anyMatch(part -> part.verdict() == Verdict.ALLOWED);
    }

    private static boolean isIn(String id, ServiceAccountName account) {
        int namespace = id.indexOf("/ns/" + account.namespace() + "/");
        return namespace > 0 && id.indexOf("/sa/" + account.name() + "/", namespace) > 0;
    }

    /** Whether the resource of the cluster selects the workload; it may be of the root namespace. */
    private static boolean isFor(Workload workload, ResourceRef ref, Cluster cluster) {
        String root = cluster.settings().getOrDefault("root-namespace", "istio-system");
        return (isIn(workload.namespace(), ref) || isIn(root, ref))
                && cluster.inventory().meshResources("security.istio.io").stream()
                        .filter(resource -> resource.ref()
                                .withDefaultNamespace(cluster.options().defaultNamespace())
                                .equals(ref))
                        .anyMatch(resource -> workload.hasLabels(labels(resource)));
    }

    private static Map<String, String> labels(OtherResource resource) {
        Map<String, String> labels = new HashMap<>();
        if (resource.toTree().get("spec") instanceof Map<?, ?> spec
                && spec.get("selector") instanceof Map<?, ?> selector
                && selector.get("matchLabels") instanceof Map<?, ?> given) {
            given.forEach((key, value) -> labels.put(String.valueOf(key), String.valueOf(value)));
        }
        return labels;
    }

    private static boolean isIn(String namespace, ResourceRef ref) {
        return ref.namespace().filter(namespace::equals).isPresent();
    }

    private static boolean isDestination(Workload workload, ResourceRef target, Evaluator smi) {
        return smi.policy().targets().stream()
                .anyMatch(t -> t.ref().equals(target) && t.destinations().contains(workload));
    }
}
