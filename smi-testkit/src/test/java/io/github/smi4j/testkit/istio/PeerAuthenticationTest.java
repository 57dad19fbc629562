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

/** Whether connections without mutual TLS are taken: workload before namespace before mesh, the oldest of each. */
class PeerAuthenticationTest {
    private static final String WEB = "selector: {matchLabels: {app: web}}";

    private static String peers(String namespace, String name, String spec) {
        return resource("PeerAuthentication", namespace, name, spec);
    }

    private static String created(String name, int year, String mode) {
        String metadata = "{name: " + name + ", namespace: shop, creationTimestamp: '" + year + "-01-01T00:00:00Z'}";
        return resource("PeerAuthentication", metadata, "{mtls: {mode: " + mode + "}}");
    }

    private static String mode(String mode) {
        return "{mtls: {mode: " + mode + "}}";
    }

    /** What becomes of a caller without a certificate. */
    private static Outcome plain(Shop shop) {
        return shop.decide(NOBODY, HTTP, request("GET /"));
    }

    @ParameterizedTest
    @CsvSource({"STRICT, DENIED", "PERMISSIVE, ALLOWED", "DISABLE, ALLOWED", "UNSET, ALLOWED"})
    void mode_decidesAboutPlainText(String mode, Outcome outcome) {
        assertThat(plain(Shop.with(peers("shop", "default", mode(mode))))).isEqualTo(outcome);
    }

    @Test
    void mode_ofNoResource_isPermissive() {
        assertThat(plain(Shop.with())).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void strict_isForBytesToo() {
        Shop shop = Shop.with(peers("shop", "default", mode("STRICT")));
        assertThat(shop.decide(NOBODY, TCP, Traffic.tcp())).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(CLIENT, TCP, Traffic.tcp())).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void strict_ofAnotherNamespace_isNotForThisOne() {
        assertThat(plain(Shop.with(peers("data", "default", mode("STRICT"))))).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void strict_ofTheRootNamespace_isForTheMesh() {
        assertThat(plain(Shop.with(peers("istio-system", "default", mode("STRICT")))))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void selector_inTheRootNamespace_isIgnored() {
        assertThat(plain(Shop.with(peers("istio-system", "some", "{" + WEB + ", mtls: {mode: STRICT}}"))))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void namespace_isBeforeTheMesh() {
        assertThat(plain(Shop.with(
                        peers("istio-system", "default", mode("STRICT")),
                        peers("shop", "default", mode("PERMISSIVE")))))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void workload_isBeforeTheNamespace() {
        assertThat(plain(Shop.with(
                        peers("shop", "default", mode("STRICT")),
                        peers("shop", "web", "{" + WEB + ", mtls: {mode: PERMISSIVE}}"))))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void workload_ofOtherLabels_isNotMeant() {
        assertThat(plain(
                        Shop.with(peers("shop", "api", "{selector: {matchLabels: {app: api}}, mtls: {mode: STRICT}}"))))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{mtls: {mode: UNSET}}", "{mtls: {}}", "{}", "{selector: {}, mtls: {mode: UNSET}}"})
    void unset_ofTheNamespace_isThatOfTheMesh(String spec) {
        assertThat(plain(Shop.with(peers("istio-system", "default", mode("STRICT")), peers("shop", "default", spec))))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void unset_ofTheWorkload_isThatOfTheNamespace() {
        assertThat(plain(Shop.with(
                        peers("shop", "default", mode("STRICT")), peers("shop", "web", "{" + WEB + ", mtls: {}}"))))
                .isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({"2020, 2021, DENIED", "2021, 2020, ALLOWED"})
    void mode_ofSeveral_isThatOfTheOldest(int strict, int permissive, Outcome outcome) {
        assertThat(plain(Shop.holding(created("a", permissive, "PERMISSIVE"), created("b", strict, "STRICT"))))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"8080, ALLOWED", "80, DENIED", "5432, DENIED"})
    void portLevel_isForThePortOfTheWorkload(int port, Outcome outcome) {
        String spec = "{" + WEB + ", mtls: {mode: STRICT}, portLevelMtls: {'" + port + "': {mode: PERMISSIVE}}}";
        assertThat(plain(Shop.with(peers("shop", "web", spec)))).isEqualTo(outcome);
    }

    @Test
    void portLevel_unset_isThatOfTheWorkload() {
        String spec = "{" + WEB + ", mtls: {mode: STRICT}, portLevelMtls: {'8080': {mode: UNSET}}}";
        assertThat(plain(Shop.with(peers("shop", "web", spec)))).isEqualTo(Outcome.DENIED);
    }

    @Test
    void portLevel_withoutASelector_isIgnored() {
        String spec = "{mtls: {mode: STRICT}, portLevelMtls: {'8080': {mode: PERMISSIVE}}}";
        assertThat(plain(Shop.with(peers("shop", "default", spec)))).isEqualTo(Outcome.DENIED);
    }

    @Test
    void disable_ofAPort_hidesTheCaller() {
        Shop shop = Shop.with(
                peers("shop", "web", "{" + WEB + ", portLevelMtls: {'8080': {mode: DISABLE}}}"),
                policy("{rules: [{from: [{source: {principals: ['*']}}]}]}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(CLIENT, TCP, Traffic.tcp())).isEqualTo(Outcome.ALLOWED);
    }
}
