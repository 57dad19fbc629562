package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.testkit.MeshTranslatorContractTest;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A contract asks for as many EXACT targets as its author says. */
class LeastExactTest {
    /** Of a translator that says of each resource that it allows less. */
    private static class Contract extends MeshTranslatorContractTest {
        @Override
        protected MeshTranslator translator() {
            return TestMesh.telling(TestCode.NARROWED, tree -> {});
        }

        @Override
        protected Optional<MeshModel> model() {
            return Optional.of(TestModel.create());
        }

        @Override
        protected int bundles() {
            return 8;
        }
    }

    private static final class ModestContract extends Contract {
        @Override
        protected int leastExact() {
            return 7;
        }
    }

    @Test
    void translate_ofFewExactTargets_failsBelowForty() {
        assertThatThrownBy(() -> new Contract().translate_ofRandomBundles_keepsTheLaws())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the run says too little")
                .hasMessageContaining("of targets that are EXACT, expected at least 40 %");
    }

    @Test
    void translate_ofFewExactTargets_failsBelowWhatIsAskedFor() {
        assertThatThrownBy(() -> new ModestContract().translate_ofRandomBundles_keepsTheLaws())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of targets that are EXACT, expected at least 7 %");
    }
}
