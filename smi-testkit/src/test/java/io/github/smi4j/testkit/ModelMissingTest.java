package io.github.smi4j.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A contract without a model of the mesh shows what was not checked. */
class ModelMissingTest {
    private static final class Contract extends MeshTranslatorContractTest {
        @Override
        protected MeshTranslator translator() {
            return new MeshTranslator() {
                @Override
                public String meshName() {
                    return "unmodelled";
                }

                @Override
                public Set<ResourceKind> supportedKinds() {
                    return Set.of();
                }

                @Override
                public void translate(TranslationContext in, TranslationOutput out) {
                    // It has nothing to say.
                }
            };
        }
    }

    @Test
    void model_missing_isASkippedTest() {
        Contract contract = new Contract();
        assertThatThrownBy(contract::model_isThere_soThatAccessAndSharesAreChecked)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(
                        "the laws of access and shares were not checked: there is no model of unmodelled");
    }
}
