package io.github.smi4j.translate.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.HttpProbe;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.regex.RequestDomain;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.ModelledMesh;
import io.github.smi4j.testkit.mesh.Outcome;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.Translator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The kubelet, which has no identity, still finds pods well: no law of access asks for that, since SMI never grants it. */
class HealthChecksTest {
    private static final int BUNDLES = 200;
    private static final Translator LINKERD =
            MeshTranslators.of(LinkerdTranslator.create()).get("linkerd");

    @Test
    void translate_ofRandomBundles_letsHealthChecksIn() {
        BundleGenerator generator = BundleGenerator.create().withManifests(LinkerdCluster::hard);
        int asked = 0;
        for (int seed = 0; seed < BUNDLES; seed++) {
            Bundle bundle = generator.draw(new Random(seed));
            Cluster cluster = bundle.cluster(bundle.set());
            Translation translation = LINKERD.translate(
                    bundle.set(), cluster.inventory(), cluster.options(), bundle.translationOptions());
            ResolvedPolicy policy = ResolvedPolicy.of(bundle.set(), cluster.options(), cluster.inventory());
            ModelledMesh mesh = LinkerdModel.create()
                    .apply(
                            translation.resources().stream()
                                    .map(Manifest::toTree)
                                    .toList(),
                            cluster);
            for (Workload workload : cluster.inventory().workloads()) {
                for (HttpProbe probe : workload.httpProbes()) {
                    if (policy.scope().contains(workload) && !isTold(workload, translation)) {
                        asked += check(workload, probe, mesh, bundle);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(40);
    }

    /** One if it was asked, none if the port is not known. */
    private static int check(Workload workload, HttpProbe probe, ModelledMesh mesh, Bundle bundle) {
        int port = workload.port(
                        ServicePort.builder().number(1).targetPort(probe.port()).build())
                .orElse(0);
        String path = probe.path().split("\\?", -1)[0];
        if (port == 0 || !RequestDomain.PATH.contains(path)) {
            return 0;
        }
        Arrival arrival = new Arrival(
                Optional.empty(),
                workload,
                port,
                new Traffic.Http("GET", path, Map.of("user-agent", "kube-probe/1.30")));
        assertThat(mesh.decide(arrival))
                .as(() -> arrival + "\n" + bundle.toYaml())
                .isIn(Outcome.ALLOWED, Outcome.UNSEEN, Outcome.EITHER);
        return 1;
    }

    private static boolean isTold(Workload workload, Translation translation) {
        return translation.diagnostics().stream()
                .anyMatch(d ->
                        (d.code() == LinkerdCode.PROBES_DENIED && d.resource().equals(Optional.of(workload.ref())))
                                || d.code() == LinkerdCode.SERVER_TAKEN);
    }
}
