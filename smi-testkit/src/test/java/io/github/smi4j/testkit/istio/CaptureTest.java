package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.CLIENT;
import static io.github.smi4j.testkit.istio.Shop.HTTP;
import static io.github.smi4j.testkit.istio.Shop.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches a proxy at all, where every request that does is denied. */
class CaptureTest {
    private static final String INJECT = "sidecar.istio.io/inject";

    private static Workload.Builder pods() {
        return Workload.builder().kind("Deployment").namespace("shop").name("api");
    }

    private static Outcome decide(Workload workload, int port, Traffic traffic) {
        return Shop.with(policy("{}")).decide(CLIENT, workload, port, traffic);
    }

    private static Outcome request(Workload workload) {
        return decide(workload, HTTP, Shop.request("GET /"));
    }

    @Test
    void decide_usualPods_haveAProxy() {
        assertThat(request(pods().build())).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_datagrams_areNotSeen() {
        assertThat(decide(pods().build(), HTTP, Traffic.udp())).isEqualTo(Outcome.UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({"false, UNSEEN", "'no', UNSEEN", "true, DENIED", "'yes', DENIED"})
    void decide_injectionByLabelOrAnnotation_isAsItSays(String inject, Outcome outcome) {
        assertThat(request(pods().labels(Map.of(INJECT, inject)).build())).isEqualTo(outcome);
        assertThat(request(pods().annotations(Map.of(INJECT, inject)).build())).isEqualTo(outcome);
    }

    @Test
    void decide_injectionByBoth_isAsTheLabelSays() {
        assertThat(request(pods().labels(Map.of(INJECT, "true"))
                        .annotations(Map.of(INJECT, "false"))
                        .build()))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_onTheNetworkOfTheNode_isNotSeen() {
        assertThat(request(pods().hostNetwork(true).build())).isEqualTo(Outcome.UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({"8080, UNSEEN", "'1, 8080', UNSEEN", "808, DENIED", "'', DENIED"})
    void decide_excludedPorts_areNotSeen(String excluded, Outcome outcome) {
        assertThat(request(pods().annotations(Map.of("traffic.sidecar.istio.io/excludeInboundPorts", excluded))
                        .build()))
                .isEqualTo(outcome);
    }
}
