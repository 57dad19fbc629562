package io.github.smi4j.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Where a translation says that something is, and what became of each resource. */
class TranslationPlacesTest {
    private static final String SPLIT = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata: {name: canary, namespace: shop}
            spec: {service: web, backends: [{service: web-v1, weight: 1}]}
            """;
    private static final ResourceRef CANARY =
            new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.of("shop"), "canary");
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {serviceAccountName: web, containers: []}
            """;

    private static Translation translate(BiConsumer<TranslationContext, TranslationOutput> action, ResourceSet set) {
        return MeshTranslators.of(new TestMesh("kuma", action)).get("kuma").translate(set);
    }

    private static ResourceSet read(String... documents) {
        return ManifestReader.create().read(String.join("---\n", documents), "in.yaml");
    }

    private static ResourceSet joined(ResourceSet one, ResourceSet other) {
        return ResourceSet.builder().addAll(one).addAll(other).build();
    }

    private static MeshResource route(String namespace) {
        return MeshResource.of(
                "kuma.io/v1",
                "Route",
                ObjectMeta.builder().name("a").namespace(namespace).build(),
                Map.of());
    }

    /** Where a translation puts what a plugin says of a resource. */
    private static List<String> places(ResourceRef ref, FieldPath path, ResourceSet set) {
        return translate((in, out) -> out.report(PolicyCode.METHOD_CASE, ref, path, "is odd"), set)
                .diagnostics()
                .stream()
                .filter(d -> d.message().equals("is odd"))
                .map(Object::toString)
                .toList();
    }

    private static ResourceRef ref(String group, String kind, String namespace, String name) {
        return new ResourceRef(group, kind, Optional.ofNullable(namespace), name);
    }

    @Test
    void report_ofAnObjectThatIsNoSmiResource_hasItsPosition() {
        assertThat(places(ref("", "Pod", "shop", "web"), FieldPath.of("spec"), read(SPLIT, POD)))
                .containsExactly("WARNING SMI2205 in.yaml:9:1 Pod shop/web spec: is odd");
    }

    @Test
    void report_ofANamespace_isOfNoNamespaceItself() {
        String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
        String other = "apiVersion: example.com/v1\nkind: Namespace\nmetadata: {name: shop}\n";
        FieldPath metadata = FieldPath.of("metadata");

        assertThat(places(ref("", "Namespace", null, "shop"), metadata, read(namespace)))
                .containsExactly("WARNING SMI2205 in.yaml:3:1 Namespace shop metadata: is odd");
        assertThat(places(ref("example.com", "Namespace", null, "shop"), metadata, read(other)))
                .containsExactly("WARNING SMI2205 in.yaml:3:1 Namespace default/shop metadata: is odd");
    }

    @Test
    void report_ofWhatIsGivenTwice_hasTheFirstPositionInAnyOrder() {
        ResourceSet first = ManifestReader.create().read(POD, "a.yaml");
        ResourceSet second = ManifestReader.create().read(POD, "b.yaml");
        ResourceRef pod = ref("", "Pod", "shop", "web");
        String line = "WARNING SMI2205 a.yaml:1:1 Pod shop/web: is odd";

        assertThat(places(pod, FieldPath.root(), joined(first, second))).containsExactly(line);
        assertThat(places(pod, FieldPath.root(), joined(second, first))).containsExactly(line);
    }

    @Test
    void emit_inANamespaceTakenAsAWhole_saysSo() {
        BiConsumer<TranslationContext, TranslationOutput> emit = (in, out) -> {
            out.emit(route("shop"), List.of());
            out.emit(route("other"), List.of());
        };

        assertThat(translate(emit, read(POD)).resources())
                .extracting(r -> r.ref().namespace().orElse("") + " "
                        + r.metadata().annotations().get("smi4j.github.io/closed-world"))
                .containsExactly("other null", "shop true");
    }

    @Test
    void emit_sourcesOfExactlyTheLargestText_keepsAllOfIt() {
        String name = "a".repeat(4096 - "TrafficSplit shop/".length());
        ResourceRef longest = ref("split.smi-spec.io", "TrafficSplit", "shop", name);
        ResourceRef longer = ref("split.smi-spec.io", "TrafficSplit", "shop", name + "a");

        assertThat(from(longest)).isEqualTo("TrafficSplit shop/" + name);
        assertThat(from(longer)).hasSize(4096).endsWith("a…");
    }

    private static String from(ResourceRef source) {
        return translate((in, out) -> out.emit(route("shop"), List.of(source)), read(SPLIT))
                .resources()
                .get(0)
                .metadata()
                .annotations()
                .get("smi4j.github.io/translated-from");
    }

    @Test
    void translate_aPluginThatEmitsTwiceAndThrows_saysOnlyThatItFailed() {
        Translation translation = translate(
                (in, out) -> {
                    out.emit(route("shop"), List.of(CANARY));
                    out.emit(route("shop"), List.of(CANARY));
                    throw new IllegalStateException("no more");
                },
                read(SPLIT));

        assertThat(translation.errors()).extracting(d -> d.code().id()).containsExactly("SMI3002");
        assertThat(translation.fidelity()).containsExactly(Map.entry(CANARY, Effect.DROPPED));
    }

    private static final String TARGET = """
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: t, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: edge, namespace: edge}]
              rules: [{kind: HTTPRouteGroup, name: routes}]
            """;
    private static final String GROUP = """
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: routes, namespace: shop}
            spec: {matches: [{name: a, pathRegex: /a}]}
            """;

    @Test
    void fidelity_ofATarget_isNoBetterThanThatOfWhatItRefersTo() {
        ResourceRef group = ref("specs.smi-spec.io", "HTTPRouteGroup", "shop", "routes");
        BiConsumer<TranslationContext, TranslationOutput> report =
                (in, out) -> out.report(PolicyCode.MATCH_TWICE, group, FieldPath.root(), "is odd");
        String other = GROUP.replace("name: routes", "name: other");

        assertThat(translate(report, read(TARGET, GROUP, POD, other)).fidelity())
                .containsEntry(ref("access.smi-spec.io", "TrafficTarget", "shop", "t"), Effect.UNENFORCED)
                .containsEntry(group, Effect.DROPPED)
                .containsEntry(ref("specs.smi-spec.io", "HTTPRouteGroup", "shop", "other"), Effect.EXACT)
                .hasSize(3);
    }

    @Test
    void fidelity_hasSmiResourcesOnly() {
        String unknown =
                "apiVersion: split.smi-spec.io/v1\nkind: TrafficSplits\nmetadata: {name: x, namespace: shop}\n";

        assertThat(translate((in, out) -> {}, read(SPLIT, POD, unknown)).fidelity())
                .containsOnlyKeys(CANARY);
    }
}
