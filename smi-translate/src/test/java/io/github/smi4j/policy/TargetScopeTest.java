package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which workloads are closed by default, and what is known of them. */
class TargetScopeTest {
    private static final String RULE = "{kind: HTTPRouteGroup, name: routes, matches: [api]}";
    private static final String GOOD = Reading.target(RULE);
    private static final String UNRESOLVED = destination("{kind: ServiceAccount, name: nobody, namespace: shop}");
    private static final String ELSEWHERE = destination("{kind: ServiceAccount, name: edge, namespace: ingress}");

    private static String destination(String destination) {
        return Reading.target(destination, Reading.SOURCE, RULE);
    }

    @Test
    void of_noTarget_closesNothing() {
        assertThat(Reading.of(Bundles.CLUSTER + Bundles.GROUP).closed()).isEmpty();
    }

    @Test
    void of_aTarget_closesItsNamespace() {
        Reading reading = Reading.ofShop(GOOD);

        assertThat(reading.policy().scope().namespaces()).containsExactly("shop");
        assertThat(reading.closed()).containsExactly("api", "batch", "web");
        assertThat(reading.lines(AccessCode.SCOPE_UNREACHED))
                .containsExactly("INFO SMI2341: no target reaches these workloads of the namespace \"shop\", which are"
                        + " closed to everybody: Deployment api, Deployment batch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: 5",
                "kind: ServiceAccount, name: 5",
                "kind: ServiceAccount, name: nobody",
                "kind: ServiceAccount, name: Web",
                "kind: ServiceAccount, name: web, zone: b",
                "kind: ServiceAccount, name: web, port: 0",
                "kind: Group, name: web"
            })
    void of_aFaultyTarget_closesItsNamespaceToo(String destination) {
        Reading reading = Reading.ofShop(destination("{" + destination + ", namespace: shop}"));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).containsExactly("api", "batch", "web");
        assertThat(reading.findings()).anyMatch(finding -> finding.startsWith("ERROR "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s/v1alpha4/v1alpha9/",
                "s/kind: TrafficTarget/kind: TraficTarget/",
                "s/kind: TrafficTarget/kind: null/",
                "s/kind: TrafficTarget//",
                "s/name: t, //",
                "s/name: t, namespace: shop/name: t, namespace: null/",
                "s/name: t, namespace: shop/name: t, namespace: [shop]/",
                "s/name: t, namespace: shop/name: t, namespace: Shop!/",
                "s/metadata: .name: t, namespace: shop./metadata: null/",
                "s/metadata: .name: t, namespace: shop.//",
                "s/name: web, namespace: shop/name: web, namespace: null/",
                "s/name: web, namespace: shop/name: web, namespace: Shop!/",
                "s/  destination:/  destinations:/",
                "s/spec:/specs:/",
                "s/  rules:/  sources: []\n  rules:/"
            })
    void of_anUnreadableTarget_closesItsNamespaceToo(String change) {
        String[] parts = change.split("/", -1);
        String text = GOOD.replaceFirst(parts[1], parts[2]);
        assertThat(text).isNotEqualTo(GOOD);

        for (String defaultDeny : new String[] {"namespace", "destinations"}) {
            Reading reading = Reading.ofShop(text, "default-deny=" + defaultDeny);

            assertThat(reading.grants()).isEmpty();
            assertThat(reading.closed()).as(defaultDeny).containsExactly("api", "batch", "web");
            assertThat(reading.findings()).anyMatch(finding -> finding.startsWith("ERROR "));
        }
        assertThat(Reading.ofShop(text, "default-deny=none").findings())
                .anyMatch(finding -> finding.startsWith("ERROR SMI2343"));
    }

    @Test
    void of_aTargetElsewhere_grantsAndClosesNothing() {
        for (String defaultDeny : new String[] {"namespace", "destinations", "none"}) {
            Reading reading = Reading.ofShop(ELSEWHERE, "default-deny=" + defaultDeny);

            assertThat(reading.closed()).isEmpty();
            assertThat(reading.grants()).isEmpty();
            assertThat(reading.lines(AccessCode.TARGET_ELSEWHERE))
                    .containsExactly("ERROR SMI2301 TrafficTarget shop/t spec.destination.namespace: is \"ingress\","
                            + " expected the namespace of the TrafficTarget, shop");
        }
    }

    @Test
    void of_anUnreadableTargetElsewhere_closesNothing() {
        assertThat(Reading.ofShop(ELSEWHERE.replace("v1alpha4", "v1alpha9")).closed())
                .isEmpty();
        assertThat(Reading.ofShop(ELSEWHERE.replace("name: edge, namespace: ingress}", "namespace: ingress}"))
                        .closed())
                .isEmpty();
    }

    @Test
    void of_anUnknownKindWithoutADestination_closesNothing() {
        assertThat(Reading.ofShop(Reading.binding("b", "{serviceAccount: web}").replace("IdentityBinding", "Binding"))
                        .closed())
                .isEmpty();
    }

    @Test
    void of_destinations_closesTheResolvedOnes() {
        Reading reading = Reading.ofShop(GOOD, "default-deny=destinations");

        assertThat(reading.closed()).containsExactly("web");
        assertThat(reading.policy().scope().namespaces()).isEmpty();
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void of_destinationsOfAFaultyTarget_closesThemToo() {
        Reading reading = Reading.ofShop(GOOD.replace("rules: [", "rules: [5, "), "default-deny=destinations");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).containsExactly("web");
    }

    @Test
    void of_destinationsThatCannotBeResolved_closesTheNamespace() {
        Reading reading = Reading.ofShop(UNRESOLVED, "default-deny=destinations");

        assertThat(reading.closed()).containsExactly("api", "batch", "web");
        assertThat(reading.lines(AccessCode.SCOPE_WIDENED))
                .containsExactly("WARNING SMI2342 TrafficTarget shop/t spec.destination: cannot be resolved, so all"
                        + " workloads of the namespace shop are closed by default");
    }

    @Test
    void of_noBaseline_closesTheResolvedOnesAndNamesTheOthers() {
        Reading good = Reading.ofShop(GOOD, "default-deny=none");
        Reading unresolved = Reading.ofShop(UNRESOLVED, "default-deny=none");

        assertThat(good.policy().scope().namespaces()).isEmpty();
        assertThat(good.findings()).isEmpty();
        assertThat(unresolved.closed()).isEmpty();
        assertThat(unresolved.lines(AccessCode.SCOPE_OPEN))
                .containsExactly(
                        "ERROR SMI2343 TrafficTarget shop/t spec.destination: cannot be resolved; whatever pods"
                                + " are meant in the namespace shop stay open to everybody");
    }

    @Test
    void of_anAccountWithoutWorkload_isUnresolved() {
        assertThat(Reading.ofShop(UNRESOLVED).lines(AccessCode.DESTINATION_WITHOUT_WORKLOAD))
                .containsExactly(
                        "ERROR SMI2322 TrafficTarget shop/t spec.destination: no workload of the namespace shop"
                                + " runs under the service account \"nobody\"");
    }

    @Test
    void of_aClosedWorld_isSaidOnce() {
        assertThat(Reading.ofShop(GOOD + "---\n" + GOOD.replace("name: t,", "name: u,"))
                        .lines(PolicyCode.CLOSED_WORLD))
                .containsExactly(
                        "INFO SMI2123: the namespace \"shop\" is taken to hold the Services and workloads of the"
                                + " input and no others");
    }

    @Test
    void of_aPartialInventory_isAMissingFact() {
        Reading reading = Reading.ofShop(GOOD, "partial-inventory=true");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(PolicyCode.CLOSED_WORLD)).isEmpty();
        assertThat(reading.lines(AccessCode.DESTINATION_UNKNOWN))
                .containsExactly("ERROR SMI2321 TrafficTarget shop/t spec.destination: the workloads that run under the"
                        + " service account \"web\" are not all known");
        assertThat(reading.policy().scope().namespaces()).containsExactly("shop");
    }

    @Test
    void of_aNamespaceThatIsNotInTheInventory_isAMissingFact() {
        assertThat(Reading.of(Bundles.GROUP + "---\n" + GOOD).findings())
                .containsExactly("ERROR SMI2321 TrafficTarget spec.destination");
    }

    @Test
    void of_aGuessByLabel_isAWarning() {
        Reading reading = Reading.ofShop(GOOD, "partial-inventory=true", "workload-label=app");

        assertThat(reading.policy().targets().get(0).destinationSelectors()).containsExactly(Map.of("app", "web"));
        assertThat(reading.policy().targets().get(0).destinations())
                .extracting(workload -> workload.labels().get("app"))
                .containsExactly("web", "web");
        // The known Deployment has its named ports; of the pods that are not known only the number is sure.
        assertThat(reading.grants()).containsExactly("app=web http [8443] [api]", "web http [8080, 8443, 9090] [api]");
        assertThat(reading.findings()).contains("WARNING SMI2323 TrafficTarget spec.destination");
    }

    @Test
    void of_aGuessedLabelThatAnotherPodHas_isNeverUsed() {
        Reading reading = Reading.of(
                Bundles.CLUSTER.replace("serviceAccountName: web", "serviceAccountName: other") + Bundles.GROUP
                        + "---\n" + GOOD,
                "partial-inventory=true",
                "workload-label=app");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).containsExactly("ERROR SMI2321 TrafficTarget spec.destination");
    }

    @Test
    void of_aKnownNamespace_isNeverGuessed() {
        Reading reading = Reading.ofShop(GOOD, "workload-label=tier");

        assertThat(reading.grants()).containsExactly("web http [8080, 8443, 9090] [api]");
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'{kind: ServiceAccount, name: api, namespace: shop}', 0",
        "'{kind: ServiceAccount, name: batch, namespace: shop}', 1"
    })
    void of_aSourceAllowedAtTheRootAlone_isAWarning(String other, int warnings) {
        String split = """
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: canary, namespace: shop}
                spec: {service: web, backends: [{service: web, weight: 1}, {service: api, weight: 1}]}
                """;
        String second = destination(other).replace("name: t,", "name: u,");
        Reading reading = Reading.ofShop(GOOD + "---\n" + second + split);

        assertThat(reading.lines(AccessCode.SPLIT_BACKEND_DENIED)).hasSize(warnings);
        assertThat(Reading.ofShop(GOOD + "---\n" + second + split.replace("api, weight: 1", "api, weight: 0"))
                        .lines(AccessCode.SPLIT_BACKEND_DENIED))
                .isEmpty();
    }

    @Test
    void of_aSourceDeniedAtABackend_namesBoth() {
        Reading reading = Reading.ofShop(GOOD + """
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: canary, namespace: shop}
                spec: {service: web, backends: [{service: api, weight: 1}]}
                """);

        assertThat(reading.lines(AccessCode.SPLIT_BACKEND_DENIED))
                .containsExactly(
                        "WARNING SMI2344 TrafficSplit shop/canary spec.backends: ingress/edge may call the Service web,"
                                + " but not the pods of the backend api");
    }
}
