package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.CLIENT;
import static io.github.smi4j.testkit.linkerd.Shop.HTTP;
import static io.github.smi4j.testkit.linkerd.Shop.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches a proxy at all, where a Server denies all that does. */
class CaptureTest {
    private static final String SKIPPED = "config.linkerd.io/skip-inbound-ports";

    private static Workload.Builder pods() {
        return Workload.builder().kind("Deployment").namespace("shop").name("api");
    }

    private static Outcome decide(Workload workload, Traffic traffic) {
        return Shop.with(policy("Server", "shop", "all", "{podSelector: {}, port: 8080}"))
                .decide(CLIENT, workload, HTTP, traffic);
    }

    private static Outcome request(Workload workload) {
        return decide(workload, Shop.request("GET /"));
    }

    @Test
    void decide_podsThatSayNothing_haveAProxy() {
        assertThat(request(pods().build())).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_datagrams_areNotSeen() {
        assertThat(decide(pods().build(), Traffic.udp())).isEqualTo(Outcome.UNSEEN);
    }

    @Test
    void decide_onTheNetworkOfTheNode_isNotSeen() {
        assertThat(request(pods().hostNetwork(true).build())).isEqualTo(Outcome.UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({"disabled, UNSEEN", "enabled, DENIED", "ingress, DENIED"})
    void decide_injection_isAsTheAnnotationSays(String inject, Outcome outcome) {
        assertThat(request(
                        pods().annotations(Map.of("linkerd.io/inject", inject)).build()))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "8080, UNSEEN",
        "'1, 8080', UNSEEN",
        "8000-8080, UNSEEN",
        "8080-8090, UNSEEN",
        "8081-8090, DENIED",
        "808, DENIED",
        "'', DENIED"
    })
    void decide_skippedPorts_areNotSeen(String skipped, Outcome outcome) {
        assertThat(request(pods().annotations(Map.of(SKIPPED, skipped)).build()))
                .isEqualTo(outcome);
    }

    @Test
    void decide_skippedPortsThatAreNone_areRefused() {
        Workload workload = pods().annotations(Map.of(SKIPPED, "http")).build();
        assertThatThrownBy(() -> request(workload))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("http");
    }
}
