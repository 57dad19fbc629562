package io.github.smi4j.it.cases;

import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A translator that gives every split of a namespace one name. */
final class RepeatingMesh implements MeshTranslator {
    @Override
    public String meshName() {
        return "repeating";
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return EnumSet.complementOf(EnumSet.of(ResourceKind.UDP_ROUTE));
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        for (ResolvedSplit split : in.policy().splits()) {
            ObjectMeta metadata = ObjectMeta.builder()
                    .name("split")
                    .namespace(split.root().namespace())
                    .build();
            out.emit(MeshResource.of("example.com/v1", "Split", metadata, Map.of()), split.splits());
        }
    }
}
