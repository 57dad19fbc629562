package io.github.smi4j.it.linkerd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.SharedFiles;
import io.github.smi4j.it.output.ClosedSchemas;
import io.github.smi4j.it.output.OutputContract;
import io.github.smi4j.it.output.TranslationInput;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.policy.DefaultDeny;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.linkerd.GatewayApi;
import io.github.smi4j.translate.linkerd.LinkerdOptions;
import io.github.smi4j.translate.linkerd.LinkerdTranslator;
import io.github.smi4j.translate.linkerd.LinkerdVersion;
import io.github.smi4j.translate.linkerd.SplitMode;
import io.github.smi4j.translate.spi.MeshResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is emitted for real manifests, golden cases and examples is what Linkerd accepts, whatever the input's order. */
class LinkerdOutputTest extends OutputContract {
    private static final Translator LINKERD =
            MeshTranslators.of(LinkerdTranslator.create()).get("linkerd");
    private static final int VERSION_WITHOUT_ACCESS_POLICY = 15;
    private static final int VERSION_WITHOUT_GATEWAY_V1 = 17;
    private static final int MANY = 40;

    private static List<TranslationInput> inputs;
    private static ClosedSchemas schemas;

    @Override
    protected Translator translator() {
        return LINKERD;
    }

    @Override
    protected List<TranslationInput> inputs() {
        return inputs;
    }

    @BeforeAll
    static void read() throws IOException {
        inputs = TranslationInput.of(LINKERD.meshName());
        schemas = new ClosedSchemas(SharedFiles.folder("crds/linkerd"), SharedFiles.folder("crds/gateway-api"));
    }

    @Test
    void schemas_all_areThere() {
        assertThat(schemas.names())
                .contains(
                        "gateway.networking.k8s.io/v1 HTTPRoute",
                        "gateway.networking.k8s.io/v1beta1 HTTPRoute",
                        "gateway.networking.k8s.io/v1alpha2 TCPRoute",
                        "linkerd.io/v1alpha2 ServiceProfile",
                        "policy.linkerd.io/v1alpha1 AuthorizationPolicy",
                        "policy.linkerd.io/v1alpha1 MeshTLSAuthentication",
                        "policy.linkerd.io/v1alpha1 NetworkAuthentication",
                        "policy.linkerd.io/v1beta3 HTTPRoute",
                        "policy.linkerd.io/v1beta1 Server",
                        "policy.linkerd.io/v1beta3 Server");
    }

    @Test
    void schemas_unknownField_isAFault() {
        Map<String, Object> server = Map.of(
                "apiVersion",
                "policy.linkerd.io/v1beta3",
                "kind",
                "Server",
                "spec",
                Map.of("podSelector", Map.of("matchLabels", Map.of("app", "web")), "port", 80, "policy", "deny"));

        assertThat(schemas.faults(server)).singleElement().asString().contains("policy");
    }

    @Test
    void translate_everything_fitsClosedSchemaAndRules() {
        List<MeshResource> emitted = assertAccepted(PolicyOptions.defaults(), TranslationOptions.defaults());
        assertThat(yaml(emitted))
                .contains(
                        "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n",
                        "apiVersion: policy.linkerd.io/v1beta3\nkind: HTTPRoute\n",
                        "apiVersion: policy.linkerd.io/v1beta3\nkind: Server\n",
                        "kind: NetworkAuthentication\n")
                .contains("accessPolicy: deny", "proxyProtocol: opaque", "identityRefs:", "identities:")
                .contains("type: PathPrefix", "type: RegularExpression", "headers:", "method:");
    }

    @Test
    void translate_everythingWithGuesses_fitsClosedSchemaAndRules() {
        PolicyOptions guesses = PolicyOptions.builder()
                .set(PolicyOptions.WORKLOAD_LABEL, "app")
                .set(PolicyOptions.DEFAULT_DENY, DefaultDeny.DESTINATIONS)
                .build();
        assertAccepted(guesses, TranslationOptions.defaults());
    }

    @Test
    void translate_everythingWithoutGatewayApi_emitsNothingOfIt() {
        List<MeshResource> emitted = assertAccepted(
                PolicyOptions.defaults(),
                TranslationOptions.builder()
                        .set(LinkerdOptions.GATEWAY_API, GatewayApi.NONE)
                        .build());
        assertThat(emitted).extracting(MeshResource::apiVersion).noneMatch(api -> api.startsWith("gateway."));
    }

    @Test
    void translate_everythingForOldLinkerd_emitsNoAccessPolicy() {
        List<MeshResource> emitted = assertAccepted(PolicyOptions.defaults(), version(VERSION_WITHOUT_ACCESS_POLICY));
        assertThat(yaml(emitted))
                .contains("apiVersion: policy.linkerd.io/v1beta1\nkind: Server\n")
                .doesNotContain("accessPolicy:");
    }

    @Test
    void translate_everythingForLinkerdBeforeGatewayV1_emitsItsBeta() {
        List<MeshResource> emitted = assertAccepted(PolicyOptions.defaults(), version(VERSION_WITHOUT_GATEWAY_V1));
        assertThat(yaml(emitted))
                .contains("apiVersion: gateway.networking.k8s.io/v1beta1\nkind: HTTPRoute\n", "accessPolicy: deny")
                .doesNotContain("apiVersion: gateway.networking.k8s.io/v1\n");
    }

    @Test
    void translate_everythingToProfiles_fitsClosedSchemaAndRules() {
        List<MeshResource> emitted = assertAccepted(
                PolicyOptions.defaults(),
                TranslationOptions.builder()
                        .set(LinkerdOptions.SPLIT_MODE, SplitMode.SERVICEPROFILE)
                        .build());
        assertThat(emitted).extracting(MeshResource::kind).contains("ServiceProfile");
        assertThat(emitted).extracting(MeshResource::apiVersion).noneMatch(api -> api.startsWith("gateway."));
    }

    @Test
    void translate_everythingWithExperimentalChannel_splitsOpaquePortsToo() {
        List<MeshResource> emitted = assertAccepted(
                PolicyOptions.defaults(),
                TranslationOptions.builder()
                        .set(LinkerdOptions.GATEWAY_API, new GatewayApi(true, 2, true))
                        .build());
        assertThat(yaml(emitted)).contains("apiVersion: gateway.networking.k8s.io/v1alpha2\nkind: TCPRoute\n");
    }

    /** What is left to say of it: pods that are not annotated in the input, and what Linkerd is like. */
    @Test
    void translate_shop_hasNoErrors() throws IOException {
        Translation translation =
                LINKERD.translate(ManifestReader.create().read(ProjectFiles.of("docs/examples/shop")));

        assertThat(translation.errors()).isEmpty();
        assertThat(translation.diagnostics())
                .filteredOn(finding -> finding.severity() == Severity.WARNING)
                .extracting(finding -> finding.code().id())
                .containsExactly("SMI5113", "SMI5114", "SMI5122", "SMI5004", "SMI5004");
        assertThat(translation.resources())
                .extracting(MeshResource::kind)
                .contains("AuthorizationPolicy", "HTTPRoute", "MeshTLSAuthentication", "Server");
        assertThat(translation.patches()).extracting(MeshResource::kind).containsExactly("Namespace");
    }

    private static TranslationOptions version(int minor) {
        return TranslationOptions.builder()
                .set(LinkerdOptions.LINKERD_VERSION, new LinkerdVersion(minor))
                .build();
    }

    private static List<MeshResource> assertAccepted(PolicyOptions policy, TranslationOptions options) {
        List<MeshResource> emitted = new ArrayList<>();
        List<MeshResource> patches = new ArrayList<>();
        SoftAssertions.assertSoftly(softly -> inputs.forEach(input -> {
            Translation translation = LINKERD.translate(input.set(), policy, options);
            assertTranslated(softly, input.name(), translation);
            for (MeshResource resource : translation.resources()) {
                Map<String, Object> tree = resource.toTree();
                softly.assertThat(schemas.faults(tree)).as(input.name()).isEmpty();
                softly.assertThat(LinkerdModel.create().faults(tree))
                        .as(input.name())
                        .isEmpty();
            }
            for (MeshResource patch : translation.patches()) {
                softly.assertThat(LinkerdModel.create().faults(patch.toTree()))
                        .as(input.name())
                        .isEmpty();
            }
            emitted.addAll(translation.resources());
            patches.addAll(translation.patches());
        }));
        assertThat(emitted).hasSizeGreaterThan(MANY);
        assertThat(patches).hasSizeGreaterThan(MANY);
        return emitted;
    }
}
