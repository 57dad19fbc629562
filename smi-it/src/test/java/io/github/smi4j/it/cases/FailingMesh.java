package io.github.smi4j.it.cases;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.EnumSet;
import java.util.Set;

/** A translator that does not work where there are splits. */
final class FailingMesh implements MeshTranslator {
    @Override
    public String meshName() {
        return "failing";
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return EnumSet.allOf(ResourceKind.class);
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        if (!in.policy().splits().isEmpty()) {
            throw new IllegalStateException("splits are not translated yet");
        }
    }
}
