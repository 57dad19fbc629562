package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A translator with a mistake, to show that a contract can fail: what it emits is altered, or some of what it reports is left
 * out. Immutable, and not to be found as a service.
 */
public final class AlteredTranslator implements MeshTranslator {
    private final MeshTranslator original;
    private final Function<TranslationContext, Alteration> alteration;
    private final Predicate<DiagnosticCode> reported;

    private AlteredTranslator(
            MeshTranslator original,
            Function<TranslationContext, Alteration> alteration,
            Predicate<DiagnosticCode> reported) {
        this.original = Objects.requireNonNull(original, "original");
        this.alteration = Objects.requireNonNull(alteration, "alteration");
        this.reported = Objects.requireNonNull(reported, "reported");
    }

    /** What becomes of a resource; thread-safe. */
    @FunctionalInterface
    public interface Alteration {
        /**
         * The resources in place of one.
         *
         * @param tree a resource that is emitted, or a patch, as a plain tree
         * @return nothing, one, or several; those that are left as they are, too
         */
        List<Map<String, Object>> alter(Map<String, Object> tree);
    }

    /**
     * A translator that makes the same mistake for every input.
     *
     * @param original the translator without the mistake
     * @param alteration what becomes of each resource and patch; {@code List::of} for nothing else
     * @param reported which findings are reported
     */
    public static AlteredTranslator of(
            MeshTranslator original, Alteration alteration, Predicate<DiagnosticCode> reported) {
        Objects.requireNonNull(alteration, "alteration");
        return new AlteredTranslator(original, in -> alteration, reported);
    }

    /**
     * A translator with a mistake that depends on the input.
     *
     * @param original the translator without the mistake
     * @param alteration what becomes of each resource and patch, for a translation
     * @param reported which findings are reported
     */
    public static AlteredTranslator byInput(
            MeshTranslator original,
            Function<TranslationContext, Alteration> alteration,
            Predicate<DiagnosticCode> reported) {
        return new AlteredTranslator(original, alteration, reported);
    }

    @Override
    public String meshName() {
        return original.meshName();
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return original.supportedKinds();
    }

    @Override
    public Set<String> apiGroups() {
        return original.apiGroups();
    }

    @Override
    public List<OptionKey<?>> options() {
        return original.options();
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        Alteration altered = alteration.apply(in);
        original.translate(in, new TranslationOutput() {
            @Override
            public void emit(MeshResource resource, Collection<ResourceRef> sources) {
                alter(resource, altered, other -> out.emit(other, sources));
            }

            @Override
            public void patch(MeshResource patch, Collection<ResourceRef> sources) {
                alter(patch, altered, other -> out.patch(other, sources));
            }

            @Override
            public void report(DiagnosticCode code, ResourceRef resource, FieldPath path, String message) {
                if (reported.test(code)) {
                    out.report(code, resource, path, message);
                }
            }
        });
    }

    private static void alter(MeshResource resource, Alteration alteration, Consumer<MeshResource> out) {
        Map<String, Object> tree = resource.toTree();
        for (Map<String, Object> other : alteration.alter(tree)) {
            out.accept(other.equals(tree) ? resource : untyped(resource, other));
        }
    }

    private static MeshResource untyped(MeshResource original, Map<String, Object> tree) {
        Map<String, Object> fields = new LinkedHashMap<>(tree);
        List.of("apiVersion", "kind", "metadata").forEach(fields::remove);
        Map<?, ?> metadata = Fields.object(tree, "metadata");
        ObjectMeta.Builder others = original.metadata().toBuilder()
                .name(Fields.text(metadata, "name"))
                .namespace(Optional.of(Fields.text(metadata, "namespace")).filter(text -> !text.isEmpty()))
                .annotations(texts(metadata, "annotations"));
        return MeshResource.of(Fields.text(tree, "apiVersion"), Fields.text(tree, "kind"), others.build(), fields);
    }

    private static Map<String, String> texts(Map<?, ?> metadata, String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        Fields.object(metadata, field).forEach((key, value) -> texts.put(key.toString(), value.toString()));
        return texts;
    }
}
