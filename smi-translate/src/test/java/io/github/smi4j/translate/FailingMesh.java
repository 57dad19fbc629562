package io.github.smi4j.translate;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Set;

/** A plugin that cannot be made. */
public final class FailingMesh implements MeshTranslator {
    /** Always throws. */
    public FailingMesh() {
        throw new IllegalStateException("no licence");
    }

    @Override
    public String meshName() {
        return "failing";
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return Set.of();
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {}
}
