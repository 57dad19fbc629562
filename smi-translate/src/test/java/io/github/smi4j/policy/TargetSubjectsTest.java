package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the sources and the destination of a TrafficTarget name. */
class TargetSubjectsTest {
    private static final String WEB = "{kind: ServiceAccount, name: web, namespace: shop}";
    private static final String BOUND = "{kind: IdentityBinding, name: b, namespace: shop}";
    private static final String RULE = "{kind: HTTPRouteGroup, name: routes, matches: [api]}";

    private static Reading sources(String sources, String more, String... settings) {
        return Reading.ofShop(Reading.target(WEB, sources, RULE) + more, settings);
    }

    private static Reading sources(String sources) {
        return sources(sources, "");
    }

    private static Reading destination(String destination, String more, String... settings) {
        return Reading.ofShop(Reading.target(destination, Reading.SOURCE, RULE) + more, settings);
    }

    @Test
    void of_sourcesOfAnyNamespace_areAllOfThem() {
        assertThat(sources(Reading.SOURCE + ", " + WEB + ", " + Reading.SOURCE).sources())
                .containsExactly("ingress/edge", "shop/web");
    }

    @Test
    void of_aSubjectWithoutNamespace_takesThatOfTheTarget() {
        Reading source = sources("{kind: ServiceAccount, name: edge}");
        Reading destination = destination("{kind: ServiceAccount, name: web}", "");

        assertThat(source.sources()).containsExactly("shop/edge");
        assertThat(source.findings()).containsExactly("WARNING SMI2302 TrafficTarget spec.sources[0]");
        assertThat(destination.destinations()).containsExactly("web");
        assertThat(destination.findings()).containsExactly("WARNING SMI2302 TrafficTarget spec.destination");
    }

    @ParameterizedTest
    @CsvSource({
        "'{kind: ServiceAccount, name: \"*\", namespace: shop}', SMI2304, .name",
        "'{kind: ServiceAccount, name: Edge, namespace: shop}', SMI2304, .name",
        "'{kind: ServiceAccount, name: \"\", namespace: shop}', SMI2304, .name",
        "'{kind: ServiceAccount, name: edge, namespace: \"*\"}', SMI2003, .namespace",
        "'{kind: ServiceAccount, name: edge, namespace: a.b}', SMI2003, .namespace",
        "'{kind: ServiceAccount, name: edge, namespace: null}', SMI1106, .namespace",
        "'{kind: ServiceAccount, name: null, namespace: shop}', SMI1106, .name",
        "'{kind: Group, name: edge, namespace: shop}', SMI2303, .kind",
        "'{kind: ServiceAccount, group: rbac, name: edge, namespace: shop}', SMI2303, .kind",
        "'{kind: IdentityBinding, group: rbac, name: edge, namespace: shop}', SMI2303, .kind",
        "'{kind: IdentityBinding, name: nobody, namespace: shop}', SMI2306, .name",
        "'{kind: ServiceAccount, name: edge, namespace: shop, port: 80}', SMI2006, .port"
    })
    void of_aFaultySource_isLeftOut(String source, String code, String field) {
        Reading beside = sources(WEB + ", " + source);
        Reading alone = sources(source);

        assertThat(beside.sources()).containsExactly("shop/web");
        assertThat(beside.grants()).hasSize(1);
        assertThat(beside.findings()).containsExactly("ERROR " + code + " TrafficTarget spec.sources[1]" + field);
        assertThat(alone.grants()).isEmpty();
        assertThat(alone.closed()).contains("web");
    }

    @Test
    void of_noSources_grantsNothing() {
        assertThat(sources("").grants()).isEmpty();
        assertThat(sources("").findings()).containsExactly("ERROR SMI2332 TrafficTarget spec.sources");
    }

    @Test
    void of_theAccountDefault_isAWarning() {
        Reading reading = sources("{kind: ServiceAccount, name: default, namespace: ingress}");

        assertThat(reading.sources()).containsExactly("ingress/default");
        assertThat(reading.lines(AccessCode.SUBJECT_DEFAULT_ACCOUNT))
                .containsExactly("WARNING SMI2305 TrafficTarget shop/t spec.sources[0].name: names the service account"
                        + " default, under which all pods run that declare none");
    }

    @Test
    void of_theAccountDefaultAsDestination_meansPodsThatDeclareNone() {
        Reading reading = destination("{kind: ServiceAccount, name: default, namespace: shop}", """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: plain, namespace: shop}
                spec: {containers: [{ports: [{containerPort: 1}]}]}
                """);

        assertThat(reading.destinations()).containsExactly("plain");
    }

    @Test
    void of_anAccountOfSeveralWorkloads_meansAllOfThem() {
        String shared = Bundles.CLUSTER.replace("serviceAccountName: api", "serviceAccountName: web");
        Reading reading = Reading.of(shared + Bundles.GROUP + "---\n" + Reading.target(RULE));

        assertThat(reading.destinations()).containsExactly("api", "web");
        assertThat(reading.grants()).containsExactly("api http [443, 8081] [api]", "web http [8080, 8443, 9090] [api]");
    }

    @Test
    void of_aBindingOfAnAccount_isTheAccountOfItsNamespace() {
        String binding = Reading.binding("b", "{serviceAccount: api}");

        assertThat(sources(BOUND, binding).sources()).containsExactly("shop/api");
        assertThat(destination(BOUND, binding).destinations()).containsExactly("api");
        assertThat(sources(
                                "{kind: IdentityBinding, name: b, namespace: ingress}",
                                Reading.binding("b", "ingress", "{serviceAccount: edge}"))
                        .sources())
                .containsExactly("ingress/edge");
    }

    @Test
    void of_aBindingByLabels_isTheAccountsAllOfWhosePodsHaveThem() {
        String binding = Reading.binding("b", "{podLabelSelector: {matchLabels: {tier: back}}}");

        assertThat(sources(BOUND, binding).sources()).containsExactly("shop/api", "shop/batch");
        assertThat(destination(BOUND, binding).destinations()).containsExactly("api", "batch");
    }

    @Test
    void of_labelsOfSomePodsOfAnAccount_areNobodyAsASource() {
        String shared = Bundles.CLUSTER.replace("serviceAccountName: api", "serviceAccountName: batch");
        Reading reading = Reading.of(shared + Bundles.GROUP + "---\n" + Reading.target(WEB, BOUND, RULE)
                + Reading.binding("b", "{podLabelSelector: {matchLabels: {app: api}}}"));

        assertThat(reading.sources()).isEmpty();
        assertThat(reading.lines(AccessCode.SOURCE_LABELS_NOT_AN_ACCOUNT))
                .containsExactly(
                        "ERROR SMI2314 IdentityBinding shop/b spec.schemes.podLabelSelector: the service account"
                                + " batch is also that of the Deployment batch, which does not have the labels; the account may"
                                + " not call");
    }

    @Test
    void of_labelsThatNoPodHas_areNobody() {
        String binding = Reading.binding("b", "{podLabelSelector: {matchLabels: {app: none}}}");

        assertThat(sources(BOUND, binding).sources()).isEmpty();
        assertThat(sources(BOUND, binding).findings())
                .containsExactly("WARNING SMI2316 IdentityBinding spec.schemes.podLabelSelector");
        assertThat(destination(BOUND, binding).findings())
                .containsExactly("ERROR SMI2322 TrafficTarget spec.destination");
    }

    @Test
    void of_labelsWhereNotAllWorkloadsAreKnown_areNobodyAsASource() {
        String binding = Reading.binding("b", "{podLabelSelector: {matchLabels: {app: api}}}");
        Reading reading = sources(BOUND, binding, "partial-inventory=true", "workload-label=app");

        assertThat(reading.sources()).isEmpty();
        assertThat(reading.lines(AccessCode.SOURCE_LABELS_UNKNOWN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spiffe://partner.example/billing", "partner.example/billing"})
    void of_aForeignSpiffeId_isASourceOnly(String id) {
        String binding = Reading.binding("b", "{spiffeIdentities: ['" + id + "']}");
        Reading destination = destination(BOUND, binding);

        assertThat(sources(BOUND, binding).sources()).containsExactly("spiffe://partner.example/billing");
        assertThat(sources(BOUND, binding).findings()).isEmpty();
        assertThat(destination.grants()).isEmpty();
        assertThat(destination.closed()).contains("web");
        assertThat(destination.findings())
                .containsExactly(
                        "WARNING SMI2313 TrafficTarget spec.destination",
                        "ERROR SMI2322 TrafficTarget spec.destination");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spiffe://cluster.local/ns/shop/sa/api", "cluster.local/ns/shop/sa/api"})
    void of_aSpiffeIdOfTheOwnNamespace_isAServiceAccount(String id) {
        String binding = Reading.binding("b", "{spiffeIdentities: ['" + id + "']}");

        assertThat(sources(BOUND, binding).sources()).containsExactly("shop/api");
        assertThat(destination(BOUND, binding).destinations()).containsExactly("api");
    }

    @ParameterizedTest
    @CsvSource({
        "spiffe://cluster.local/ns/ingress/sa/edge, SMI2312",
        "cluster.local/ns/shop/web, SMI2312",
        "cluster.local/ns/shop/sa/Web, SMI2312",
        "spiffe://*/ns/shop/sa/web, SMI2311",
        "spiffe://cluster.local/ns/shop/sa/*, SMI2311",
        "spiffe://cluster.local, SMI2311",
        "spiffe://cluster.local/, SMI2311",
        "spiffe://Cluster.Local/ns/shop/sa/web, SMI2311",
        "spiffe://cluster.local/ns//sa/web, SMI2311",
        "spiffe://cluster.local/ns/../sa/web, SMI2311",
        "spiffe://cluster.local/ns/shop/sa/web?x, SMI2311",
        "https://cluster.local/ns/shop/sa/web, SMI2311"
    })
    void of_aSpiffeIdThatIsNobody_leavesTheOthers(String id, String code) {
        String binding = Reading.binding("b", "{spiffeIdentities: [cluster.local/ns/shop/sa/api, '" + id + "']}");
        Reading reading = sources(BOUND, binding);

        assertThat(reading.sources()).containsExactly("shop/api");
        assertThat(reading.findings())
                .containsExactly("ERROR " + code + " IdentityBinding spec.schemes.spiffeIdentities[1]");
    }

    @Test
    void of_anotherTrustDomain_makesClusterLocalForeign() {
        String binding =
                Reading.binding("b", "{spiffeIdentities: [corp.example/ns/shop/sa/api, cluster.local/ns/shop/sa/web]}");

        assertThat(sources(BOUND, binding, "trust-domain=corp.example").sources())
                .containsExactly("shop/api", "spiffe://cluster.local/ns/shop/sa/web");
    }

    @Test
    void of_severalSchemes_areAlternatives() {
        String binding = Reading.binding(
                "b", "{serviceAccount: web, spiffeIdentities: [cluster.local/ns/shop/sa/api, partner.example/x]}");
        String labels = Reading.binding(
                "b", "{podLabelSelector: {matchLabels: {app: web}}, spiffeIdentities: [cluster.local/ns/shop/sa/api]}");

        assertThat(sources(BOUND, binding).sources())
                .containsExactly("shop/api", "shop/web", "spiffe://partner.example/x");
        assertThat(destination(BOUND, binding).destinations()).containsExactly("api", "web");
        assertThat(sources(BOUND, labels).sources()).containsExactly("shop/api", "shop/web");
        assertThat(destination(BOUND, labels).destinations()).containsExactly("api", "web");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, SMI2307, spec.schemes",
        "'{spiffeIdentities: []}', SMI2307, spec.schemes",
        "'{serviceAccount: api, podLabelSelector: {matchLabels: {app: api}}}', SMI2308, spec.schemes",
        "'{podLabelSelector: {}}', SMI2309, spec.schemes.podLabelSelector",
        "'{podLabelSelector: {matchLabels: {}}, spiffeIdentities: [partner.example/x]}', SMI2309,"
                + " spec.schemes.podLabelSelector",
        "'{podLabelSelector: {matchLabels: {\"a b\": c}}}', SMI2310, spec.schemes.podLabelSelector.matchLabels[a b]",
        "'{podLabelSelector: {matchLabels: {app: \"*\"}}}', SMI2310, spec.schemes.podLabelSelector.matchLabels[app]",
        "'{podLabelSelector: {matchLabels: {app: api}, matchExpressions: []}}', SMI2006,"
                + " spec.schemes.podLabelSelector.matchExpressions",
        "'{serviceAccount: api, spiffeIds: [a/b]}', SMI2006, spec.schemes.spiffeIds",
        "'{serviceAccount: \"*\"}', SMI2304, spec.schemes.serviceAccount",
        "'{serviceAccount: null}', SMI1106, spec.schemes.serviceAccount",
        "'{podLabelSelector: {matchLabels: {app: api, tier: null}}}', SMI1106,"
                + " spec.schemes.podLabelSelector.matchLabels[tier]",
        "null, SMI1106, spec.schemes"
    })
    void of_aFaultyBinding_isNobody(String schemes, String code, String path) {
        String binding = Reading.binding("b", schemes);
        Reading destination = destination(BOUND, binding);

        assertThat(sources(BOUND, binding).sources()).isEmpty();
        assertThat(sources(BOUND, binding).findings()).containsExactly("ERROR " + code + " IdentityBinding " + path);
        assertThat(destination.grants()).isEmpty();
        assertThat(destination.closed()).contains("web", "api", "batch");
    }

    @Test
    void of_twoDifferentBindingsOfOneName_areNobody() {
        Reading reading = sources(
                BOUND, Reading.binding("b", "{serviceAccount: api}") + Reading.binding("b", "{serviceAccount: web}"));

        assertThat(reading.sources()).isEmpty();
        assertThat(reading.lines(PolicyCode.DUPLICATE_DIFFERENT)).hasSize(2);
    }
}
