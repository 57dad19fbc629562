package io.github.smi4j.testkit.proof;

import io.github.smi4j.testkit.MeshTranslatorContractTest;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Optional;

/** The contract, run as authors of translators do, holds for a translator that is right. */
class TestMeshContractTest extends MeshTranslatorContractTest {
    @Override
    protected MeshTranslator translator() {
        return TestMesh.right();
    }

    @Override
    protected Optional<MeshModel> model() {
        return Optional.of(TestModel.create());
    }

    @Override
    protected int bundles() {
        return 64;
    }

    @Override
    protected boolean isService() {
        return false;
    }
}
