package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A translator to a mesh whose one resource says what SMI says, but for what a test changes. */
final class TestMesh implements MeshTranslator {
    private final BiConsumer<TranslationContext, TranslationOutput> action;

    private TestMesh(BiConsumer<TranslationContext, TranslationOutput> action) {
        this.action = action;
    }

    /** Says what SMI says. */
    static TestMesh right() {
        return changing(tree -> {});
    }

    /** Says something else. */
    static TestMesh changing(Consumer<Map<String, Object>> change) {
        return doing((in, out) -> emit(in, out, change));
    }

    /** Says something else, and reports a finding about each origin of what it emits. */
    static TestMesh telling(TestCode code, Consumer<Map<String, Object>> change) {
        return telling(code, "so", change);
    }

    static TestMesh telling(TestCode code, String message, Consumer<Map<String, Object>> change) {
        return doing((in, out) -> {
            emit(in, out, change);
            origins(in.policy()).forEach(ref -> out.report(code, ref, FieldPath.of(), message));
        });
    }

    static TestMesh doing(BiConsumer<TranslationContext, TranslationOutput> action) {
        return new TestMesh(action);
    }

    /** Emits what SMI says with a change, unless it says nothing. */
    static void emit(TranslationContext in, TranslationOutput out, Consumer<Map<String, Object>> change) {
        Map<String, Object> tree = PolicyTree.of(in.policy());
        change.accept(tree);
        Collection<ResourceRef> origins = origins(in.policy());
        if (!origins.isEmpty()) {
            out.emit(resource("policy", tree), origins);
        }
    }

    static MeshResource resource(String name, Map<String, Object> spec) {
        return MeshResource.of(
                "test.example/v1",
                "Policy",
                ObjectMeta.builder().name(name).namespace("mesh").build(),
                Map.of("spec", spec));
    }

    static Collection<ResourceRef> origins(ResolvedPolicy policy) {
        Set<ResourceRef> origins = new TreeSet<>();
        policy.targets().forEach(target -> origins.addAll(target.origins()));
        policy.splits().forEach(split -> origins.addAll(split.origins()));
        policy.scope()
                .namespaces()
                .forEach(namespace -> origins.addAll(policy.scope().targetsOf(namespace)));
        return origins;
    }

    @Override
    public String meshName() {
        return "test";
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return Set.of(
                ResourceKind.TRAFFIC_TARGET,
                ResourceKind.IDENTITY_BINDING,
                ResourceKind.HTTP_ROUTE_GROUP,
                ResourceKind.TCP_ROUTE,
                ResourceKind.UDP_ROUTE,
                ResourceKind.TRAFFIC_SPLIT);
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        action.accept(in, out);
    }
}
