package io.github.smi4j.testkit.consul;

import static io.github.smi4j.testkit.consul.Shop.account;
import static io.github.smi4j.testkit.consul.Shop.deployment;
import static io.github.smi4j.testkit.consul.Shop.intentions;
import static io.github.smi4j.testkit.consul.Shop.service;
import static io.github.smi4j.testkit.consul.Shop.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What namespaces are in Consul. */
class EnterpriseTest {
    private static final String DATA = deployment(
                    "data", "client", "{app: client}", "client", "{}", "[{containerPort: 8080}]")
            + service("data", "client", "{}", "{selector: {app: client}, ports: [{port: 80, targetPort: 8080}]}");

    private static Outcome fromData(Shop shop) {
        return shop.decide(account("data", "client"), Traffic.tcp());
    }

    private static String webIntentions(String sources) {
        return Shop.resource(
                "ServiceIntentions", "web", "shop", "{destination: {name: web}, sources: [" + sources + "]}");
    }

    @Test
    void decide_community_knowsNamesOnly() {
        assertThat(fromData(Shop.holding(DATA).emitting(intentions("web", source("client", "allow")))))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_enterprise_sourceIsOfTheNamespaceOfTheDestination() {
        Shop shop = Shop.holding(DATA)
                .emitting(intentions("web", source("client", "allow")))
                .enterprise();
        assertThat(fromData(shop)).isEqualTo(Outcome.DENIED);
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void decide_enterpriseWithoutMirroring_hasOneNamespace() {
        Shop shop = Shop.holding(DATA)
                .emitting(intentions("web", source("client", "allow")))
                .enterprise()
                .withSetting("namespace-mirroring", "false");
        assertThat(fromData(shop)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"data, '', ALLOWED", "shop, '', DENIED", "k8s-data, k8s-, ALLOWED", "data, k8s-, DENIED"})
    void decide_namespaceOfASource_isThatOfConsul(String namespace, String prefix, Outcome outcome) {
        Shop shop = Shop.holding(DATA)
                .emitting(webIntentions("{name: client, namespace: " + namespace + ", action: allow}"))
                .enterprise()
                .withSetting("namespace-prefix", prefix);
        assertThat(fromData(shop)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"deny, allow, ALLOWED", "allow, deny, DENIED"})
    void decide_anyNamespace_comesLast(String any, String exact, Outcome outcome) {
        Shop shop = Shop.holding(DATA)
                .emitting(webIntentions("{name: '*', namespace: '*', action: " + any
                        + "}, {name: '*', namespace: data, action: " + exact + "}"))
                .enterprise();
        assertThat(fromData(shop)).isEqualTo(outcome);
        assertThat(shop.decide("GET /")).isEqualTo(Outcomes.of(any.equals("allow")));
    }

    @Test
    void decide_destinationsOfAnyNamespace_comeLast() {
        String everywhere = Shop.resource(
                "ServiceIntentions",
                "any",
                "data",
                "{destination: {name: '*', namespace: '*'}, sources: [{name: '*', namespace: '*', action: allow}]}");
        Shop shop = Shop.with(everywhere).enterprise();
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.ALLOWED);
        Shop closed =
                Shop.with(everywhere, intentions("*", source("*", "deny"))).enterprise();
        assertThat(closed.decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ServiceIntentions | {destination: {name: web}, sources: [{name: client, namespace: default, action: allow}]}
                    ServiceIntentions | {destination: {name: web, namespace: default}, sources: [{name: client, action: allow}]}
                    ServiceIntentions | {destination: {name: web}, sources: [{name: client, partition: default, action: allow}]}
                    """)
    void decide_communityWithNamespaces_isNotInForce(String kind, String spec) {
        assertThat(Shop.with(Shop.resource(kind, "web", "shop", spec)).decide("GET /"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void decide_nativeEntryWithANamespace_isNotInForceInTheCommunityEdition() {
        String entry = "{Kind: service-intentions, Name: web, Namespace: %s, Sources: [{Name: client, Action: allow}]}";
        assertThat(Shop.with(entry.formatted("default")).decide("GET /")).isEqualTo(Outcome.DENIED);
        assertThat(Shop.with(entry.formatted("shop")).enterprise().decide("GET /"))
                .isEqualTo(Outcome.ALLOWED);
    }
}
