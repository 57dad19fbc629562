package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.CLIENT;
import static io.github.smi4j.testkit.consul.Shop.PORT;
import static io.github.smi4j.testkit.consul.Shop.account;
import static io.github.smi4j.testkit.consul.Shop.deployment;
import static io.github.smi4j.testkit.consul.Shop.intentions;
import static io.github.smi4j.testkit.consul.Shop.service;
import static io.github.smi4j.testkit.consul.Shop.source;
import static io.github.smi4j.testkit.consul.Shop.spiffe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which service of Consul pods are, as those that are called and as callers. */
class RegistrationTest {
    private static final String PORTS = "[{containerPort: 8080}]";
    private static final String BEHIND_API = "{selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}";

    private static String api(String account, String annotations) {
        return deployment("shop", "api", "{app: api}", account, annotations, PORTS);
    }

    /** What the pods of api answer where the service of a name is open to all. */
    private static Outcome called(Shop shop, String name) {
        Shop open = shop.emitting(intentions(name, source("*", "allow")));
        return open.decide(CLIENT, open.workload("shop", "api"), PORT, Traffic.tcp());
    }

    /** What web answers an account where it is open to the service of a name. */
    private static Outcome calls(Shop shop, String account, String name) {
        return shop.emitting(intentions("web", source(name, "allow"))).decide(account("shop", account), Traffic.tcp());
    }

    @Test
    void decide_podsWithoutAService_neverStart() {
        assertThat(called(Shop.holding(api("api", "{}")), "api")).isEqualTo(Outcome.NOT_CARRIED);
        assertThat(called(Shop.holding(api("api", "{}")).withoutAcls(), "api")).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Test
    void decide_podsOfTwoServices_neverStart() {
        Shop shop = Shop.holding(api("api", "{}"), service("api"), service("shop", "root", "{}", BEHIND_API));
        assertThat(called(shop, "api")).isEqualTo(Outcome.NOT_CARRIED);
        assertThat(calls(shop, "api", "api")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({"'true', ALLOWED", "T, ALLOWED", "'false', NOT_CARRIED", "'yes', NOT_CARRIED"})
    void decide_servicesThatAreIgnored_registerNothing(String ignored, Outcome outcome) {
        String label = "{consul.hashicorp.com/service-ignore: '" + ignored + "'}";
        Shop shop = Shop.holding(api("api", "{}"), service("api"), service("shop", "root", label, BEHIND_API));
        assertThat(called(shop, "api")).isEqualTo(outcome);
    }

    @Test
    void decide_serviceThatPodsAskFor_isTheOnlyOne() {
        String annotations = "{consul.hashicorp.com/kubernetes-service: api}";
        Shop shop = Shop.holding(api("api", annotations), service("api"), service("shop", "root", "{}", BEHIND_API));
        assertThat(called(shop, "api")).isEqualTo(Outcome.ALLOWED);
        Shop none = Shop.holding(api("api", "{consul.hashicorp.com/kubernetes-service: x}"), service("api"));
        assertThat(called(none, "api")).isEqualTo(Outcome.NOT_CARRIED);
    }

    @Test
    void decide_nameThatPodsAskFor_isTheirService() {
        String annotations = "{consul.hashicorp.com/connect-service: shop-api}";
        Shop shop = Shop.holding(api("shop-api", annotations), service("api"));
        assertThat(called(shop, "shop-api")).isEqualTo(Outcome.ALLOWED);
        assertThat(called(shop, "api")).isEqualTo(Outcome.DENIED);
        assertThat(calls(shop, "shop-api", "shop-api")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_twoServicesUnderOneName_areOneRegistration() {
        String annotations = "{consul.hashicorp.com/connect-service: api}";
        Shop shop = Shop.holding(api("api", annotations), service("api"), service("shop", "root", "{}", BEHIND_API));
        assertThat(called(shop, "api")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"web, NOT_CARRIED", "default, NOT_CARRIED", "api, ALLOWED"})
    void decide_withAcls_accountMustBeTheService(String account, Outcome outcome) {
        Shop shop = Shop.holding(api(account, "{}"), service("api"));
        assertThat(called(shop, "api")).isEqualTo(outcome);
        assertThat(called(shop.withoutAcls(), "api")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_withAcls_defaultLogsInNowhere() {
        Shop shop = Shop.holding(
                deployment("shop", "api", "{app: api}", "default", "{}", PORTS),
                service("shop", "default", "{}", BEHIND_API));
        assertThat(called(shop, "default")).isEqualTo(Outcome.NOT_CARRIED);
        assertThat(called(shop.withoutAcls(), "default")).isEqualTo(Outcome.ALLOWED);
        assertThat(calls(Shop.holding(), "default", "default")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withAcls_accountWithoutPodsIsTheServiceOfItsName() {
        assertThat(calls(Shop.holding(), "later", "later")).isEqualTo(Outcome.ALLOWED);
        assertThat(calls(Shop.holding(), "later", "client")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withAcls_accountOfANamespaceWithoutSidecarsIsNobody() {
        Shop shop = Shop.with(intentions("web", source("*", "allow")));
        assertThat(shop.decide(account("kube-system", "later"), Traffic.tcp())).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withoutAcls_accountWithoutPodsCannotCall() {
        assertThat(calls(Shop.holding().withoutAcls(), "later", "*")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withoutAcls_accountWithoutPodsThatAreKnownMayBeAnyService() {
        Shop shop = Shop.holding().partial().withoutAcls();
        assertThat(calls(shop, "later", "client")).isEqualTo(Outcome.EITHER);
        assertThat(calls(shop, "later", "*")).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide(account("shop", "later"), Traffic.tcp())).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withoutAcls_accountIsTheServicesOfItsPods() {
        String more = deployment("shop", "api", "{app: api}", "client", "{}", PORTS) + service("api");
        Shop shop = Shop.holding(more).withoutAcls();
        assertThat(calls(shop, "client", "client")).isEqualTo(Outcome.EITHER);
        assertThat(calls(shop, "client", "*")).isEqualTo(Outcome.ALLOWED);
        assertThat(calls(shop, "client", "other")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_withoutAcls_otherAccountOfAServiceIsTheService() {
        String more = deployment("shop", "client-2", "{app: client}", "guest", "{}", PORTS);
        assertThat(calls(Shop.holding(more).withoutAcls(), "guest", "client")).isEqualTo(Outcome.ALLOWED);
        assertThat(calls(Shop.holding(more), "guest", "client")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_podsOutsideTheMesh_callWithoutIdentity() {
        String more = deployment(
                "shop", "client-2", "{app: client}", "client", "{consul.hashicorp.com/connect-inject: 'false'}", PORTS);
        assertThat(calls(Shop.holding(more), "client", "client")).isEqualTo(Outcome.EITHER);
        assertThat(calls(Shop.holding(more), "client", "other")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_partlyKnownNamespace_mayHaveTheService() {
        Shop shop = Shop.holding().partial(api("api", "{}"));
        assertThat(called(shop, "api")).isEqualTo(Outcome.ALLOWED);
        assertThat(called(shop, "x")).isEqualTo(Outcome.DENIED);
        assertThat(called(shop.withoutAcls(), "x")).isEqualTo(Outcome.EITHER);
        assertThat(called(shop.withoutAcls(), "*")).isEqualTo(Outcome.ALLOWED);
        Shop named = Shop.holding().partial(api("api", "{consul.hashicorp.com/connect-service: x}"));
        assertThat(called(named.withoutAcls(), "x")).isEqualTo(Outcome.ALLOWED);
        assertThat(called(named, "x")).isEqualTo(Outcome.NOT_CARRIED);
    }

    @ParameterizedTest
    @CsvSource({
        "cluster.local, /ns/default/dc/dc1/svc/client, ALLOWED",
        "cluster.local, /ns/default/dc/dc2/svc/client, ALLOWED",
        "cluster.local, /ns/default/dc/dc1/svc/other, DENIED",
        "cluster.local, /ns/shop/dc/dc1/svc/client, DENIED",
        "cluster.local, /ns/shop/sa/client, DENIED",
        "cluster.local, /ap/default/ns/default/dc/dc1/svc/client, DENIED",
        "partner.example, /ns/default/dc/dc1/svc/client, DENIED",
        "cluster.local.example, /ns/default/dc/dc1/svc/client, DENIED"
    })
    void decide_spiffeIds_areServicesIfTheyAreOfConsul(String domain, String path, Outcome outcome) {
        assertThat(Shop.with(intentions("web", source("client", "allow"))).decide(spiffe(domain, path), Traffic.tcp()))
                .isEqualTo(outcome);
    }

    @Test
    void decide_foreignIds_passWhereCallersWithoutIdentityDo() {
        Shop shop = Shop.holding(Shop.defaults("web", "{mutualTLSMode: permissive}"));
        assertThat(shop.decide(spiffe("partner.example", "/ns/default/dc/dc1/svc/client"), Traffic.tcp()))
                .isEqualTo(Outcome.UNSEEN);
        assertThat(shop.decide(account("kube-system", "later"), Traffic.tcp())).isEqualTo(Outcome.UNSEEN);
    }

    @Test
    void decide_withAcls_podsThatAreNotKnownMayBeTheServiceOfTheAccount() {
        String two = api("api", "{}") + service("api") + service("shop", "root", "{}", BEHIND_API);
        assertThat(calls(Shop.holding(two), "api", "api")).isEqualTo(Outcome.DENIED);
        assertThat(calls(Shop.holding().partial(two), "api", "api")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_foreignIds_areDeniedWhateverTheDefault() {
        Shop shop = Shop.with().withSetting("default-policy", "allow");
        assertThat(shop.decide(spiffe("partner.example", "/ns/default/dc/dc1/svc/client"), Traffic.tcp()))
                .isEqualTo(Outcome.DENIED);
        assertThat(shop.withOptions(PolicyOptions.builder()
                                .set(PolicyOptions.TRUST_DOMAIN, "partner.example")
                                .build())
                        .decide(spiffe("partner.example", "/ns/default/dc/dc1/svc/client"), Traffic.tcp()))
                .isEqualTo(Outcome.ALLOWED);
    }
}
