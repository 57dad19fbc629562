package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a binding says besides whom it binds, and what a part of it that is at fault does to the others. */
class IdentityBindingsTest {
    private static final String WEB = "{kind: ServiceAccount, name: web, namespace: shop}";
    private static final String BOUND = "{kind: IdentityBinding, name: b, namespace: shop}";
    private static final String RULE = "{kind: HTTPRouteGroup, name: routes, matches: [api]}";

    private static Reading source(String binding) {
        return Reading.ofShop(Reading.target(WEB, BOUND, RULE) + binding);
    }

    private static Reading destination(String binding) {
        return Reading.ofShop(Reading.target(BOUND, Reading.SOURCE, RULE) + binding, "default-deny=destinations");
    }

    @Test
    void of_unknownFieldsBesideTheSchemes_areWarnings() {
        String binding = Reading.binding("b", "{serviceAccount: api}");
        Reading reading = source(binding.replace("spec: {", "status: {any: thing}\nzone: a\nspec: {zone: b, "));

        assertThat(reading.sources()).containsExactly("shop/api");
        assertThat(reading.findings())
                .containsExactlyInAnyOrder(
                        "WARNING SMI2005 IdentityBinding zone", "WARNING SMI2005 IdentityBinding spec.zone");
    }

    @Test
    void of_aNamespaceThatIsNone_isNobody() {
        Reading reading = Reading.ofShop(Reading.target(WEB, BOUND.replace("shop", "a.b"), RULE)
                + Reading.binding("b", "a.b", "{serviceAccount: api}"));

        assertThat(reading.sources()).isEmpty();
        assertThat(reading.lines(PolicyCode.NAME_INVALID))
                .contains("ERROR SMI2003 IdentityBinding a.b/b metadata.namespace: \"a.b\" is not the name of a"
                        + " namespace");
    }

    @ParameterizedTest
    @CsvSource({
        "'{podLabelSelector: {matchLabels: {\"a b\": c}}}', '\"a b\" is not the key of a label'",
        "'{podLabelSelector: {matchLabels: {app: \"a b\"}}}', '\"a b\" is not the value of a label'"
    })
    void of_aLabelThatIsNone_saysWhichPartOfIt(String schemes, String message) {
        assertThat(source(Reading.binding("b", schemes)).lines(AccessCode.LABEL_INVALID))
                .singleElement()
                .asString()
                .endsWith(": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "'{serviceAccount: default}', spec.schemes.serviceAccount",
        "'{spiffeIdentities: [cluster.local/ns/shop/sa/default]}', spec.schemes.spiffeIdentities[0]"
    })
    void of_theAccountDefault_isAWarning(String schemes, String path) {
        Reading reading = source(Reading.binding("b", schemes));

        assertThat(reading.sources()).containsExactly("shop/default");
        assertThat(reading.findings()).containsExactly("WARNING SMI2305 IdentityBinding " + path);
    }

    @Test
    void of_aFaultyIdBehindATextOfAnotherType_isReportedAtItsPlace() {
        Reading reading = source(Reading.binding("b", "{spiffeIdentities: [5, 'a', cluster.local/ns/shop/sa/api]}"));

        assertThat(reading.sources()).containsExactly("shop/api");
        assertThat(reading.findings())
                .containsExactlyInAnyOrder(
                        "ERROR SMI1106 IdentityBinding spec.schemes.spiffeIdentities[0]",
                        "ERROR SMI2311 IdentityBinding spec.schemes.spiffeIdentities[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{serviceAccount: web, spiffeIdentities: [a]}",
                "{serviceAccount: web, spiffeIdentities: [5]}",
                "{podLabelSelector: {matchLabels: {app: web}}, spiffeIdentities: [a]}",
                "{serviceAccount: web, spiffeIdentities: [cluster.local/ns/shop/sa/none]}",
                "{podLabelSelector: {matchLabels: {app: none}}, spiffeIdentities: [cluster.local/ns/shop/sa/web]}"
            })
    void of_aDestinationThatIsKnownInPart_closesItsNamespace(String schemes) {
        Reading reading = destination(Reading.binding("b", schemes));

        assertThat(reading.destinations()).containsExactly("web");
        assertThat(reading.closed()).containsExactly("api", "batch", "web");
        assertThat(reading.lines(AccessCode.SCOPE_WIDENED)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{serviceAccount: web, spiffeIdentities: [partner.example/x]}",
                "{podLabelSelector: {matchLabels: {app: web}}, spiffeIdentities: [cluster.local/ns/shop/sa/web]}"
            })
    void of_aDestinationThatIsKnown_closesItAlone(String schemes) {
        Reading reading = destination(Reading.binding("b", schemes));

        assertThat(reading.closed()).containsExactly("web");
        assertThat(reading.lines(AccessCode.SCOPE_WIDENED)).isEmpty();
    }

    @Test
    void of_aForeignDestination_saysOnceThatItNamesNoPod() {
        Reading foreign = destination(Reading.binding("b", "{spiffeIdentities: [partner.example/x]}"));
        Reading absent = destination(
                Reading.binding("b", "{spiffeIdentities: [partner.example/x, cluster.local/ns/shop/sa/none]}"));

        assertThat(foreign.lines(AccessCode.DESTINATION_WITHOUT_WORKLOAD))
                .containsExactly(
                        "ERROR SMI2322 TrafficTarget shop/t spec.destination: the IdentityBinding b names no pod"
                                + " here");
        assertThat(absent.lines(AccessCode.DESTINATION_WITHOUT_WORKLOAD))
                .containsExactly(
                        "ERROR SMI2322 TrafficTarget shop/t spec.destination: no workload of the namespace shop"
                                + " runs under the service account \"none\"");
    }

    @Test
    void of_aFaultyBindingAsDestination_leavesItsFaultToSayWhy() {
        assertThat(destination(Reading.binding("b", "{}")).findings())
                .containsExactlyInAnyOrder(
                        "ERROR SMI2307 IdentityBinding spec.schemes", "WARNING SMI2342 TrafficTarget spec.destination");
    }

    @Test
    void of_labelsInAnOpenNamespace_standForPodsThatAreNotKnown() {
        Reading reading = Reading.ofShop(
                Reading.target(BOUND, Reading.SOURCE, RULE)
                        + Reading.binding("b", "{podLabelSelector: {matchLabels: {app: web}}}"),
                "partial-inventory=true");

        assertThat(reading.destinations()).containsExactly("app=web", "web");
    }

    @Test
    void of_aBindingWhoseNameTheClusterMakes_cannotBeNamed() {
        String generated = Reading.binding("b", "{serviceAccount: api}").replace("{name: b,", "{generateName: b,");
        Reading reading = Reading.ofShop(Reading.target(WEB, BOUND.replace("name: b", "name: 'b*'"), RULE) + generated);

        assertThat(reading.sources()).isEmpty();
        assertThat(reading.findings()).contains("ERROR SMI2306 TrafficTarget spec.sources[0].name");
    }

    @Test
    void of_aBindingThatATargetNames_isOneThatItUses() {
        Reading asSource = source(Reading.binding("b", "{serviceAccount: api}"));
        Reading asDestination = destination(Reading.binding("b", "{serviceAccount: web}"));

        for (Reading reading : new Reading[] {asSource, asDestination}) {
            assertThat(reading.policy().targets().get(0).uses())
                    .extracting(ref -> ref.kind() + " " + ref.name())
                    .containsExactly("HTTPRouteGroup routes", "IdentityBinding b");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{kind: Group, name: edge, namespace: shop}', 'refers to the kind \"Group\", expected'",
        "'{kind: IdentityBinding, group: rbac, name: b, namespace: shop}',"
                + " 'refers to the kind \"IdentityBinding\" of \"rbac\", expected'"
    })
    void of_aSubjectOfAnotherKind_saysWhich(String subject, String message) {
        assertThat(Reading.ofShop(Reading.target(WEB, subject, RULE)).lines(AccessCode.SUBJECT_KIND))
                .containsExactly("ERROR SMI2303 TrafficTarget shop/t spec.sources[0].kind: " + message
                        + " ServiceAccount, or IdentityBinding of access.smi-spec.io");
    }

    @Test
    void of_aBindingWithTheGroupOfItsKind_isFound() {
        String subject = BOUND.replace("name: b", "group: access.smi-spec.io, name: b");

        assertThat(Reading.ofShop(Reading.target(WEB, subject, RULE) + Reading.binding("b", "{serviceAccount: api}"))
                        .sources())
                .containsExactly("shop/api");
    }
}
