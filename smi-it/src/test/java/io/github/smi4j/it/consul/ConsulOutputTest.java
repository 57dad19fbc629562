package io.github.smi4j.it.consul;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.SharedFiles;
import io.github.smi4j.it.output.ClosedSchemas;
import io.github.smi4j.it.output.OutputContract;
import io.github.smi4j.it.output.TranslationInput;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.policy.DefaultDeny;
import io.github.smi4j.policy.MutualTls;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.testkit.consul.ConsulModel;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.consul.ConsulTranslator;
import io.github.smi4j.translate.consul.DefaultPolicy;
import io.github.smi4j.translate.consul.DefaultsMode;
import io.github.smi4j.translate.consul.Edition;
import io.github.smi4j.translate.consul.OutputForm;
import io.github.smi4j.translate.consul.UnknownProtocol;
import io.github.smi4j.translate.spi.MeshResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is emitted for real manifests, golden cases and examples is what Consul accepts, whatever the input's order. */
class ConsulOutputTest extends OutputContract {
    private static final Translator CONSUL =
            MeshTranslators.of(ConsulTranslator.create()).get("consul");
    private static final PolicyOptions POLICY = PolicyOptions.defaults();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Kinds of native entries, each after those that Consul must have before it. */
    private static final List<String> WRITE_ORDER =
            List.of("service-defaults", "service-resolver", "service-splitter", "service-router", "service-intentions");

    private static final int MANY = 40;

    private static List<TranslationInput> inputs;
    private static ClosedSchemas schemas;

    @Override
    protected Translator translator() {
        return CONSUL;
    }

    @Override
    protected List<TranslationInput> inputs() {
        return inputs;
    }

    @BeforeAll
    static void read() throws IOException {
        inputs = TranslationInput.of(CONSUL.meshName());
        schemas = new ClosedSchemas(SharedFiles.folder("crds/consul"));
    }

    @Test
    void schemas_all_areThere() {
        assertThat(schemas.names())
                .contains(
                        "consul.hashicorp.com/v1alpha1 ServiceDefaults",
                        "consul.hashicorp.com/v1alpha1 ServiceIntentions",
                        "consul.hashicorp.com/v1alpha1 ServiceResolver",
                        "consul.hashicorp.com/v1alpha1 ServiceRouter",
                        "consul.hashicorp.com/v1alpha1 ServiceSplitter");
    }

    @Test
    void schemas_unknownField_isAFault() {
        Map<String, Object> defaults = Map.of(
                "apiVersion",
                "consul.hashicorp.com/v1alpha1",
                "kind",
                "ServiceDefaults",
                "spec",
                Map.of("protocol", "http", "port", 80));

        assertThat(schemas.faults(defaults)).singleElement().asString().contains("port");
    }

    @Test
    void translate_everything_fitsClosedSchemaAndRules() {
        List<MeshResource> emitted = assertAccepted(POLICY, TranslationOptions.defaults());
        assertThat(emitted)
                .extracting(MeshResource::kind)
                .contains(
                        "ServiceDefaults", "ServiceIntentions", "ServiceResolver", "ServiceRouter", "ServiceSplitter");
        assertThat(yaml(emitted))
                .contains("action: allow", "action: deny", "pathPrefix:", "pathRegex:", "methods:", "header:")
                .contains("name: \":method\"", "protocol: http", "redirect:", "weight: 66.67", "pathExact:")
                .doesNotContain("namespace: \"*\"", "mutualTLSMode:");
        assertThat(emitted)
                .filteredOn(resource -> resource.kind().equals("ServiceIntentions"))
                .flatExtracting(ConsulOutputTest::sources)
                .noneMatch(source -> source.containsKey("namespace"));
    }

    @Test
    void translate_everythingWithVisibleRoots_fitsClosedSchemaAndRules() {
        List<MeshResource> emitted = assertAccepted(
                POLICY,
                options()
                        .set(ConsulOptions.UNKNOWN_PROTOCOL, UnknownProtocol.HTTP)
                        .set(ConsulOptions.VISIBLE_ROOTS, true)
                        .build());
        assertThat(emitted)
                .filteredOn(resource -> resource.kind().equals("ServiceIntentions"))
                .extracting(resource -> resource.metadata().displayName())
                .contains("web", "cache");
    }

    @Test
    void translate_everythingForEnterprise_namesNamespaces() {
        List<MeshResource> emitted = assertAccepted(POLICY, enterprise().build());
        assertThat(yaml(emitted)).contains("namespace: \"*\"");
        assertThat(emitted)
                .filteredOn(resource -> resource.kind().equals("ServiceIntentions"))
                .flatExtracting(ConsulOutputTest::sources)
                .allMatch(source -> source.containsKey("namespace"));
    }

    @Test
    void translate_everythingForEnterpriseInOneNamespace_fitsClosedSchemaAndRules() {
        assertAccepted(
                POLICY,
                enterprise().set(ConsulOptions.NAMESPACE_MIRRORING, false).build());
    }

    @Test
    void translate_everythingWithoutAcls_fitsClosedSchemaAndRules() {
        assertAccepted(POLICY, options().set(ConsulOptions.ACLS, false).build());
        assertAccepted(POLICY, enterprise().set(ConsulOptions.ACLS, false).build());
    }

    @Test
    void translate_everythingWithGuesses_fitsClosedSchemaAndRules() {
        PolicyOptions guesses = PolicyOptions.builder()
                .set(PolicyOptions.WORKLOAD_LABEL, "app")
                .set(PolicyOptions.DEFAULT_DENY, DefaultDeny.DESTINATIONS)
                .build();
        assertAccepted(
                guesses,
                options().set(ConsulOptions.DEFAULT_POLICY, DefaultPolicy.ALLOW).build());
    }

    @Test
    void translate_everythingWithMutualTls_isStrict() {
        PolicyOptions strict = PolicyOptions.builder()
                .set(PolicyOptions.MTLS, MutualTls.STRICT)
                .build();
        assertThat(yaml(assertAccepted(strict, TranslationOptions.defaults()))).contains("mutualTLSMode: strict");
    }

    @Test
    void translate_everythingWithoutDefaults_emitsNone() {
        for (DefaultsMode mode : List.of(DefaultsMode.REQUIRE, DefaultsMode.VERIFY)) {
            List<MeshResource> emitted = assertAccepted(
                    POLICY, options().set(ConsulOptions.SERVICE_DEFAULTS, mode).build());
            assertThat(emitted).extracting(MeshResource::kind).doesNotContain("ServiceDefaults");
        }
    }

    @Test
    void translate_everythingToNativeEntries_fitsRulesInTheOrderOfWriting() {
        for (TranslationOptions.Builder options : List.of(options(), enterprise())) {
            options.set(ConsulOptions.OUTPUT, OutputForm.NATIVE)
                    .set(ConsulOptions.UNKNOWN_PROTOCOL, UnknownProtocol.HTTP)
                    .set(ConsulOptions.DATACENTER, "dc1");
            Set<String> kinds = new TreeSet<>();
            SoftAssertions.assertSoftly(softly -> inputs.forEach(input -> {
                Translation translation = CONSUL.translate(input.set(), POLICY, options.build());
                assertTranslated(softly, input.name(), translation);
                List<Map<String, Object>> entries = translation.resources().stream()
                        .map(ConsulOutputTest::json)
                        .toList();
                softly.assertThat(entries)
                        .as(input.name())
                        .allSatisfy(entry ->
                                assertThat(ConsulModel.create().faults(entry)).isEmpty())
                        .isSortedAccordingTo((one, other) -> Integer.compare(place(one, input), place(other, input)));
                entries.forEach(entry -> kinds.add((String) entry.get("Kind")));
            }));
            assertThat(kinds).containsExactlyInAnyOrderElementsOf(WRITE_ORDER);
        }
    }

    /** As the README says it: without ACLs, and with the pods that call the shop. */
    @Test
    void translate_shopWithItsCallers_hasNoErrors() throws IOException {
        ResourceSet shop = ManifestReader.create()
                .read(ProjectFiles.of("docs/examples/shop"))
                .plus(ManifestReader.create().read(ProjectFiles.of("docs/examples/shop-consul")));
        Translation translation = CONSUL.translate(
                shop, POLICY, options().set(ConsulOptions.ACLS, false).build());

        assertThat(translation.errors()).isEmpty();
        assertThat(translation.resources())
                .extracting(MeshResource::kind)
                .containsOnly("ServiceDefaults", "ServiceIntentions", "ServiceRouter", "ServiceSplitter");
    }

    /** With ACLs each version of the shop front would need a service account of its own. */
    @Test
    void translate_shop_isClosedAndSaysWhichPodsAreNoService() throws IOException {
        Translation translation = CONSUL.translate(ManifestReader.create().read(ProjectFiles.of("docs/examples/shop")));

        assertThat(translation.errors())
                .extracting(Diagnostic::code)
                .containsOnly(ConsulCode.SERVICE_NOT_REGISTERED, ConsulCode.DESTINATION_NOT_REGISTERED);
        assertThat(translation.resources())
                .filteredOn(resource -> resource.kind().equals("ServiceIntentions"))
                .extracting(resource -> resource.metadata().displayName())
                .contains("ledger", "orders", "payments", "web", "web-v1", "web-v2");
    }

    private static TranslationOptions.Builder options() {
        return TranslationOptions.builder();
    }

    private static TranslationOptions.Builder enterprise() {
        return options().set(ConsulOptions.EDITION, Edition.ENTERPRISE);
    }

    private static List<MeshResource> assertAccepted(PolicyOptions policy, TranslationOptions options) {
        List<MeshResource> emitted = new ArrayList<>();
        SoftAssertions.assertSoftly(softly -> inputs.forEach(input -> {
            Translation translation = CONSUL.translate(input.set(), policy, options);
            assertTranslated(softly, input.name(), translation);
            for (MeshResource resource : translation.resources()) {
                Map<String, Object> tree = resource.toTree();
                softly.assertThat(schemas.faults(tree)).as(input.name()).isEmpty();
                softly.assertThat(ConsulModel.create().faults(tree))
                        .as(input.name())
                        .isEmpty();
            }
            softly.assertThat(translation.patches()).as(input.name()).isEmpty();
            emitted.addAll(translation.resources());
        }));
        assertThat(emitted).hasSizeGreaterThan(MANY);
        return emitted;
    }

    /** Splitters that only a router names are written before those of roots. */
    private static int place(Map<String, Object> entry, TranslationInput input) {
        String kind = (String) entry.get("Kind");
        boolean virtual = kind.equals("service-splitter")
                && input.set().resources(TrafficSplit.class).stream()
                        .map(split -> split.service().split("\\.", 2)[0])
                        .noneMatch(entry.get("Name")::equals);
        return 2 * WRITE_ORDER.indexOf(kind) - (virtual ? 1 : 0);
    }

    private static List<Map<?, ?>> sources(MeshResource intentions) {
        return Stream.of(intentions.toTree())
                .flatMap(tree -> tree.get("spec") instanceof Map<?, ?> spec ? Stream.of(spec) : Stream.empty())
                .flatMap(spec -> Optional.ofNullable((List<?>) spec.get("sources")).orElse(List.of()).stream())
                .<Map<?, ?>>map(source -> (Map<?, ?>) source)
                .toList();
    }

    /** The entry as it is read from its text. */
    @SuppressWarnings("unchecked") // an object has fields of any type
    private static Map<String, Object> json(MeshResource resource) {
        return MAPPER.readValue(ManifestWriter.json().write(resource), Map.class);
    }
}
