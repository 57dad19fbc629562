package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a TrafficSplit says by itself: its names, weights and conditions. No Service is known. */
class SplitReadingTest {
    private static final String SERVICES = "service: web, ";
    private static final String BACKENDS = "backends: [{service: v1, weight: 9}, {service: v2, weight: 1}]";

    private static String split(String version, String spec) {
        return """
                ---
                apiVersion: split.smi-spec.io/%s
                kind: TrafficSplit
                metadata: {name: canary, namespace: shop}
                spec: {%s}
                """.formatted(version, spec);
    }

    private static Reading read(String spec) {
        return Reading.of(split("v1alpha4", spec));
    }

    private static Reading readBackends(String backends) {
        return read(SERVICES + "backends: [" + backends + "]");
    }

    /** A split for requests of groups, with the groups of {@link Bundles}. */
    private static Reading readMatches(String matches) {
        return Reading.of(Bundles.GROUP + split("v1alpha4", SERVICES + BACKENDS + ", matches: " + matches));
    }

    @Test
    void of_aSplitWithoutMatches_isForAllRequests() {
        assertThat(read(SERVICES + BACKENDS).routes()).containsExactly("web:* [] v1=9 v2=1");
        assertThat(read(SERVICES + BACKENDS).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "web.shop", "web.shop.svc", "web.shop.svc.cluster.local"})
    void of_anyNameOfAService_isTheService(String name) {
        assertThat(read("service: " + name + ", " + BACKENDS).routes()).containsExactly("web:* [] v1=9 v2=1");
        assertThat(readBackends("{service: " + name + ", weight: 1}").routes()).containsExactly("web:* [] web=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "web.dev|\"web.dev\" is a Service of the namespace dev, the split is in shop",
                "web.dev.svc|\"web.dev.svc\" is a Service of the namespace dev, the split is in shop",
                "web.shop.pod|\"web.shop.pod\" is neither web.shop nor web.shop.svc nor web.shop.svc.cluster.local",
                "web.shop.svc.a|\"web.shop.svc.a\" is neither web.shop nor web.shop.svc nor web.shop.svc.cluster.local"
            })
    void of_aServiceOfAnotherNamespace_isNoSplit(String name, String message) {
        Reading reading = readBackends("{service: v1, weight: 1}, {service: " + name + ", weight: 1}");

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SERVICE_ELSEWHERE))
                .containsExactly("ERROR SMI2004 TrafficSplit shop/canary spec.backends[1].service: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'*'", "Web", "web..shop", "web_v1", "-web", "''"})
    void of_aTextThatIsNoService_isNoSplit(String name) {
        assertThat(readBackends("{service: v1, weight: 1}, {service: " + name + ", weight: 1}")
                        .findings())
                .containsExactly("ERROR SMI2003 TrafficSplit spec.backends[1].service");
        assertThat(read("service: " + name + ", " + BACKENDS).findings())
                .containsExactly("ERROR SMI2003 TrafficSplit spec.service");
        assertThat(read("service: " + name + ", " + BACKENDS).routes()).isEmpty();
    }

    @Test
    void of_aNamespaceThatIsNone_isNoSplit() {
        Reading reading =
                Reading.of(split("v1alpha4", SERVICES + BACKENDS).replace("namespace: shop", "namespace: a.b"));

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.NAME_INVALID))
                .containsExactly("ERROR SMI2003 TrafficSplit a.b/canary metadata.namespace: \"a.b\" is not the name of"
                        + " a namespace");
    }

    @Test
    void of_noBackend_isNoSplit() {
        assertThat(readBackends("").routes()).isEmpty();
        assertThat(readBackends("").lines(PolicyCode.SPLIT_WITHOUT_BACKEND))
                .containsExactly(
                        "ERROR SMI2101 TrafficSplit shop/canary spec.backends: has no backend; the split is not"
                                + " emitted");
    }

    @Test
    void of_noWeightAboveZero_isNoSplit() {
        Reading reading = readBackends("{service: v1, weight: 0}, {service: v2, weight: 0}");

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_WEIGHTS_ZERO))
                .containsExactly("ERROR SMI2102 TrafficSplit shop/canary spec.backends: all weights are 0; the split is"
                        + " not emitted");
    }

    @Test
    void of_noWeightAboveZeroBesideAFault_saysTheFaultOnly() {
        assertThat(readBackends("{service: v1, weight: 0}, {service: V2, weight: 0}")
                        .findings())
                .containsExactly("ERROR SMI2003 TrafficSplit spec.backends[1].service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5", "-0.5", "500m"})
    void of_aWeightThatIsNoWholeNumber_isNoSplit(String weight) {
        Reading reading = readBackends("{service: v1, weight: 1}, {service: v2, weight: " + weight + "}");

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.findings()).containsExactly("ERROR SMI2104 TrafficSplit spec.backends[1].weight");
    }

    @Test
    void of_aWeightThatIsNoWholeNumber_saysWhichItWas() {
        assertThat(readBackends("{service: v1, weight: -5}").lines(PolicyCode.SPLIT_WEIGHT))
                .containsExactly(
                        "ERROR SMI2104 TrafficSplit shop/canary spec.backends[0].weight: must be a whole number"
                                + " >= 0, was -5");
    }

    @Test
    void of_fractionsOfTheFirstVersion_areScaledTogether() {
        Reading reading = Reading.of(
                split("v1alpha1", SERVICES + "backends: [{service: v1, weight: 900m}, {service: v2, weight: 100m}]"));

        assertThat(reading.routes()).containsExactly("web:* [] v1=9 v2=1");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void of_aNegativeFractionOfTheFirstVersion_isNoSplit() {
        Reading reading = Reading.of(
                split("v1alpha1", SERVICES + "backends: [{service: v1, weight: 1}, {service: v2, weight: -100m}]"));

        assertThat(reading.findings()).containsExactly("ERROR SMI2104 TrafficSplit spec.backends[1].weight");
    }

    @Test
    void of_aBackendTwice_addsItsWeights() {
        Reading reading =
                readBackends("{service: v1, weight: 5}, {service: v2, weight: 1}, {service: v1.shop, weight: 4}");

        assertThat(reading.routes()).containsExactly("web:* [] v1=9 v2=1");
        assertThat(reading.findings()).containsExactly("WARNING SMI2105 TrafficSplit spec.backends[2].service");
        assertThat(reading.lines(PolicyCode.SPLIT_BACKEND_TWICE))
                .containsExactly("WARNING SMI2105 TrafficSplit shop/canary spec.backends[2].service: the backend v1 is"
                        + " given twice; its weights were added");
    }

    @Test
    void of_aBackendThatIsTheRoot_isSaidOfThatBackendOnly() {
        assertThat(readBackends("{service: v1, weight: 1}, {service: web, weight: 1}")
                        .findings())
                .containsExactly("WARNING SMI2106 TrafficSplit spec.backends[1].service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service: web, weight: 5, backends: [{service: v1, weight: 1}]|spec.weight",
                "service: web, backends: [{service: v1, weight: 1, port: 80}]|spec.backends[0].port"
            })
    void of_anUnknownField_isAWarning(String spec, String path) {
        assertThat(read(spec).routes()).containsExactly("web:* [] v1=1");
        assertThat(read(spec).findings()).containsExactly("WARNING SMI2005 TrafficSplit " + path);
    }

    @Test
    void of_anUnknownFieldBesideTheSpec_isAWarning() {
        Reading reading = Reading.of(split("v1alpha4", SERVICES + BACKENDS) + "zone: b\nstatus: {any: thing}\n");

        assertThat(reading.findings()).containsExactly("WARNING SMI2005 TrafficSplit zone");
    }

    @Test
    void of_aGroup_isForItsMatches() {
        assertThat(readMatches("[{kind: HTTPRouteGroup, name: routes}]").routes())
                .containsExactly("web:* [api, admin, orders, root] v1=9 v2=1");
        assertThat(readMatches("[{kind: HTTPRouteGroup, name: routes, apiGroup: specs.smi-spec.io}]")
                        .findings())
                .isEmpty();
    }

    @Test
    void of_aGroupTwice_hasEachMatchOnce() {
        Reading reading = readMatches("[{kind: HTTPRouteGroup, name: routes}, {kind: HTTPRouteGroup, name: routes}]");

        assertThat(reading.routes()).containsExactly("web:* [api, admin, orders, root] v1=9 v2=1");
    }

    @Test
    void of_anEmptyListOfMatches_isNoSplit() {
        assertThat(readMatches("[]").routes()).isEmpty();
        assertThat(readMatches("[]").lines(PolicyCode.SPLIT_MATCHES_EMPTY))
                .containsExactly("ERROR SMI2109 TrafficSplit shop/canary spec.matches: is an empty list; the split is"
                        + " not emitted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: TCPRoute, name: routes}|\"TCPRoute\"",
                "{kind: HTTPRouteGroup, name: routes, apiGroup: example.com}|\"HTTPRouteGroup\" of \"example.com\"",
                "{kind: Any, name: routes, apiGroup: specs.smi-spec.io}|\"Any\" of \"specs.smi-spec.io\""
            })
    void of_aReferenceToAnotherKind_isNoSplit(String reference, String kind) {
        Reading reading = readMatches("[{kind: HTTPRouteGroup, name: routes}, " + reference + "]");

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_MATCH_KIND))
                .containsExactly("ERROR SMI2110 TrafficSplit shop/canary spec.matches[1]: refers to the kind " + kind
                        + ", expected HTTPRouteGroup");
    }

    @Test
    void of_anUnknownFieldOfAReference_isNoSplit() {
        Reading reading = readMatches("[{kind: HTTPRouteGroup, name: routes, matches: [api]}]");

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.findings()).containsExactly("ERROR SMI2006 TrafficSplit spec.matches[0].matches");
    }

    @Test
    void of_aGroupThatIsMissing_isNoSplitAndNamesTheNearest() {
        Reading reading = readMatches("[{kind: HTTPRouteGroup, name: route}]");

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_GROUP_MISSING))
                .containsExactly("ERROR SMI2111 TrafficSplit shop/canary spec.matches[0].name: the input has no"
                        + " HTTPRouteGroup \"route\" in the namespace shop; the split is not emitted");
        assertThat(reading.helps(PolicyCode.SPLIT_GROUP_MISSING))
                .containsExactly("Did you mean \"routes\"? " + PolicyCode.SPLIT_GROUP_MISSING.help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{matches: []}", "{matches: [{name: a}]}", "{matches: [{name: a, pathRegex: /}, 5]}", "5"})
    void of_aGroupWithFaults_isNoSplit(String group) {
        Reading reading = Reading.of("""
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: faulty, namespace: shop}
                spec: %s
                """.formatted(group)
                + split("v1alpha4", SERVICES + BACKENDS + ", matches: [{kind: HTTPRouteGroup, name: faulty}]"));

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_GROUP_MISSING)).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_GROUP_UNUSABLE))
                .containsExactly("ERROR SMI2112 TrafficSplit shop/canary spec.matches[0].name: the HTTPRouteGroup"
                        + " \"faulty\" has faults or no match; the split is not emitted");
    }
}
