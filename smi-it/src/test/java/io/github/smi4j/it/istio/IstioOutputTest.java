package io.github.smi4j.it.istio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.SharedFiles;
import io.github.smi4j.it.output.ClosedSchemas;
import io.github.smi4j.it.output.OutputContract;
import io.github.smi4j.it.output.TranslationInput;
import io.github.smi4j.policy.DefaultDeny;
import io.github.smi4j.policy.MutualTls;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.testkit.istio.IstioModel;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.istio.IstioOptions;
import io.github.smi4j.translate.istio.IstioTranslator;
import io.github.smi4j.translate.istio.IstioVersion;
import io.github.smi4j.translate.istio.SourceStyle;
import io.github.smi4j.translate.spi.MeshResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is emitted for real manifests, golden cases and examples is what Istio accepts, whatever the input's order. */
class IstioOutputTest extends OutputContract {
    private static final Translator ISTIO =
            MeshTranslators.of(IstioTranslator.create()).get("istio");
    private static final PolicyOptions STRICT =
            PolicyOptions.builder().set(PolicyOptions.MTLS, MutualTls.STRICT).build();
    private static final int OLD_MINOR = 20;
    private static final int NEW_MINOR = 25;

    private static List<TranslationInput> inputs;
    private static ClosedSchemas schemas;

    @Override
    protected Translator translator() {
        return ISTIO;
    }

    @Override
    protected List<TranslationInput> inputs() {
        return inputs;
    }

    @BeforeAll
    static void read() throws IOException {
        inputs = TranslationInput.of(ISTIO.meshName());
        schemas = new ClosedSchemas(SharedFiles.folder("crds/istio"));
    }

    @Test
    void schemas_all_areThere() {
        assertThat(schemas.names())
                .contains(
                        "networking.istio.io/v1 VirtualService",
                        "networking.istio.io/v1beta1 VirtualService",
                        "security.istio.io/v1 AuthorizationPolicy",
                        "security.istio.io/v1beta1 AuthorizationPolicy",
                        "security.istio.io/v1 PeerAuthentication",
                        "security.istio.io/v1beta1 PeerAuthentication");
    }

    @Test
    void translate_everything_fitsClosedSchemaAndRules() {
        assertAccepted(PolicyOptions.defaults(), TranslationOptions.defaults());
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
    void translate_everythingForOldIstio_fitsClosedSchemaAndRules() {
        TranslationOptions old = TranslationOptions.builder()
                .set(IstioOptions.ISTIO_VERSION, new IstioVersion(OLD_MINOR))
                .build();
        List<MeshResource> emitted = assertAccepted(STRICT, old);
        assertThat(yaml(emitted)).doesNotContain("{*}", "{**}");
    }

    @Test
    void translate_everythingWithServiceAccounts_fitsClosedSchemaAndRules() {
        TranslationOptions byName = TranslationOptions.builder()
                .set(IstioOptions.ISTIO_VERSION, new IstioVersion(NEW_MINOR))
                .set(IstioOptions.SOURCE_STYLE, SourceStyle.SERVICE_ACCOUNTS)
                .build();
        List<MeshResource> emitted = assertAccepted(PolicyOptions.defaults(), byName);
        assertThat(yaml(emitted)).contains("serviceAccounts:", "principals:");
    }

    @Test
    void translate_everythingWithMutualTls_fitsClosedSchemaAndRules() {
        List<MeshResource> emitted = assertAccepted(STRICT, TranslationOptions.defaults());
        assertThat(emitted).extracting(MeshResource::kind).contains("PeerAuthentication");
        assertThat(yaml(emitted))
                .contains("  selector:", "principals:", "ports:", "methods:", "paths:", "notPaths:", "notValues:")
                .contains("{*}", "{**}", "request.headers[x-team]", "request.headers[:authority]", "mode: STRICT");
    }

    private static List<MeshResource> assertAccepted(PolicyOptions policy, TranslationOptions options) {
        List<MeshResource> emitted = new ArrayList<>();
        SoftAssertions.assertSoftly(softly -> inputs.forEach(input -> {
            for (MeshResource resource :
                    ISTIO.translate(input.set(), policy, options).resources()) {
                Map<String, Object> tree = resource.toTree();
                softly.assertThat(schemas.faults(tree)).as(input.name()).isEmpty();
                softly.assertThat(faults(tree)).as(input.name()).isEmpty();
                emitted.add(resource);
            }
        }));
        assertThat(emitted).hasSizeGreaterThan(40);
        assertThat(yaml(emitted)).contains("  http:", "  tcp:", "regex:", "prefix:", "authority:");
        return emitted;
    }

    private static List<String> faults(Map<String, Object> tree) {
        List<String> faults = new ArrayList<>(IstioModel.create().faults(tree));
        if (tree.get("kind").equals("AuthorizationPolicy")) {
            faults.addAll(EmittedPolicyRules.faults(tree));
        }
        return faults;
    }
}
