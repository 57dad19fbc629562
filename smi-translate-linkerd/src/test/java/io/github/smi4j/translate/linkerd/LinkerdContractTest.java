package io.github.smi4j.translate.linkerd;

import io.github.smi4j.testkit.MeshTranslatorContractTest;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.proof.ToldExceptions;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Optional;

/** The proof that what is emitted allows what SMI does and no more. */
class LinkerdContractTest extends MeshTranslatorContractTest {
    @Override
    protected MeshTranslator translator() {
        return LinkerdTranslator.create();
    }

    @Override
    protected Optional<MeshModel> model() {
        return Optional.of(LinkerdModel.create());
    }

    @Override
    protected BundleGenerator generator() {
        return BundleGenerator.create()
                .withManifests(LinkerdCluster::manifests)
                .withMeshSettings(LinkerdCluster::settings);
    }

    @Override
    protected ToldExceptions exceptions() {
        return new LinkerdExceptions();
    }
}
