package io.github.smi4j.translate.istio;

import io.github.smi4j.testkit.MeshTranslatorContractTest;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.istio.IstioModel;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.proof.ToldExceptions;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Optional;

/** The proof that what is emitted allows what SMI does and no more. */
class IstioContractTest extends MeshTranslatorContractTest {
    @Override
    protected MeshTranslator translator() {
        return IstioTranslator.create();
    }

    @Override
    protected Optional<MeshModel> model() {
        return Optional.of(IstioModel.create());
    }

    @Override
    protected BundleGenerator generator() {
        return BundleGenerator.create().withManifests(IstioCluster::manifests).withMeshSettings(IstioCluster::settings);
    }

    @Override
    protected ToldExceptions exceptions() {
        return new IstioExceptions();
    }
}
