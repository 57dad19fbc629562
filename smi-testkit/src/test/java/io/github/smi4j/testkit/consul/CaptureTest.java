package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.CLIENT;
import static io.github.smi4j.testkit.consul.Shop.NOBODY;
import static io.github.smi4j.testkit.consul.Shop.PORT;
import static io.github.smi4j.testkit.consul.Shop.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.inventory.ContainerPort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches a sidecar at all, where no intention lets anybody in. */
class CaptureTest {
    private static Workload.Builder pods() {
        return Workload.builder()
                .kind("Deployment")
                .namespace("shop")
                .name("pods")
                .serviceAccount("web")
                .labels(Map.of("app", "web"))
                .addContainerPorts(ContainerPort.tcp(PORT, "http"));
    }

    private static Workload annotated(String name, String value) {
        return pods().annotations(Map.of("consul.hashicorp.com/" + name, value)).build();
    }

    private static Outcome request(Workload workload) {
        return Shop.with().decide(CLIENT, workload, PORT, Shop.request("GET /"));
    }

    @Test
    void decide_podsThatSayNothing_haveASidecar() {
        assertThat(request(pods().build())).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_datagrams_areNotSeen() {
        assertThat(Shop.with().decide(CLIENT, pods().build(), PORT, Traffic.udp()))
                .isEqualTo(Outcome.UNSEEN);
    }

    @Test
    void decide_onTheNetworkOfTheNode_isNotSeen() {
        assertThat(request(pods().hostNetwork(true).build())).isEqualTo(Outcome.UNSEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "kube-public", "local-path-storage"})
    void decide_namespacesOfTheCluster_haveNoSidecars(String namespace) {
        assertThat(request(pods().namespace(namespace).build())).isEqualTo(Outcome.UNSEEN);
    }

    @ParameterizedTest
    @CsvSource({
        "connect-inject, true, DENIED",
        "connect-inject, T, DENIED",
        "connect-inject, 1, DENIED",
        "connect-inject, false, UNSEEN",
        "connect-inject, F, UNSEEN",
        "connect-inject, 0, UNSEEN",
        "connect-inject, no, NOT_CARRIED",
        "connect-inject, '', NOT_CARRIED",
        "connect-inject, tRue, NOT_CARRIED",
        "connect-inject-status, injected, UNSEEN",
        "transparent-proxy, true, DENIED",
        "transparent-proxy, false, UNSEEN",
        "transparent-proxy, on, NOT_CARRIED"
    })
    void decide_flags_areAsGoReadsThem(String name, String value, Outcome outcome) {
        assertThat(request(annotated(name, value))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"false, UNSEEN", "true, DENIED", "no, NOT_CARRIED"})
    void decide_transparentProxyOfANamespace_isForItsPods(String value, Outcome outcome) {
        Shop shop = Shop.holding("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels:"
                + " {consul.hashicorp.com/transparent-proxy: '" + value + "'}}\n");
        assertThat(shop.decide("GET /")).isEqualTo(outcome);
        assertThat(shop.decide(CLIENT, annotated("transparent-proxy", "true"), PORT, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withoutTransparentProxies_isNotSeenUnlessPodsAskForOne() {
        Shop shop = Shop.with().withSetting("transparent-proxy", "false");
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.UNSEEN);
        assertThat(shop.decide(CLIENT, annotated("transparent-proxy", "true"), PORT, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "8080, UNSEEN",
        "'1, 8080', UNSEEN",
        "8000:8080, UNSEEN",
        "8081, DENIED",
        "'', DENIED",
        "'8081,', DENIED"
    })
    void decide_excludedPorts_areNotSeen(String ports, Outcome outcome) {
        assertThat(request(annotated("transparent-proxy-exclude-inbound-ports", ports)))
                .isEqualTo(outcome);
    }

    @Test
    void decide_excludedPortsThatAreNone_areRefused() {
        Workload workload = annotated("transparent-proxy-exclude-inbound-ports", "http");
        assertThatThrownBy(() -> request(workload))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("http");
    }

    @Test
    void decide_severalServicesBehindATransparentProxy_areRefused() {
        assertThat(request(annotated("connect-service", "web,admin"))).isEqualTo(Outcome.NOT_CARRIED);
        Shop shop = Shop.with().withSetting("transparent-proxy", "false");
        assertThat(shop.decide(CLIENT, annotated("connect-service", "web,admin"), PORT, Traffic.tcp()))
                .isEqualTo(Outcome.UNSEEN);
    }

    @Test
    void decide_callersWithoutIdentity_areDenied() {
        assertThat(Shop.with(Shop.intentions("web", Shop.source("*", "allow"))).decide(NOBODY, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
        assertThat(Shop.with().withSetting("default-policy", "allow").decide(NOBODY, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                            | {mutualTLSMode: permissive} | UNSEEN
                    {}                            | {}                          | DENIED
                    {mutualTLSMode: strict}       | {mutualTLSMode: permissive} | DENIED
                    {mutualTLSMode: permissive}   | {mutualTLSMode: strict}     | UNSEEN
                    {mutualTLSMode: permissive}   | {}                          | UNSEEN
                    """)
    void decide_permissiveModeThatIsThere_letsCallersWithoutIdentityPass(String web, String all, Outcome outcome) {
        Shop shop = Shop.holding(Shop.defaults("web", web), Shop.resource("ProxyDefaults", "global", "consul", all));
        assertThat(shop.decide(NOBODY, Traffic.tcp())).isEqualTo(outcome);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide(NOBODY, shop.workload("shop", "web"), 9090, Traffic.tcp()))
                .isEqualTo(Outcome.NOT_CARRIED);
    }

    @ParameterizedTest
    @CsvSource({"true, UNSEEN", "false, DENIED"})
    void decide_permissiveModeThatIsEmitted_needsTheMesh(boolean allowed, Outcome outcome) {
        Shop shop = Shop.holding(
                        Shop.resource("Mesh", "mesh", "consul", "{allowEnablingPermissiveMutualTLS: " + allowed + "}"))
                .emitting(Shop.defaults("web", "{mutualTLSMode: permissive}"));
        assertThat(shop.decide(NOBODY, Traffic.tcp())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "8080, 8080, DENIED",
        "8080, 9090, NOT_CARRIED",
        "http, 8080, DENIED",
        "admin, 9090, DENIED",
        "'admin,http', 9090, DENIED",
        "'admin,http', 8080, NOT_CARRIED",
        "' ,9090', 9090, DENIED",
        "'none,9090', 9090, DENIED",
        "none, 8080, NOT_CARRIED",
        "0x1F90, 8080, EITHER",
        "99999, 8080, EITHER",
        "07, 8080, EITHER"
    })
    void decide_registeredPort_isTheOneThatIsCarried(String port, int to, Outcome denied) {
        Workload workload = pods().addContainerPorts(ContainerPort.tcp(9090, "admin"))
                .annotations(Map.of("consul.hashicorp.com/connect-service-port", port))
                .build();
        assertThat(Shop.with().decide(CLIENT, workload, to, Traffic.tcp()))
                .isEqualTo(denied == Outcome.EITHER ? Outcome.DENIED : denied);
        assertThat(Shop.with(Shop.intentions("web", Shop.source("*", "allow")))
                        .decide(CLIENT, workload, to, Traffic.tcp()))
                .isEqualTo(denied == Outcome.DENIED ? Outcome.ALLOWED : denied);
    }

    @ParameterizedTest
    @CsvSource({"'', 8080", "admin, 9090", "9090, 9090", "none, 8080"})
    void decide_severalPorts_haveADefault(String name, int registered) {
        Workload workload = pods().addContainerPorts(ContainerPort.tcp(9090, "admin"))
                .annotations(Map.of("consul.hashicorp.com/connect-service-default-port", name))
                .build();
        for (int port : new int[] {8080, 9090}) {
            assertThat(Shop.with().decide(CLIENT, workload, port, Traffic.tcp()))
                    .isEqualTo(port == registered ? Outcome.DENIED : Outcome.NOT_CARRIED);
            assertThat(Shop.with().enterprise().decide(CLIENT, workload, port, Traffic.tcp()))
                    .isEqualTo(Outcome.DENIED);
        }
    }

    @Test
    void decide_portsOfOtherContainers_areNotRegistered() {
        Workload workload = pods().addContainerPorts(ContainerPort.tcp(9090, "admin"))
                .firstContainerPorts(List.of(ContainerPort.tcp(9090, "admin")))
                .build();
        assertThat(request(workload)).isEqualTo(Outcome.NOT_CARRIED);
        assertThat(Shop.with().decide(CLIENT, workload, 9090, Traffic.tcp())).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_podsWithoutPorts_haveThatOfTheirService() {
        String api = deployment("shop", "api", "{app: api}", "api", "{}", "[]");
        Shop one = Shop.holding(api, Shop.service("api"));
        assertThat(one.decide(CLIENT, one.workload("shop", "api"), PORT, Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
        assertThat(one.decide(CLIENT, one.workload("shop", "api"), 80, Traffic.tcp()))
                .isEqualTo(Outcome.NOT_CARRIED);
        Shop two = Shop.holding(
                        api,
                        Shop.service(
                                "shop",
                                "api",
                                "{}",
                                "{selector: {app: api}, ports: [{port: 80, name: a}, {port: 81, name: b}]}"))
                .emitting(Shop.intentions("api", Shop.source("*", "allow")));
        assertThat(two.decide(CLIENT, two.workload("shop", "api"), 80, Traffic.tcp()))
                .isEqualTo(Outcome.EITHER);
        assertThat(two.decide(CLIENT, two.workload("shop", "api"), 82, Traffic.tcp()))
                .isEqualTo(Outcome.EITHER);
        assertThat(two.enterprise().decide(CLIENT, two.workload("shop", "api"), 82, Traffic.tcp()))
                .isEqualTo(Outcome.NOT_CARRIED);
    }

    @Test
    void decide_settingsOfOneProxy_areRefused() {
        Workload workload = annotated("proxy-config-map", "{\"protocol\": \"tcp\"}");
        assertThatThrownBy(() -> request(workload))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("proxy-config-map");
    }
}
