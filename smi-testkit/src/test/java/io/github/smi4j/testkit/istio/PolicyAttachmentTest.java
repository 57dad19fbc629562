package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.CLIENT;
import static io.github.smi4j.testkit.istio.Shop.HTTP;
import static io.github.smi4j.testkit.istio.Shop.NOBODY;
import static io.github.smi4j.testkit.istio.Shop.TCP;
import static io.github.smi4j.testkit.istio.Shop.policy;
import static io.github.smi4j.testkit.istio.Shop.request;
import static io.github.smi4j.testkit.istio.Shop.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which AuthorizationPolicies are for a workload, and what several of them come to. */
class PolicyAttachmentTest {
    private static final String POLICY = "AuthorizationPolicy";
    private static final String GET = "{to: [{operation: {methods: [GET]}}]}";
    private static final String PUT = "{to: [{operation: {methods: [PUT]}}]}";

    private static String named(String name, String action, String rule) {
        return resource(POLICY, "shop", name, "{action: " + action + ", rules: [" + rule + "]}");
    }

    private static Outcome atDataWeb(Shop shop) {
        return shop.decide(CLIENT, shop.workload("data", "web"), HTTP, request("GET /"));
    }

    @Test
    void decide_withoutAnyPolicy_isOpen() {
        assertThat(Shop.with().decide(NOBODY, HTTP, request("GET /"))).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_whatNoAllowMatches_isDenied() {
        assertThat(Shop.with(named("a", "ALLOW", GET)).decide("PUT /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_actionAbsent_allows() {
        assertThat(Shop.with(policy("{rules: [" + GET + "]}")).decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"GET /, ALLOWED", "PUT /, ALLOWED", "POST /, DENIED"})
    void decide_severalAllows_areAUnion(String request, Outcome outcome) {
        Shop shop = Shop.with(named("a", "ALLOW", GET), named("b", "ALLOW", PUT));
        assertThat(shop.decide(request)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"GET /, ALLOWED", "PUT /, ALLOWED", "POST /, DENIED"})
    void decide_severalRules_areAUnion(String request, Outcome outcome) {
        assertThat(Shop.with(named("a", "ALLOW", GET + ", " + PUT)).decide(request))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"GET /, DENIED", "PUT /, ALLOWED"})
    void decide_denyBesideAllow_deniesWhatItMatches(String request, Outcome outcome) {
        Shop shop = Shop.with(named("a", "ALLOW", "{}"), named("b", "DENY", GET));
        assertThat(shop.decide(request)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"GET /, DENIED", "PUT /, ALLOWED"})
    void decide_denyAlone_leavesTheRestOpen(String request, Outcome outcome) {
        assertThat(Shop.with(named("b", "DENY", GET)).decide(request)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"GET /, EITHER", "PUT /, ALLOWED"})
    void decide_custom_asksForWhatItMatches(String request, Outcome outcome) {
        assertThat(Shop.with(named("c", "CUSTOM", GET)).decide(request)).isEqualTo(outcome);
    }

    @Test
    void decide_customBesideDeny_isDenied() {
        assertThat(Shop.with(named("c", "CUSTOM", GET), named("b", "DENY", GET)).decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_customBesideAllowOfOthers_isDenied() {
        assertThat(Shop.with(named("c", "CUSTOM", GET), named("a", "ALLOW", PUT))
                        .decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{selector: {matchLabels: {app: web}}}", "{action: ALLOW}", "{rules: []}"})
    void decide_withoutRules_deniesAll(String spec) {
        Shop shop = Shop.with(policy(spec));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(CLIENT, TCP, Traffic.tcp())).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_anEmptyRule_allowsAll() {
        Shop shop = Shop.with(policy("{rules: [{}]}"));
        assertThat(shop.decide(NOBODY, HTTP, request("GET /"))).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide(NOBODY, TCP, Traffic.tcp())).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {app: web}                 | DENIED
                    {tier: front}              | DENIED
                    {app: web, tier: front}    | DENIED
                    {app: web, tier: back}     | ALLOWED
                    {app: api}                 | ALLOWED
                    {version: v1}              | ALLOWED
                    """)
    void decide_selector_isForPodsWithAllItsLabels(String labels, Outcome outcome) {
        assertThat(Shop.with(policy("{selector: {matchLabels: " + labels + "}}"))
                        .decide("GET /"))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{matchLabels: {}}"})
    void decide_emptySelector_isForTheNamespace(String selector) {
        Shop shop = Shop.with(policy("{selector: " + selector + "}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(atDataWeb(shop)).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_selector_isForItsOwnNamespaceOnly() {
        Shop shop = Shop.with(policy("{selector: {matchLabels: {app: web}}}"));
        assertThat(atDataWeb(shop)).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_inTheRootNamespace_isForEveryNamespace() {
        Shop shop = Shop.with(resource(POLICY, "istio-system", "all", "{}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(atDataWeb(shop)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_selectorInTheRootNamespace_isForSuchPodsOfEveryNamespace() {
        Shop shop = Shop.with(resource(POLICY, "istio-system", "some", "{selector: {matchLabels: {tier: front}}}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(atDataWeb(shop)).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_otherRootNamespace_isTheOneOfTheSetting() {
        Shop shop = Shop.with(resource(POLICY, "istio-system", "all", "{}"), resource(POLICY, "data", "all", "{}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        Shop other = Shop.with(resource(POLICY, "istio-system", "all", "{}")).withSetting("root-namespace", "data");
        assertThat(other.decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.with(resource(POLICY, "data", "all", "{}"))
                        .withSetting("root-namespace", "data")
                        .decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_targetRefs_areNotForSidecars() {
        String refs = "targetRefs: [{kind: Service, group: '', name: web}]";
        assertThat(Shop.with(policy("{" + refs + "}")).decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(Shop.with(policy("{action: DENY, rules: [{}], " + refs + "}"))
                        .decide("GET /"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "true, ALLOWED",
        "True, ALLOWED",
        "TRUE, ALLOWED",
        "t, ALLOWED",
        "T, ALLOWED",
        "1, ALLOWED",
        "false, DENIED",
        "False, DENIED",
        "0, DENIED",
        "tRUE, DENIED",
        "yes, DENIED"
    })
    void decide_dryRun_isNotInForce(String dryRun, Outcome outcome) {
        String metadata = "{name: a, namespace: shop, annotations: {istio.io/dry-run: '" + dryRun + "'}}";
        assertThat(Shop.with(resource(POLICY, metadata, "{}")).decide("GET /")).isEqualTo(outcome);
    }

    @Test
    void apply_whatTheClusterHas_isInForce() {
        assertThat(Shop.holding(named("b", "DENY", GET)).decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void apply_oneOfTheSameName_replacesWhatTheClusterHas() {
        Shop shop = Shop.holding(named("b", "DENY", GET)).emitting(named("b", "DENY", PUT));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide("PUT /")).isEqualTo(Outcome.DENIED);
    }
}
