package io.github.smi4j.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.DefaultDeny;
import io.github.smi4j.policy.PolicyCode;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a mesh could not say, and what is not known of the cluster. */
class PortabilityTest {
    private static final ResourceRef CANARY =
            new ResourceRef("split.smi-spec.io", "TrafficSplit", Optional.of("shop"), "canary");
    private static final ResourceSet SPLIT = Manifests.read("""
            apiVersion: split.smi-spec.io/v1alpha4
            kind: TrafficSplit
            metadata: {name: canary, namespace: shop}
            spec: {service: web, backends: [{service: v1, weight: 1}, {service: v1, weight: 1}]}
            """);
    private static final String WEB = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            """;

    /** A mesh that has something to say of the split. */
    private record Mesh(String meshName, Set<ResourceKind> supportedKinds, DiagnosticCode... codes)
            implements MeshTranslator {
        @Override
        public void translate(TranslationContext in, TranslationOutput out) {
            Arrays.stream(codes)
                    .forEach(code -> out.report(code, CANARY, FieldPath.of("spec", "service"), meshName + " cannot"));
        }
    }

    private static Translator mesh(String name, DiagnosticCode... codes) {
        Mesh mesh = new Mesh(name, EnumSet.allOf(ResourceKind.class), codes);
        return MeshTranslators.of(mesh).get(name);
    }

    private static SmiValidator.Builder portableTo(Translator... meshes) {
        SmiValidator.Builder builder = SmiValidator.builder();
        Arrays.stream(meshes).forEach(mesh -> builder.portableTo(mesh, TranslationOptions.defaults()));
        return builder;
    }

    private static List<String> codes(SmiValidator.Builder builder, ResourceSet set) {
        return builder.build().validate(set).all().stream()
                .map(finding -> finding.code().id())
                .toList();
    }

    private static List<String> tests(SmiValidator.Builder builder) {
        return Manifests.lines(builder.build(), SPLIT).stream()
                .filter(line -> line.contains("TEST"))
                .toList();
    }

    @Test
    void portableTo_aMeshThatIsNotInstalled_saysWhatToAdd() {
        SmiValidator.Builder builder = SmiValidator.builder();
        assertThatThrownBy(() -> builder.portableTo("unknown"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no translator to \"unknown\" is installed: there is none; add its artifact, for example"
                        + " io.github.smi4j:smi-translate-unknown");
    }

    @Test
    void validate_losses_areReportedAndWhatIsExactIsNot() {
        assertThat(tests(portableTo(mesh("kuma", TestCode.FIRST, TestCode.NARROWED, TestCode.HINT))))
                .containsExactly("WARNING TEST0003 input.yaml:4:17 TrafficSplit shop/canary spec.service: kuma cannot");
    }

    @Test
    void validate_anErrorThatIsExact_isReported() {
        assertThat(tests(portableTo(mesh("kuma", TestCode.SECOND))))
                .containsExactly("ERROR TEST0002 input.yaml:4:17 TrafficSplit shop/canary spec.service: kuma cannot");
    }

    @Test
    void validate_severalMeshes_areReportedEach() {
        assertThat(tests(portableTo(mesh("kuma", TestCode.NARROWED), mesh("linkerd", TestCode.NARROWED))))
                .extracting(line -> line.substring(line.lastIndexOf(':') + 2))
                .containsExactly("kuma cannot", "linkerd cannot");
    }

    @Test
    void validate_aMeshThatDoesNotTranslateAKind_saysSo() {
        Translator none = MeshTranslators.of(new Mesh("kuma", Set.of())).get("kuma");
        assertThat(codes(portableTo(none), SPLIT)).contains("SMI3001");
    }

    @Test
    void validate_whatIsFoundBefore_isNotRepeated() {
        List<String> without = codes(SmiValidator.builder().on("SMI2119").on("SMI2120"), SPLIT);
        assertThat(without).contains("SMI2105");
        assertThat(codes(portableTo(mesh("kuma")), SPLIT)).isEqualTo(without);
    }

    @Test
    void validate_aFindingOfAMesh_canBeOffAndRaised() {
        Translator mesh = mesh("kuma", TestCode.NARROWED);
        assertThat(tests(portableTo(mesh).off("TEST0003"))).isEmpty();
        assertThat(tests(portableTo(mesh).severity("TEST0003", Severity.ERROR)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ERROR TEST0003");
    }

    @Test
    void validate_aMeshThatFails_isReported() {
        MeshTranslator failing = new MeshTranslator() {
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
                throw new IllegalStateException("no");
            }
        };
        assertThat(codes(portableTo(MeshTranslators.of(failing).get("failing")), SPLIT))
                .contains("SMI3002");
    }

    private static SmiValidator.Builder closingLess(SmiValidator.Builder builder) {
        return builder.options(PolicyOptions.builder()
                .set(PolicyOptions.DEFAULT_DENY, DefaultDeny.DESTINATIONS)
                .build());
    }

    @Test
    void validate_aRootThatIsNotKnown_isOffByDefault() {
        assertThat(codes(SmiValidator.builder(), SPLIT)).containsExactly("SMI2105");
        assertThat(codes(portableTo(mesh("kuma")), SPLIT)).contains("SMI2119");
        assertThat(codes(SmiValidator.builder().on(PolicyCode.ROOT_UNKNOWN), SPLIT))
                .contains("SMI2119");
        assertThat(codes(portableTo(mesh("kuma")).off("SMI2119"), SPLIT)).doesNotContain("SMI2119");
    }

    @Test
    void validate_aBackendThatIsNotKnown_isOffByDefault() {
        ResourceSet set = SPLIT.plus(Manifests.read(WEB));
        assertThat(codes(SmiValidator.builder(), set)).containsExactly("SMI2105");
        assertThat(codes(SmiValidator.builder().on("SMI2119"), set)).containsExactly("SMI2105");
        assertThat(codes(SmiValidator.builder().on("SMI2120"), set)).contains("SMI2120");
        assertThat(codes(portableTo(mesh("kuma")), set)).contains("SMI2120");
    }

    @Test
    void validate_aTargetWithoutCluster_isNotJudgedByDefault() {
        String binding = """
                ---
                apiVersion: access.smi-spec.io/v1alpha4
                kind: IdentityBinding
                metadata: {name: labels, namespace: shop}
                spec: {schemes: {podLabelSelector: {matchLabels: {app: jobs}}}}
                """;
        ResourceSet set = Manifests.read(
                Manifests.target(
                        "a", "{kind: IdentityBinding, name: labels, namespace: shop}", "{kind: TCPRoute, name: ports}"),
                Manifests.route("TCPRoute", "ports", "80"),
                binding);
        assertThat(codes(closingLess(SmiValidator.builder()), set)).isEmpty();
        assertThat(codes(closingLess(portableTo(mesh("kuma"))), set))
                .containsExactlyInAnyOrder("SMI2315", "SMI2321", "SMI2342");
    }

    @Test
    void validate_aServiceThatCannotBeRead_isNotJudgedByDefault() {
        ResourceSet set = Manifests.read(
                Manifests.target("a", "{kind: TCPRoute, name: ports}"),
                Manifests.route("TCPRoute", "ports", "80"),
                Manifests.workload("web", "web"),
                Manifests.workload("edge", "edge"),
                WEB.replace("port: 80", "port: eighty"));
        assertThat(codes(SmiValidator.builder(), set)).contains("SMI2122").doesNotContain("SMI2324");
        assertThat(codes(SmiValidator.builder().on("SMI2324"), set)).contains("SMI2324");
    }
}
