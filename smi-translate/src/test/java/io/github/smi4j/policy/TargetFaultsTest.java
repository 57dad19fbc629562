package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names, duplicates, unknown fields and faults of whole documents do to TrafficTargets. */
class TargetFaultsTest {
    private static final String RULE = "{kind: HTTPRouteGroup, name: routes, matches: [api]}";
    private static final String TCP = "{kind: TCPRoute, name: admin}";
    private static final String GOOD = Reading.target(RULE);
    private static final String GRANT = "web http [8080, 8443, 9090] [api]";

    @Test
    void of_aNamespaceThatIsAbsent_isTheDefaultOne() {
        String everywhere = (Bundles.CLUSTER + Bundles.GROUP + "---\n" + GOOD)
                .replace(", namespace: shop", "")
                .replace("{kind: ServiceAccount, name: web}", "{kind: ServiceAccount, name: web, namespace: shop}");
        Reading shop = Reading.of(everywhere, "default-namespace=shop");
        Reading other = Reading.of(everywhere);

        assertThat(shop.grants()).containsExactly(GRANT);
        assertThat(shop.findings()).isEmpty();
        assertThat(other.grants()).isEmpty();
        assertThat(other.findings()).containsExactly("ERROR SMI2301 TrafficTarget spec.destination.namespace");
    }

    @Test
    void of_aTargetOfANamespaceThatIsNone_grantsNothing() {
        Reading reading = Reading.ofShop(GOOD.replace("name: t, namespace: shop", "name: t, namespace: '*'"));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(PolicyCode.NAME_INVALID))
                .containsExactly("ERROR SMI2003 TrafficTarget */t metadata.namespace: \"*\" is not the name of a"
                        + " namespace");
    }

    @Test
    void of_aTargetTwiceAlike_isOne() {
        Reading reading = Reading.ofShop(GOOD + "---\n" + GOOD);

        assertThat(reading.grants()).containsExactly(GRANT);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.lines(PolicyCode.DUPLICATE_EQUAL)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"matches: [api], matches: [root]", "v1alpha4, v1alpha3", "name: edge, name: other"})
    void of_aTargetTwiceDifferently_grantsNothingAndCloses(String text, String other) {
        String different = GOOD.replace(text, other);
        Reading reading = Reading.ofShop(GOOD + "---\n" + different);
        Reading reversed = Reading.ofShop(different + "---\n" + GOOD);

        assertThat(reading.grants()).isEmpty();
        assertThat(reversed.grants()).isEmpty();
        assertThat(reading.closed()).isEqualTo(reversed.closed()).contains("web");
        assertThat(reading.lines(PolicyCode.DUPLICATE_DIFFERENT))
                .hasSize(2)
                .containsOnly(
                        "ERROR SMI2002 TrafficTarget shop/t: is given more than once, and not always alike; none is"
                                + " used");
    }

    @Test
    void of_twoDestinationsUnderOneName_closesBoth() {
        String other = GOOD.replace("name: web,", "name: api,");
        Reading reading = Reading.ofShop(GOOD + "---\n" + other, "default-deny=destinations");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).containsExactly("api", "web");
    }

    @ParameterizedTest
    @CsvSource({"matches: [api], matches: 5", "v1alpha4, v1alpha9", "kind: ServiceAccount, kind: 5"})
    void of_aTargetAndAFaultyOneOfItsName_grantsNothing(String text, String other) {
        Reading reading = Reading.ofShop(GOOD + "---\n" + GOOD.replace(text, other));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).contains("web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specs.smi-spec.io/v1alpha4|HTTPRouteGroup|routes|{matches: [{name: api, pathRegex: /}]}",
                "specs.smi-spec.io/v1alpha4|TCPRoute|admin|{matches: {ports: [80]}}",
                "specs.smi-spec.io/v1alpha3|TCPRoute|admin|{}",
                "specs.smi-spec.io/v1alpha9|TCPRoute|admin|{}",
                "specs.smi-spec.io/v1alpha4|HTTPRouteGroup|routes|5"
            })
    void of_aTrafficSpecTwiceDifferently_emptiesItsPart(String second) {
        String[] parts = second.split("\\|");
        Reading reading = Reading.ofShop(Reading.target(RULE + ", " + TCP) + """
                ---
                apiVersion: %s
                kind: %s
                metadata: {name: %s, namespace: shop}
                spec: %s
                """.formatted((Object[]) parts));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).anyMatch(finding -> finding.startsWith("ERROR SMI2002 " + parts[1]));
        assertThat(reading.findings()).noneMatch(finding -> finding.contains("SMI2334"));
    }

    @ParameterizedTest
    @CsvSource({
        "'spec:', 'zone: b\nspec:', zone",
        "'spec:', 'spec:\n  zone: b', spec.zone",
        "'spec:', 'spec:\n  rule: []', spec.rule"
    })
    void of_anUnknownFieldOfATarget_isAWarning(String text, String other, String path) {
        Reading reading = Reading.ofShop(GOOD.replace(text, other));

        assertThat(reading.grants()).containsExactly(GRANT);
        assertThat(reading.findings()).containsExactly("WARNING SMI2005 TrafficTarget " + path);
    }

    @Test
    void of_aStatus_isNoUnknownField() {
        assertThat(Reading.ofShop(GOOD + "status: {phase: done}\n").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'name: routes,', 'name: routes, match: [api],', spec.rules[0].match",
        "'name: edge,', 'name: edge, zone: b,', spec.sources[0].zone",
        "'name: web,', 'name: web, ports: [80],', spec.destination.ports"
    })
    void of_anUnknownFieldOfASubjectOrRule_takesTheUnitAway(String text, String other, String path) {
        Reading reading = Reading.ofShop(GOOD.replace(text, other));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).contains("web");
        assertThat(reading.findings()).containsExactly("ERROR SMI2006 TrafficTarget " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sources: null", "sources: 5", "sources: {}", "sources: [5]"})
    void of_sourcesThatCannotBeRead_grantsNothing(String sources) {
        Reading reading = Reading.ofShop(GOOD.replaceAll("sources:.*", sources));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).contains("web");
        assertThat(reading.findings())
                .hasSize(1)
                .allMatch(f -> f.startsWith("ERROR SMI1106 TrafficTarget spec.sources"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules: null", "rules: 5", "rules: {}", "rules: [5]"})
    void of_rulesThatCannotBeRead_grantsNothing(String rules) {
        Reading reading = Reading.ofShop(GOOD.replaceAll("rules:.*", rules));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).hasSize(1).allMatch(f -> f.startsWith("ERROR SMI1106 TrafficTarget spec.rules"));
    }

    @Test
    void of_rulesUnderTheNameOfAnotherVersion_grantsNothing() {
        String both = GOOD.replace("  rules:", "  specs: []\n  rules:");

        assertThat(Reading.ofShop(GOOD.replace("  rules:", "  specs:")).grants())
                .isEmpty();
        assertThat(Reading.ofShop(both).grants()).isEmpty();
        assertThat(Reading.ofShop(both).findings()).containsExactly("ERROR SMI1109 TrafficTarget spec.specs");
    }

    @Test
    void of_metadataThatCannotBeRead_grantsNothing() {
        Reading reading =
                Reading.ofShop(GOOD.replace("namespace: shop}\nspec", "namespace: shop, labels: {a: 5}}\nspec"));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).contains("web");
    }

    @Test
    void of_aFaultBehindAFaultySource_isReportedAtItsPlace() {
        Reading reading = Reading.ofShop(GOOD.replace("sources: [", "sources: [5, {kind: Group, name: g}, "));

        assertThat(reading.grants()).containsExactly(GRANT);
        assertThat(reading.findings())
                .containsExactlyInAnyOrder(
                        "ERROR SMI1106 TrafficTarget spec.sources[0]",
                        "ERROR SMI2303 TrafficTarget spec.sources[1].kind",
                        "WARNING SMI2302 TrafficTarget spec.sources[1]");
    }

    @Test
    void of_theOldShape_reportsThePathsOfTheDocument() {
        Reading reading = Reading.ofShop("""
                apiVersion: access.smi-spec.io/v1alpha1
                kind: TrafficTarget
                metadata: {name: t, namespace: shop}
                destination: {kind: ServiceAccount, name: web, namespace: shop}
                sources: [{kind: ServiceAccount, name: '*', namespace: shop}]
                specs: [{kind: TCPRoute, name: missing}]
                """);

        assertThat(reading.findings())
                .containsExactly(
                        "ERROR SMI2304 TrafficTarget sources[0].name", "ERROR SMI2334 TrafficTarget specs[0].name");
    }

    @Test
    void of_oneFaultyTarget_leavesTheOthersAsTheyAre() {
        String faulty = Reading.target("{kind: GRPCRoute, name: x}").replace("name: t,", "name: u,");

        assertThat(Reading.ofShop(GOOD + "---\n" + faulty).grants())
                .isEqualTo(Reading.ofShop(GOOD).grants());
    }

    @Test
    void of_theSameDocumentsInAnyOrder_isTheSame() {
        for (String bundle : Bundles.all().values()) {
            Reading first = Reading.of(bundle);
            List<String> documents = new ArrayList<>(Arrays.asList(bundle.split("---\n")));
            for (int seed = 0; seed < 5; seed++) {
                Collections.shuffle(documents, new Random(seed));
                Reading shuffled = Reading.of(String.join("---\n", documents));
                assertThat(shuffled.grants()).isEqualTo(first.grants());
                assertThat(shuffled.sources()).isEqualTo(first.sources());
                assertThat(shuffled.closed()).isEqualTo(first.closed());
            }
        }
    }

    @Test
    void uses_ofATarget_areItsTrafficSpecsAndBindings() {
        Reading reading = Reading.ofShop(
                Reading.target("{kind: IdentityBinding, name: b, namespace: shop}", Reading.SOURCE, RULE + ", " + TCP)
                        + Reading.binding("b", "{serviceAccount: web}"));

        assertThat(reading.policy().targets().get(0).uses())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "HTTPRouteGroup shop/routes", "IdentityBinding shop/b", "TCPRoute shop/admin");
        assertThat(reading.policy().targets().get(0)).hasToString("TrafficTarget shop/t");
    }
}
