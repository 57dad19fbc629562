package io.github.smi4j.translate.consul;

import io.github.smi4j.testkit.MeshTranslatorContractTest;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.consul.ConsulModel;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.proof.ToldExceptions;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Optional;

/** The proof that what is emitted allows what SMI does and no more. */
class ConsulContractTest extends MeshTranslatorContractTest {
    @Override
    protected MeshTranslator translator() {
        return ConsulTranslator.create();
    }

    @Override
    protected Optional<MeshModel> model() {
        return Optional.of(ConsulModel.create());
    }

    @Override
    protected BundleGenerator generator() {
        return BundleGenerator.create()
                .withManifests(ConsulClusters::manifests)
                .withStyles(ConsulClusters::style)
                .withMeshSettings(ConsulClusters::settings);
    }

    /** Services alone have names in Consul, of which a source or destination is often a part. */
    @Override
    protected int leastExact() {
        return 20;
    }

    @Override
    protected ToldExceptions exceptions() {
        return new ConsulExceptions();
    }
}
