package io.github.smi4j.testkit.linkerd;

import static io.github.smi4j.testkit.linkerd.Shop.ACCOUNT;
import static io.github.smi4j.testkit.linkerd.Shop.CLIENT;
import static io.github.smi4j.testkit.linkerd.Shop.EVERYBODY;
import static io.github.smi4j.testkit.linkerd.Shop.HTTP;
import static io.github.smi4j.testkit.linkerd.Shop.NOBODY;
import static io.github.smi4j.testkit.linkerd.Shop.OTHER;
import static io.github.smi4j.testkit.linkerd.Shop.account;
import static io.github.smi4j.testkit.linkerd.Shop.foreign;
import static io.github.smi4j.testkit.linkerd.Shop.grant;
import static io.github.smi4j.testkit.linkerd.Shop.policy;
import static io.github.smi4j.testkit.linkerd.Shop.ref;
import static io.github.smi4j.testkit.linkerd.Shop.request;
import static io.github.smi4j.testkit.linkerd.Shop.server;
import static io.github.smi4j.testkit.linkerd.Shop.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom AuthorizationPolicies let in. */
class AuthorizationPolicyTest {
    private static final String SERVER = target("policy.linkerd.io", "Server", "web");
    private static final String TLS = ref("MeshTLSAuthentication", "tls");
    private static final String NETWORKS = ref("NetworkAuthentication", "networks");
    private static final Traffic GET = request("GET /");
    private static final String SUFFIX = ".shop.serviceaccount.identity.linkerd.cluster.local";

    private static Shop requiring(String refs, String... more) {
        Shop shop = Shop.holding(more);
        return shop.emitting(server(), grant("a", SERVER, refs));
    }

    private static Outcome decide(Optional<Identity> caller, String tls) {
        return requiring(TLS, policy("MeshTLSAuthentication", "shop", "tls", tls))
                .decide(caller, HTTP, GET);
    }

    private static Outcome ofNetworks(String networks) {
        return requiring(NETWORKS, policy("NetworkAuthentication", "shop", "networks", "{networks: " + networks + "}"))
                .decide(NOBODY, HTTP, GET);
    }

    @Test
    void refs_thatAreEmpty_letEverybodyIn() {
        assertThat(requiring("").decide(NOBODY, HTTP, GET)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MeshTLSAuthentication", "NetworkAuthentication"})
    void refs_toWhatIsNotThere_letNobodyIn(String kind) {
        assertThat(requiring(ref(kind, "missing")).decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {kind: ServiceAccount, name: client}                            | ALLOWED | DENIED
                    {group: core, kind: ServiceAccount, name: client}               | ALLOWED | DENIED
                    {kind: ServiceAccount, name: other, namespace: data}            | DENIED  | ALLOWED
                    {kind: ServiceAccount, name: client, namespace: data}           | DENIED  | DENIED
                    """)
    void refs_toAServiceAccount_letItIn(String ref, Outcome client, Outcome other) {
        assertThat(requiring(ref).decide(CLIENT, HTTP, GET)).isEqualTo(client);
        assertThat(requiring(ref).decide(OTHER, HTTP, GET)).isEqualTo(other);
        assertThat(requiring(ref).decide(NOBODY, HTTP, GET)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void refs_ofSeveralKinds_mustAllHold() {
        String refs = ref("MeshTLSAuthentication", "client") + ", " + ref("NetworkAuthentication", "all");
        assertThat(requiring(refs, ACCOUNT, EVERYBODY).decide(CLIENT, HTTP, GET))
                .isEqualTo(Outcome.ALLOWED);
        assertThat(requiring(refs, ACCOUNT, EVERYBODY).decide(OTHER, HTTP, GET)).isEqualTo(Outcome.DENIED);
        assertThat(requiring(refs, ACCOUNT).decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.DENIED);
        assertThat(requiring(refs, EVERYBODY).decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.DENIED);
    }

    @Test
    void refs_mayNameAnotherNamespace() {
        String ref = "{group: policy.linkerd.io, kind: MeshTLSAuthentication, name: tls, namespace: data}";
        String tls = policy("MeshTLSAuthentication", "data", "tls", "{identities: ['*']}");
        assertThat(requiring(ref, tls).decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    *                                                          | ALLOWED | ALLOWED
                    *.shop.serviceaccount.identity.linkerd.cluster.local       | ALLOWED | DENIED
                    client.shop.serviceaccount.identity.linkerd.cluster.local  | ALLOWED | DENIED
                    client.shop.serviceaccount.identity.mesh.cluster.local     | DENIED  | DENIED
                    other.data.serviceaccount.identity.linkerd.cluster.local   | DENIED  | ALLOWED
                    lient.shop.serviceaccount.identity.linkerd.cluster.local   | DENIED  | DENIED
                    spiffe://cluster.local/ns/shop/sa/client                   | DENIED  | DENIED
                    """)
    void identities_areNamesOrSuffixes(String identity, Outcome client, Outcome other) {
        String tls = "{identities: ['" + identity + "']}";
        assertThat(decide(CLIENT, tls)).isEqualTo(client);
        assertThat(decide(OTHER, tls)).isEqualTo(other);
        assertThat(decide(NOBODY, tls)).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({"spiffe://partner/a, ALLOWED", "spiffe://partner/ab, DENIED", "*, DENIED", "*.partner, DENIED"})
    void identities_ofOtherTrustDomains_areSpiffeIds(String identity, Outcome outcome) {
        assertThat(decide(foreign("partner", "/a"), "{identities: ['" + identity + "']}"))
                .isEqualTo(outcome);
    }

    @Test
    void identities_aSpiffeIdOfAServiceAccountOfTheMesh_isThatAccount() {
        assertThat(decide(foreign("cluster.local", "/ns/shop/sa/client"), "{identities: [client" + SUFFIX + "]}"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {kind: ServiceAccount, name: client}                   | ALLOWED | DENIED
                    {kind: ServiceAccount, name: other, namespace: data}   | DENIED  | ALLOWED
                    {kind: Namespace, name: shop}                          | ALLOWED | DENIED
                    {kind: Namespace, name: data}                          | DENIED  | ALLOWED
                    """)
    void identityRefs_areAccountsOrNamespaces(String ref, Outcome client, Outcome other) {
        String tls = "{identityRefs: [" + ref + "]}";
        assertThat(decide(CLIENT, tls)).isEqualTo(client);
        assertThat(decide(OTHER, tls)).isEqualTo(other);
    }

    @Test
    void identityRefs_areAlternatives() {
        String tls = "{identityRefs: [{kind: ServiceAccount, name: a}, {kind: ServiceAccount, name: client}]}";
        assertThat(decide(CLIENT, tls)).isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void identities_dependOnTrustDomainAndControlPlane() {
        String tls = policy(
                "MeshTLSAuthentication",
                "shop",
                "tls",
                "{identities: [client.shop.serviceaccount.identity.mesh.prod]}");
        PolicyOptions options =
                PolicyOptions.builder().set(PolicyOptions.TRUST_DOMAIN, "prod").build();
        Shop shop = requiring(TLS, tls).withOptions(options);
        assertThat(shop.decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.DENIED);
        assertThat(shop.withSetting("control-plane-namespace", "mesh").decide(CLIENT, HTTP, GET))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{cidr: 0.0.0.0/0}, {cidr: '::/0'}]                           | ALLOWED
                    [{cidr: 0.0.0.0/0}]                                           | EITHER
                    [{cidr: 10.0.0.0/8}]                                          | EITHER
                    [{cidr: 0.0.0.0/0, except: [10.0.0.0/8]}, {cidr: '::/0'}]     | EITHER
                    """)
    void networks_areNotKnownOfCallers(String networks, Outcome outcome) {
        assertThat(ofNetworks(networks)).isEqualTo(outcome);
    }

    @Test
    void networks_besideAnAuthenticationThatFails_letNobodyIn() {
        String networks = policy("NetworkAuthentication", "shop", "networks", "{networks: [{cidr: 10.0.0.0/8}]}");
        String refs = NETWORKS + ", {kind: ServiceAccount, name: client}";
        assertThat(requiring(refs, networks).decide(OTHER, HTTP, GET)).isEqualTo(Outcome.DENIED);
        assertThat(requiring(refs, networks).decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.EITHER);
    }

    @Test
    void policies_ofOneTarget_areAUnion() {
        Shop shop = Shop.with(
                server(),
                grant("a", SERVER, "{kind: ServiceAccount, name: client}"),
                grant("b", SERVER, "{kind: ServiceAccount, name: other, namespace: data}"));
        assertThat(shop.decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide(OTHER, HTTP, GET)).isEqualTo(Outcome.ALLOWED);
        assertThat(shop.decide(account("shop", "third"), HTTP, GET)).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource({
        "policy.linkerd.io, Server, web, ALLOWED",
        "policy.linkerd.io, Server, other, DENIED",
        "'', Server, web, DENIED",
        "'', Namespace, shop, ALLOWED",
        "core, Namespace, shop, ALLOWED",
        "'', Namespace, data, DENIED",
        "gateway.networking.k8s.io, HTTPRoute, web, DENIED"
    })
    void targetRef_isComparedByGroupKindAndName(String group, String kind, String name, Outcome outcome) {
        Shop shop = Shop.with(server(), grant("a", target(group, kind, name), "{kind: ServiceAccount, name: client}"));
        assertThat(shop.decide(CLIENT, HTTP, GET)).isEqualTo(outcome);
    }

    @Test
    void targetRef_isOfTheNamespaceOfThePolicy() {
        Shop shop = Shop.with(
                server(),
                policy(
                        "AuthorizationPolicy",
                        "data",
                        "a",
                        "{targetRef: " + SERVER + ", requiredAuthenticationRefs: []}"));
        assertThat(shop.decide(CLIENT, HTTP, GET)).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: web}", "{selector: {matchLabels: {a: b}}}"})
    void serverAuthorization_thatMayApply_isRefused(String server) {
        Shop shop = Shop.with(
                server(), policy("ServerAuthorization", "shop", "old", "{server: " + server + ", client: {}}"));
        assertThatThrownBy(() -> shop.decide("GET /"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("ServerAuthorization shop/old");
    }

    @Test
    void serverAuthorization_ofAnotherServer_doesNothing() {
        Shop shop = Shop.with(
                server(), policy("ServerAuthorization", "shop", "old", "{server: {name: other}, client: {}}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
    }
}
