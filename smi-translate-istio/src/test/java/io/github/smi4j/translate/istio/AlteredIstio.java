package io.github.smi4j.translate.istio;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The translator with one mistake: what it emits is altered, and some of what it reports is left out. */
final class AlteredIstio implements MeshTranslator {
    private final IstioTranslator istio = IstioTranslator.create();
    private final Alteration alteration;
    private final Predicate<DiagnosticCode> reported;

    /** What becomes of a resource; nothing, one, or several. */
    @FunctionalInterface
    interface Alteration {
        List<Map<String, Object>> alter(Map<String, Object> tree);
    }

    AlteredIstio(Alteration alteration, Predicate<DiagnosticCode> reported) {
        this.alteration = alteration;
        this.reported = reported;
    }

    @Override
    public String meshName() {
        return istio.meshName();
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return istio.supportedKinds();
    }

    @Override
    public List<OptionKey<?>> options() {
        return istio.options();
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        istio.translate(in, new TranslationOutput() {
            @Override
            public void emit(MeshResource resource, Collection<ResourceRef> sources) {
                alteration.alter(resource.toTree()).forEach(tree -> out.emit(untyped(resource, tree), sources));
            }

            @Override
            public void report(DiagnosticCode code, ResourceRef resource, FieldPath path, String message) {
                if (reported.test(code)) {
                    out.report(code, resource, path, message);
                }
            }
        });
    }

    private static MeshResource untyped(MeshResource original, Map<String, Object> tree) {
        Map<String, Object> fields = new LinkedHashMap<>(tree);
        Map<?, ?> metadata = (Map<?, ?>) tree.get("metadata");
        List.of("apiVersion", "kind", "metadata").forEach(fields::remove);
        return MeshResource.of(
                original.apiVersion(),
                original.kind(),
                original.metadata().toBuilder()
                        .name((String) metadata.get("name"))
                        .namespace((String) metadata.get("namespace"))
                        .build(),
                fields);
    }
}
