package io.github.smi4j.translate.linkerd;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.testkit.MeshTranslatorContractTest;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.proof.ToldExceptions;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Optional;
import java.util.Set;

/** The same proof once the patches are applied and all pods were created anew: then ports that nothing declares are closed too. */
class RestartedContractTest extends MeshTranslatorContractTest {
    private static final int SHARE = 5;
    private static final Set<String> PATCHED =
            Set.of("Namespace", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "CronJob");

    @Override
    protected MeshTranslator translator() {
        return LinkerdTranslator.create();
    }

    @Override
    protected Optional<MeshModel> model() {
        return Optional.of(LinkerdModel.afterRestart());
    }

    @Override
    protected int bundles() {
        return Math.max(1, super.bundles() / SHARE);
    }

    @Override
    protected BundleGenerator generator() {
        return BundleGenerator.create()
                .withManifests(LinkerdCluster::manifests)
                .withMeshSettings(LinkerdCluster::settings);
    }

    @Override
    protected ToldExceptions exceptions() {
        LinkerdExceptions before = new LinkerdExceptions();
        return new ToldExceptions() {
            @Override
            public boolean isSurplus(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
                boolean patched = finding.code() == LinkerdCode.DENY_AFTER_RESTART
                        && finding.resource()
                                .filter(ref -> PATCHED.contains(ref.kind()))
                                .isPresent();
                return !patched && before.isSurplus(arrival, finding, smi, cluster);
            }

            @Override
            public boolean isObstacle(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
                return before.isObstacle(arrival, finding, smi, cluster);
            }
        };
    }
}
