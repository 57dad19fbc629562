package io.github.smi4j.testkit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.testkit.tree.Trees;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlteredTranslatorTest {
    private static final TrafficSplit SPLIT = TrafficSplit.builder()
            .name("canary")
            .namespace("shop")
            .service("web")
            .addBackend("web-v2", 1)
            .build();

    private static Translation translate(MeshTranslator translator) {
        return MeshTranslators.of(translator).get("test").translate(ResourceSet.of(SPLIT));
    }

    private static TestMesh patching() {
        return TestMesh.doing((in, out) -> {
            TestMesh.emit(in, out, tree -> {});
            ObjectMeta metadata =
                    ObjectMeta.builder().name("shop").putAnnotation("a", "b").build();
            out.patch(MeshResource.of("v1", "Namespace", metadata, Map.of()), TestMesh.origins(in.policy()));
        });
    }

    @Test
    void translate_withoutMistake_isTheSame() {
        Translation altered = translate(AlteredTranslator.of(patching(), List::of, code -> true));
        assertThat(altered.resources())
                .map(MeshResource::toTree)
                .isEqualTo(translate(patching()).resources().stream()
                        .map(MeshResource::toTree)
                        .toList());
        assertThat(altered.patches()).hasSize(1);
    }

    @Test
    void translate_withAlteration_emitsWhatIsMadeOfTheTree() {
        AlteredTranslator.Alteration twice = tree -> List.of(
                tree,
                Trees.change(
                        Trees.change(tree, "metadata.name", Trees.text(name -> "other-" + name)),
                        "kind",
                        kind -> "Other"));
        Translation altered = translate(AlteredTranslator.of(TestMesh.right(), twice, code -> true));
        assertThat(altered.resources())
                .map(resource -> resource.ref().toString())
                .containsExactlyInAnyOrder("Policy mesh/policy", "Other mesh/other-policy");
    }

    @Test
    void translate_withAlterationOfPatches_changesThem() {
        AlteredTranslator.Alteration other = tree -> List.of(Trees.change(tree, "metadata.annotations.a", b -> "c"));
        Translation altered = translate(AlteredTranslator.of(patching(), other, code -> true));
        assertThat(altered.patches())
                .allSatisfy(patch -> assertThat(patch.metadata().annotations()).containsEntry("a", "c"))
                .hasSize(1);
    }

    @Test
    void translate_withFilter_leavesFindingsOut() {
        TestMesh telling = TestMesh.telling(TestCode.values()[0], tree -> {});
        Translation all = translate(AlteredTranslator.of(telling, List::of, code -> true));
        Translation none = translate(AlteredTranslator.of(telling, List::of, code -> !(code instanceof TestCode)));
        assertThat(all.diagnostics()).map(Diagnostic::code).contains((DiagnosticCode) TestCode.values()[0]);
        assertThat(none.diagnostics()).map(Diagnostic::code).doesNotContain((DiagnosticCode) TestCode.values()[0]);
    }

    @Test
    void translate_byInput_knowsWhatSmiSays() {
        AlteredTranslator wrong = AlteredTranslator.byInput(
                TestMesh.right(),
                in -> tree -> in.policy().splits().isEmpty() ? List.of(tree) : List.of(),
                code -> true);
        assertThat(translate(wrong).resources()).isEmpty();
    }

    @Test
    void trees_ofAListOnTheWay_changesEachElement() {
        Map<String, Object> tree = Map.of("spec", Map.of("rules", List.of(Map.of("to", "a"), Map.of("to", "b"))));
        assertThat(Trees.change(tree, "spec.rules.to", Trees.text(to -> to + "x")))
                .isEqualTo(Map.of("spec", Map.of("rules", List.of(Map.of("to", "ax"), Map.of("to", "bx")))));
        assertThat(Trees.removeIf(tree, "spec.rules.to", "a"::equals))
                .isEqualTo(Map.of("spec", Map.of("rules", List.of(Map.of(), Map.of("to", "b")))));
        assertThat(Trees.remove(tree, "spec.none.to")).isEqualTo(tree);
    }
}
