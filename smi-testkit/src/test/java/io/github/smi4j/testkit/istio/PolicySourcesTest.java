package io.github.smi4j.testkit.istio;

import static io.github.smi4j.testkit.istio.Shop.CLIENT;
import static io.github.smi4j.testkit.istio.Shop.HTTP;
import static io.github.smi4j.testkit.istio.Shop.NOBODY;
import static io.github.smi4j.testkit.istio.Shop.foreign;
import static io.github.smi4j.testkit.istio.Shop.policy;
import static io.github.smi4j.testkit.istio.Shop.request;
import static io.github.smi4j.testkit.istio.Shop.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the sources of a rule are for. */
class PolicySourcesTest {
    private static final PolicyOptions CORP =
            PolicyOptions.builder().set("trust-domain", "corp.example").build();
    private static final String CLIENT_ID = "/ns/shop/sa/client";

    private static String from(String... sources) {
        StringBuilder from = new StringBuilder("{rules: [{from: [");
        for (String source : sources) {
            from.append("{source: ").append(source).append("}, ");
        }
        return policy(from.append("]}]}").toString());
    }

    private static Outcome decide(Optional<Identity> caller, String... sources) {
        return Shop.with(from(sources)).decide(caller, HTTP, request("GET /"));
    }

    private static Outcome decideInCorp(Optional<Identity> caller, String principal) {
        return Shop.with(from("{principals: ['" + principal + "']}"))
                .withOptions(CORP)
                .decide(caller, HTTP, request("GET /"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cluster.local/ns/shop/sa/client   | ALLOWED
                    cluster.local/ns/shop/sa/client2  | DENIED
                    cluster.local/ns/shop/sa/clien    | DENIED
                    cluster.local/ns/shop/sa/Client   | DENIED
                    partner.example/ns/shop/sa/client | DENIED
                    cluster.local/ns/shop/*           | ALLOWED
                    cluster.local/ns/shop/sa/cli*     | ALLOWED
                    cluster.local/ns/data/*           | DENIED
                    '*/sa/client'                     | ALLOWED
                    '*/sa/web'                        | DENIED
                    '*'                               | ALLOWED
                    cluster.local/ns/*/sa/client      | DENIED
                    """)
    void principals_areComparedWholeOrByOneEnd(String principal, Outcome outcome) {
        assertThat(decide(CLIENT, "{principals: ['" + principal + "']}")).isEqualTo(outcome);
    }

    @Test
    void principals_anyOfThem_isEnough() {
        assertThat(decide(CLIENT, "{principals: [cluster.local/ns/shop/sa/web, cluster.local/ns/shop/sa/client]}"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster.local/ns/shop/sa/client", "*", "cluster.local/*", "*client"})
    void principals_callerWithoutIdentity_hasNone(String principal) {
        assertThat(decide(NOBODY, "{principals: ['" + principal + "']}")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void principals_withoutMutualTls_areNotThere() {
        Shop shop = Shop.with(
                from("{principals: ['*']}"),
                resource("PeerAuthentication", "shop", "default", "{mtls: {mode: DISABLE}}"));
        assertThat(shop.decide("GET /")).isEqualTo(Outcome.DENIED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cluster.local/ns/shop/sa/client | DENIED
                    cluster.local/ns/shop/sa/web    | ALLOWED
                    '*'                             | DENIED
                    """)
    void notPrincipals_areAllBut(String principal, Outcome outcome) {
        assertThat(decide(CLIENT, "{notPrincipals: ['" + principal + "']}")).isEqualTo(outcome);
    }

    @Test
    void notPrincipals_severalOfThem_areNoneOf() {
        assertThat(decide(CLIENT, "{notPrincipals: [cluster.local/ns/shop/sa/web, cluster.local/ns/shop/sa/client]}"))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void notPrincipals_callerWithoutIdentity_isNotAmongThem() {
        assertThat(decide(NOBODY, "{notPrincipals: ['*']}")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "cluster.local/ns/shop/sa/client, ALLOWED",
        "corp.example/ns/shop/sa/client, ALLOWED",
        "cluster.local/ns/shop/sa/web, DENIED",
        "partner.example/ns/shop/sa/client, DENIED"
    })
    void principals_ofTheLocalTrustDomain_areOfTheMesh(String principal, Outcome outcome) {
        assertThat(decideInCorp(CLIENT, principal)).isEqualTo(outcome);
    }

    @Test
    void principals_ofTheLiteralLocal_areNotForeignOnes() {
        assertThat(decideInCorp(foreign("cluster.local", CLIENT_ID), "cluster.local" + CLIENT_ID))
                .isEqualTo(Outcome.DENIED);
    }

    @Test
    void principals_ofOtherForm_areKeptAsTheyAre() {
        assertThat(decideInCorp(foreign("cluster.local", "/batch/job"), "cluster.local/batch/job"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void principals_ofOtherTrustDomains_areKeptAsTheyAre() {
        assertThat(decideInCorp(foreign("partner.example", CLIENT_ID), "partner.example" + CLIENT_ID))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    shop  | ALLOWED
                    data  | DENIED
                    sho   | DENIED
                    sh*   | ALLOWED
                    '*op' | ALLOWED
                    's*p' | ALLOWED
                    '*'   | ALLOWED
                    s*q   | DENIED
                    """)
    void namespaces_mayHaveStars(String namespace, Outcome outcome) {
        assertThat(decide(CLIENT, "{namespaces: ['" + namespace + "']}")).isEqualTo(outcome);
    }

    @Test
    void namespaces_areOfAnyTrustDomain() {
        assertThat(decide(foreign("partner.example", "/ns/shop/sa/x"), "{namespaces: [shop]}"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @Test
    void namespaces_callerWithoutIdentity_hasNone() {
        assertThat(decide(NOBODY, "{namespaces: ['*']}")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void notNamespaces_areAllBut() {
        assertThat(decide(CLIENT, "{notNamespaces: [shop]}")).isEqualTo(Outcome.DENIED);
        assertThat(decide(CLIENT, "{notNamespaces: [data]}")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "cluster.local, /ns/shop/sa/client, ALLOWED",
        "partner.example, /ns/shop/sa/client, ALLOWED",
        "partner.example, /ns/shop/team/a/sa/client, ALLOWED",
        "partner.example, /ns/shop/sa/client/pod/7, ALLOWED",
        "partner.example, /ns/shop/sa/client2, DENIED",
        "partner.example, /ns/data/sa/client, DENIED",
        "partner.example, /batch/client, DENIED"
    })
    void serviceAccounts_areOfAnyTrustDomain(String trustDomain, String path, Outcome outcome) {
        assertThat(decide(foreign(trustDomain, path), "{serviceAccounts: [shop/client]}"))
                .isEqualTo(outcome);
    }

    @Test
    void serviceAccounts_haveNoWildcards() {
        assertThat(decide(CLIENT, "{serviceAccounts: ['shop/*']}")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void serviceAccounts_callerWithoutIdentity_hasNone() {
        assertThat(decide(NOBODY, "{serviceAccounts: [shop/client]}")).isEqualTo(Outcome.DENIED);
    }

    @Test
    void notServiceAccounts_areAllBut() {
        assertThat(decide(CLIENT, "{notServiceAccounts: [shop/client]}")).isEqualTo(Outcome.DENIED);
        assertThat(decide(CLIENT, "{notServiceAccounts: [shop/web]}")).isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {principals: ['*client'], namespaces: [shop]}                      | ALLOWED
                    {principals: ['*client'], namespaces: [data]}                      | DENIED
                    {principals: ['*client'], notPrincipals: ['*shop/sa/client']}      | DENIED
                    {namespaces: [shop], notNamespaces: [data]}                        | ALLOWED
                    """)
    void source_withSeveralFields_needsAllOfThem(String source, Outcome outcome) {
        assertThat(decide(CLIENT, source)).isEqualTo(outcome);
    }

    @Test
    void from_anyOfTheSources_isEnough() {
        assertThat(decide(CLIENT, "{namespaces: [data]}", "{namespaces: [shop]}"))
                .isEqualTo(Outcome.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{rules: [{from: []}]}", "{rules: [{from: [{source: {principals: []}}]}]}"})
    void from_emptyLists_areNoConstraint(String spec) {
        assertThat(Shop.with(policy(spec)).decide(NOBODY, HTTP, request("GET /")))
                .isEqualTo(Outcome.ALLOWED);
    }
}
