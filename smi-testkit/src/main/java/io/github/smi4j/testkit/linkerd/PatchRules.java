package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import java.util.Map;
import java.util.Set;

/** What Linkerd asks of annotations that are added to namespaces and workloads; more must not be patched. */
final class PatchRules {
    static final String NAMESPACE = "v1/Namespace";

    private static final String DEFAULT_POLICY = "config.linkerd.io/default-inbound-policy";
    private static final Set<String> WORKLOADS = Set.of(
            "apps/v1/Deployment",
            "apps/v1/StatefulSet",
            "apps/v1/DaemonSet",
            "apps/v1/ReplicaSet",
            "batch/v1/Job",
            "batch/v1/CronJob");

    private PatchRules() {}

    /** Whether it is a patch; what is wrong with it is added. */
    static boolean check(Map<String, ?> resource, String kind, Faults faults) {
        boolean workload = WORKLOADS.contains(kind);
        if (!workload && !kind.equals(NAMESPACE) && !kind.equals("v1/Pod")) {
            return false;
        }
        checkAnnotations(Fields.object(resource, "metadata"), faults);
        faults.checkFields("a patch", resource, "apiVersion", "kind", "metadata", workload ? "spec" : "kind");
        if (workload) {
            checkWorkload(Fields.object(resource, "spec"), kind, faults);
        }
        return true;
    }

    private static void checkWorkload(Map<?, ?> spec, String kind, Faults faults) {
        Map<?, ?> owner = spec;
        if (kind.endsWith("CronJob")) {
            faults.checkFields("spec of a patch", spec, "jobTemplate");
            Map<?, ?> job = Fields.object(spec, "jobTemplate");
            faults.checkFields("jobTemplate of a patch", job, "spec");
            owner = Fields.object(job, "spec");
        }
        faults.checkFields("spec of a patch", owner, "template");
        Map<?, ?> template = Fields.object(owner, "template");
        faults.checkFields("template of a patch", template, "metadata");
        Map<?, ?> metadata = Fields.object(template, "metadata");
        faults.checkFields("metadata of a template", metadata, "annotations");
        checkAnnotations(metadata, faults);
    }

    private static void checkAnnotations(Map<?, ?> metadata, Faults faults) {
        Object policy = Fields.object(metadata, "annotations").get(DEFAULT_POLICY);
        if (policy != null && !DefaultPolicy.isKnown(policy.toString())) {
            faults.add("the default policy " + policy + " does not exist");
        }
    }
}
