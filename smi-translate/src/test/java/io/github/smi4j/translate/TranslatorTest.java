package io.github.smi4j.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class TranslatorTest {
    private static final String SPLIT = """
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata:
              name: canary
              namespace: shop
            spec:
              service: web
              backends:
              - service: web-v1
                weight: 1
            """;
    private static final ResourceRef CANARY =
            new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.of("shop"), "canary");

    private static Translator translator(BiConsumer<TranslationContext, TranslationOutput> action) {
        return MeshTranslators.of(new TestMesh("kuma", action)).get("kuma");
    }

    private static ResourceSet read(String... documents) {
        return ManifestReader.create().read(String.join("---\n", documents), "in.yaml");
    }

    /** Without what is said of Services, which are unknown here. */
    private static List<String> lines(Translation translation) {
        return translation.diagnostics().stream()
                .filter(d -> d.code() != PolicyCode.ROOT_UNKNOWN)
                .map(Object::toString)
                .toList();
    }

    private static MeshResource route(String name) {
        return MeshResource.of(
                "kuma.io/v1",
                "Route",
                ObjectMeta.builder().name(name).namespace("shop").build(),
                Map.of("spec", Map.of()));
    }

    @Test
    void translate_anyResource_tracesAndSortsIt() {
        Translation translation = translator((in, out) -> {
                    out.emit(route("b"), List.of(CANARY, CANARY));
                    out.emit(route("a"), List.of());
                })
                .translate(read(SPLIT));
        assertThat(translation.resources()).extracting(r -> r.ref().name()).containsExactly("a", "b");
        ObjectMeta metadata = translation.resources().get(1).metadata();
        assertThat(metadata.labels()).containsExactly(Map.entry("app.kubernetes.io/managed-by", "smi4j"));
        assertThat(metadata.annotations())
                .containsExactly(Map.entry("smi4j.github.io/translated-from", "TrafficSplit shop/canary"));
    }

    /** A resource that the mesh wants at its place. */
    private record Placed(MeshResource resource, int writeOrder) implements MeshResource {
        @Override
        public String apiVersion() {
            return resource.apiVersion();
        }

        @Override
        public String kind() {
            return resource.kind();
        }

        @Override
        public ObjectMeta metadata() {
            return resource.metadata();
        }

        @Override
        public MeshResource withMetadata(ObjectMeta metadata) {
            return new Placed(resource.withMetadata(metadata), writeOrder);
        }

        @Override
        public Map<String, Object> toTree() {
            return resource.toTree();
        }
    }

    @Test
    void translate_resourcesWithAWriteOrder_sortsByItThenByName() {
        Translation translation = translator((in, out) -> {
                    out.emit(new Placed(route("a"), 5), List.of());
                    out.emit(new Placed(route("d"), -1), List.of());
                    out.emit(route("c"), List.of());
                    out.emit(new Placed(route("e"), 5), List.of());
                    out.emit(new Placed(route("b"), 0), List.of());
                })
                .translate(read(SPLIT));
        assertThat(translation.resources()).extracting(r -> r.ref().name()).containsExactly("d", "b", "c", "a", "e");
        assertThat(translation.resources()).extracting(MeshResource::writeOrder).containsExactly(-1, 0, 0, 5, 5);
    }

    @Test
    void translate_thousandsOfSources_cutsTheAnnotation() {
        List<ResourceRef> sources = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            sources.add(new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.of("shop"), "split-" + i));
        }
        Translation translation =
                translator((in, out) -> out.emit(route("a"), sources)).translate(read(SPLIT));
        String from = translation.resources().get(0).metadata().annotations().get("smi4j.github.io/translated-from");
        assertThat(from).hasSize(4096).startsWith("TrafficSplit shop/split-0, ").endsWith("…");
    }

    @Test
    void translate_aPluginThatThrowsMidWay_dropsItsResourcesAndNamesIt() {
        Translation translation = translator((in, out) -> {
                    out.emit(route("a"), List.of(CANARY));
                    throw new IllegalStateException("out of\ntune");
                })
                .translate(read(SPLIT));
        assertThat(translation.resources()).isEmpty();
        assertThat(lines(translation))
                .containsExactly(
                        "ERROR SMI3002: the translator to kuma, io.github.smi4j.translate.TestMesh, failed with"
                                + " IllegalStateException: \"out of\\u000atune\"; nothing of its output is used");
        assertThat(translation.hasErrors()).isTrue();
    }

    @Test
    void translate_aPluginThatThrows_losesEveryResource() {
        Translation translation = translator((in, out) -> {
                    throw new StackOverflowError();
                })
                .translate(read(SPLIT));
        assertThat(translation.fidelity()).containsExactly(Map.entry(CANARY, Effect.DROPPED));
    }

    @Test
    void translate_aPluginThatEmitsTwoOfOneName_usesNeither() {
        Translation translation = translator((in, out) -> {
                    out.emit(route("a"), List.of(CANARY));
                    out.emit(route("b"), List.of());
                    out.emit(route("a"), List.of());
                })
                .translate(read(SPLIT, SPLIT.replace("canary", "other").replace("web", "api")));
        assertThat(translation.resources()).extracting(r -> r.ref().name()).containsExactly("b");
        assertThat(lines(translation))
                .containsExactly("ERROR SMI3003: two resources of the name Route shop/a were emitted; neither is used");
        assertThat(translation.fidelity().values()).containsExactly(Effect.DROPPED, Effect.EXACT);
    }

    @Test
    void translate_aReport_hasThePositionInTheDocumentsOwnShape() {
        String group = """
                apiVersion: specs.smi-spec.io/v1alpha1
                kind: HTTPRouteGroup
                metadata:
                  name: api
                matches:
                - name: all
                  pathRegex: /x
                """;
        ResourceRef ref = new ResourceRef("specs.smi-spec.io", "HTTPRouteGroup", Optional.empty(), "api");
        FieldPath path = FieldPath.of("spec", "matches").index(0).field("pathRegex");
        Translation translation = translator((in, out) -> out.report(PolicyCode.METHOD_CASE, ref, path, "is odd"))
                .translate(read(group));
        assertThat(lines(translation))
                .containsExactly(
                        "INFO SMI2007 in.yaml:1:1 HTTPRouteGroup default/api: no resource of the input refers to it",
                        "WARNING SMI2205 in.yaml:7:14 HTTPRouteGroup default/api matches[0].pathRegex: is odd");
    }

    @Test
    void translate_aReportOfSomethingUnknown_hasNoPosition() {
        ResourceRef ref = new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.of("dev"), "none");
        Translation translation = translator((in, out) ->
                        out.report(PolicyCode.SPLIT_WEIGHT, ref, FieldPath.of("spec", "backends"), "is odd"))
                .translate(read(SPLIT));
        assertThat(lines(translation)).containsExactly("ERROR SMI2104 TrafficSplit dev/none spec.backends: is odd");
        assertThat(translation.fidelity()).containsExactly(Map.entry(CANARY, Effect.EXACT));
    }

    @Test
    void fidelity_ofSeveralFindings_isTheWorst() {
        Translation translation = translator((in, out) -> {
                    out.report(PolicyCode.SPLIT_WEIGHT, CANARY, FieldPath.root(), "is dropped");
                    out.report(PolicyCode.METHOD_CASE, CANARY, FieldPath.root(), "is exact");
                })
                .translate(read(SPLIT, SPLIT.replace("canary", "other").replace("web", "api")));
        assertThat(translation.fidelity().values()).containsExactly(Effect.DROPPED, Effect.EXACT);
    }

    @Test
    void translate_otherKinds_reportsFaultyOnesToo() {
        String route = """
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: UDPRoute
                metadata:
                  name: dns
                spec:
                  matches:
                    ports: [0]
                """;
        Translation translation = translator((in, out) -> {}).translate(read(route));
        assertThat(lines(translation))
                .contains("ERROR SMI3001 in.yaml:2:7 UDPRoute default/dns: the translator to kuma does not translate"
                        + " UDPRoute");
        assertThat(translation.errors()).extracting(d -> d.code().id()).contains("SMI3001", "SMI1113");
        assertThat(translation.fidelity().values()).containsExactly(Effect.UNENFORCED);
    }

    @Test
    void translate_equalFindings_reportsThemOnce() {
        Translation translation = translator((in, out) -> {
                    out.report(PolicyCode.SPLIT_WEIGHT, CANARY, FieldPath.root(), "is odd");
                    out.report(PolicyCode.SPLIT_WEIGHT, CANARY, FieldPath.root(), "is odd");
                })
                .translate(read(SPLIT));
        assertThat(lines(translation)).containsExactly("ERROR SMI2104 in.yaml:1:1 TrafficSplit shop/canary: is odd");
    }

    @Test
    void translate_withAnInventory_ignoresWhatTheSetTells() {
        String service = """
                apiVersion: v1
                kind: Service
                metadata:
                  name: web
                  namespace: shop
                spec:
                  ports: []
                """;
        List<Integer> ports = new ArrayList<>();
        Translator translator = translator((in, out) ->
                in.policy().splits().forEach(s -> ports.add(s.ports().size())));
        ResourceSet set = read(SPLIT, service);
        translator.translate(set);
        translator.translate(set, Inventory.empty(), PolicyOptions.defaults(), TranslationOptions.defaults());
        assertThat(ports).containsExactly(1);
    }

    private static List<Object> values(TranslationOptions options) {
        List<Object> values = new ArrayList<>();
        translator((in, out) -> {
                    values.add(in.option(TestMesh.LIMIT));
                    values.add(in.option(TestMesh.COLOUR));
                })
                .translate(read(SPLIT), PolicyOptions.defaults(), options);
        return values;
    }

    @Test
    void option_typedAndByText_reachesThePlugin() {
        assertThat(values(TranslationOptions.defaults())).containsExactly(7, "red");
        assertThat(values(TranslationOptions.builder()
                        .set(TestMesh.LIMIT, 3)
                        .set("colour", "blue")
                        .build()))
                .containsExactly(3, "blue");
        assertThat(values(TranslationOptions.builder()
                        .set("limit", "4")
                        .set("limit", "5")
                        .build()))
                .containsExactly(5, "red");
    }

    @Test
    void option_unknown_listsTheKnown() {
        OptionKey<String> foreign = OptionKey.of("trust", "a", "Whom.", "a name", Optional::of);
        TranslationOptions typed =
                TranslationOptions.builder().set(foreign, "b").build();
        TranslationOptions text =
                TranslationOptions.builder().set("limits", "4").build();
        assertThatThrownBy(() -> values(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no option \"trust\"; the options are colour, limit");
        assertThatThrownBy(() -> values(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no option \"limits\"; the options are colour, limit");
    }

    @Test
    void option_ofAWrongText_saysWhatIsExpected() {
        TranslationOptions options =
                TranslationOptions.builder().set("limit", "many").build();
        assertThatThrownBy(() -> values(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("option limit must be a digit, was \"many\"");
    }

    @Test
    void option_thatThePluginDoesNotDeclare_costsItsOutput() {
        OptionKey<String> foreign = OptionKey.of("trust", "a", "Whom.", "a name", Optional::of);
        Translation translation = translator((in, out) -> {
                    out.emit(route("a"), List.of());
                    in.option(foreign);
                })
                .translate(read(SPLIT));
        assertThat(translation.resources()).isEmpty();
        assertThat(lines(translation))
                .containsExactly(
                        "ERROR SMI3002: the translator to kuma, io.github.smi4j.translate.TestMesh, failed with"
                                + " IllegalArgumentException: \"the translator does not declare the option trust\"; nothing of its"
                                + " output is used");
    }

    @Test
    void translate_patch_isTracedAndNotTakenForOurs() {
        Translation translation =
                translator((in, out) -> out.patch(route("a"), List.of(CANARY))).translate(read(SPLIT));
        assertThat(translation.resources()).isEmpty();
        ObjectMeta metadata = translation.patches().get(0).metadata();
        assertThat(metadata.labels()).isEmpty();
        assertThat(metadata.annotations())
                .containsExactly(Map.entry("smi4j.github.io/translated-from", CANARY.toString()));
    }

    @Test
    void translate_patchesOfOneName_areNotUsed() {
        Translation translation = translator((in, out) -> {
                    out.patch(route("a"), List.of(CANARY));
                    out.patch(route("a"), List.of(CANARY));
                })
                .translate(read(SPLIT));
        assertThat(translation.patches()).isEmpty();
        assertThat(translation.fidelity()).containsEntry(CANARY, Effect.DROPPED);
    }

    @Test
    void translate_pluginThatFailsAfterAPatch_givesNone() {
        Translation translation = translator((in, out) -> {
                    out.patch(route("a"), List.of(CANARY));
                    throw new IllegalStateException("no");
                })
                .translate(read(SPLIT));
        assertThat(translation.patches()).isEmpty();
    }

    private static String earlier(String group, String name, String manager) {
        return """
                apiVersion: %s/v1
                kind: Route
                metadata: {name: %s, namespace: shop, labels: {app.kubernetes.io/managed-by: %s}}
                """.formatted(group, name, manager);
    }

    @Test
    void translate_earlierOutputThatIsNotEmitted_tellsOfIt() {
        Translator mesh = translator((in, out) -> out.emit(route("kept"), List.of(CANARY)));
        ResourceSet set = read(
                earlier("kuma.io", "kept", "smi4j"),
                earlier("kuma.io", "left", "smi4j"),
                earlier("kuma.io", "of-others", "helm"),
                earlier("elsewhere.io", "of-another-mesh", "smi4j"));

        assertThat(lines(mesh.translate(set)))
                .containsExactly("WARNING SMI3004 in.yaml:7:1 Route shop/left metadata: is an earlier output that this"
                        + " translation does not emit; it stays in force until it is deleted");
    }

    @Test
    void translate_earlierOutputBesideAnotherOfItsName_isToldOfInAnyOrder() {
        OtherResource ours = OtherResource.of(Map.of(
                "apiVersion",
                "kuma.io/v1",
                "kind",
                "Route",
                "metadata",
                Map.of("name", "left", "labels", Map.of("app.kubernetes.io/managed-by", "smi4j"))));
        OtherResource others = OtherResource.of(
                Map.of("apiVersion", "kuma.io/v1", "kind", "Route", "metadata", Map.of("name", "left")));
        Translator mesh = translator((in, out) -> {});

        for (List<OtherResource> order : List.of(List.of(ours, others), List.of(others, ours))) {
            ResourceSet.Builder set = ResourceSet.builder();
            order.forEach(set::add);
            assertThat(lines(mesh.translate(set.build())))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING SMI3004 Route default/left metadata: ");
        }
    }

    @Test
    void translate_earlierOutputThatAFindingNames_isNotToldTwice() {
        Translator mesh = translator((in, out) -> out.report(
                PolicyCode.SPLIT_WEIGHT,
                new ResourceRef("kuma.io", "Route", Optional.of("shop"), "left"),
                FieldPath.of("spec"),
                "is in the way"));

        assertThat(lines(mesh.translate(read(earlier("kuma.io", "left", "smi4j")))))
                .singleElement()
                .asString()
                .contains("is in the way");
    }

    @Test
    void translate_earlierOutputWhereTheTranslatorFails_isNotToldOf() {
        Translator mesh = translator((in, out) -> {
            throw new IllegalStateException("broken");
        });

        assertThat(lines(mesh.translate(read(earlier("kuma.io", "left", "smi4j")))))
                .noneMatch(line -> line.contains("SMI3004"));
    }
}
