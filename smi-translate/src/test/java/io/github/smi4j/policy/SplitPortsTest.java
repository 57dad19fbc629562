package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On which ports of the root a split applies, and to which of its backends. */
class SplitPortsTest {
    private static final String WEB = service("web", "{port: 443}, {port: 80}");
    private static final String SPLIT = split("canary", "[{service: v1, weight: 9}, {service: v2, weight: 1}]");

    /** A workload: its namespace is taken to be known as a whole. */
    private static final String POD = """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: any, namespace: shop}
            spec: {containers: []}
            """;

    private static String service(String name, String ports) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: shop}
                spec: {selector: {app: %s}, ports: [%s]}
                """.formatted(name, name, ports);
    }

    private static String split(String name, String backends) {
        return """
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: %s, namespace: shop}
                spec: {service: web, backends: %s}
                """.formatted(name, backends);
    }

    /** A split of the same root for the requests of a match alone. */
    private static String conditional(String name, String backends) {
        return split(name, backends)
                        .replace("service: web,", "service: web, matches: [{kind: HTTPRouteGroup, name: one}],")
                + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: one, namespace: shop}
                spec: {matches: [{name: get, methods: [GET]}]}
                """;
    }

    private static String backend(int number, String rest) {
        return " TrafficSplit shop/canary spec.backends[" + number + "].service: " + rest;
    }

    @Test
    void of_backendsThatHaveEveryPort_splitsEveryPortInOrder() {
        String ports = "{port: 80}, {port: 443}, {port: 90}";
        Reading reading = Reading.of(WEB + service("v1", ports) + service("v2", ports) + SPLIT);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9 v2=1", "web:443/TCP [] v1=9 v2=1");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void of_aBackendWithoutAPort_takesNoPartOnIt() {
        Reading reading = Reading.of(
                WEB + service("v1", "{port: 80}, {port: 443}") + service("v2", "{port: 443, protocol: UDP}") + SPLIT);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9", "web:443/TCP [] v1=9");
        assertThat(reading.lines(PolicyCode.BACKEND_WITHOUT_PORT))
                .containsExactly("WARNING SMI2116"
                        + backend(1, "the Service v2 has no port 80/TCP, 443/TCP; the backend takes no part on it"));
        assertThat(reading.findings()).hasSize(1);
    }

    @Test
    void of_aPortThatNoBackendHas_isNotSplit() {
        Reading reading = Reading.of(WEB + service("v1", "{port: 80}") + service("v2", "{port: 80}") + SPLIT);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9 v2=1");
        assertThat(reading.lines(PolicyCode.PORT_UNSPLIT))
                .containsExactly(
                        "ERROR SMI2117 TrafficSplit shop/canary spec.backends: no backend with a weight above 0"
                                + " has the port 443/TCP of web; the port stays unsplit");
    }

    @Test
    void of_aPortThatBackendsOfWeightZeroHave_isNotSplit() {
        String split = split("canary", "[{service: v1, weight: 9}, {service: v2, weight: 0}]");
        Reading reading =
                Reading.of(WEB + service("v1", "{port: 80}") + service("v2", "{port: 80}, {port: 443}") + split);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9 v2=0");
        assertThat(reading.lines(PolicyCode.PORT_UNSPLIT)).hasSize(1);
    }

    @Test
    void of_aPortThatOneOfTwoSplitsHasNoBackendFor_isNotSplitByEither() {
        String both = "{port: 80}, {port: 443}";
        Reading reading = Reading.of(WEB
                + service("v1", both)
                + service("v2", both)
                + service("beta", "{port: 80}")
                + SPLIT
                + conditional("beta", "[{service: beta, weight: 1}]"));

        assertThat(reading.routes()).containsExactly("web:80/TCP [get] beta=1", "web:80/TCP [] v1=9 v2=1");
        assertThat(reading.lines(PolicyCode.PORT_UNSPLIT))
                .containsExactly(
                        "ERROR SMI2117 TrafficSplit shop/beta spec.backends: no backend with a weight above 0 has the"
                                + " port 443/TCP of web; the port stays unsplit",
                        "ERROR SMI2117 TrafficSplit shop/canary spec.service: the other split of the root has no backend"
                                + " for the port 443/TCP of web; the port stays unsplit");
    }

    @Test
    void of_aBackendThatIsNotKnown_isTakenToHaveThePorts() {
        Reading reading = Reading.of(WEB + service("v1", "{port: 80}, {port: 443}") + SPLIT);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9 v2=1", "web:443/TCP [] v1=9 v2=1");
        assertThat(reading.lines(PolicyCode.BACKEND_UNKNOWN))
                .containsExactly("WARNING SMI2120"
                        + backend(
                                1,
                                "the input does not tell whether the Service v2 exists; it is taken to have the ports of"
                                        + " web"));
    }

    @Test
    void of_aBackendThatCannotBeRead_isTakenToHaveThePorts() {
        Reading reading =
                Reading.of(WEB + service("v1", "{port: 80}, {port: 443}") + service("v2", "{port: x}") + POD + SPLIT);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9 v2=1", "web:443/TCP [] v1=9 v2=1");
        assertThat(reading.lines(PolicyCode.SERVICE_UNREADABLE))
                .containsExactly("WARNING SMI2122"
                        + backend(1, "the Service v2 is in the input, but cannot be read, or is given in two ways"));
        assertThat(reading.lines(PolicyCode.BACKEND_UNKNOWN)).isEmpty();
    }

    @Test
    void of_aBackendThatDoesNotExist_takesNoPart() {
        Reading reading = Reading.of(WEB + service("v1", "{port: 80}, {port: 443}") + POD + SPLIT);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9", "web:443/TCP [] v1=9");
        assertThat(reading.lines(PolicyCode.BACKEND_MISSING))
                .containsExactly(
                        "WARNING SMI2115" + backend(1, "the namespace has no Service v2; the backend takes no part"));
        assertThat(reading.lines(PolicyCode.BACKEND_MISSING_UNUSED)).isEmpty();
    }

    @Test
    void of_aBackendOfWeightZeroThatDoesNotExist_staysWithoutTraffic() {
        String split = split("canary", "[{service: v1, weight: 9}, {service: v2, weight: 0}]");
        Reading reading = Reading.of(WEB + service("v1", "{port: 80}, {port: 443}") + POD + split);

        assertThat(reading.routes()).containsExactly("web:80/TCP [] v1=9 v2=0", "web:443/TCP [] v1=9 v2=0");
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.lines(PolicyCode.BACKEND_MISSING_UNUSED))
                .containsExactly(
                        "INFO SMI2114" + backend(1, "the namespace has no Service v2; it takes no traffic yet"));
    }

    @Test
    void of_aBackendThatDoesNotExist_namesAServiceThatIsNotUsedYet() {
        String split = split("canary", "[{service: web-1, weight: 9}, {service: wbe, weight: 1}]");
        Reading used = Reading.of(WEB + service("web-1", "{port: 80}, {port: 443}") + POD + split);
        Reading other = Reading.of(
                WEB + service("web-1", "{port: 80}, {port: 443}") + service("wbx", "{port: 80}") + POD + split);

        assertThat(used.helps(PolicyCode.BACKEND_MISSING)).containsExactly(PolicyCode.BACKEND_MISSING.help());
        assertThat(other.helps(PolicyCode.BACKEND_MISSING))
                .containsExactly("Did you mean \"wbx\"? " + PolicyCode.BACKEND_MISSING.help());
    }

    @Test
    void of_aRootThatDoesNotExist_isNoSplit() {
        Reading reading = Reading.of(service("v1", "{port: 80}") + service("v2", "{port: 80}") + POD + SPLIT);

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.ROOT_MISSING))
                .containsExactly(
                        "ERROR SMI2118 TrafficSplit shop/canary spec.service: the namespace has no Service web");
    }

    @Test
    void of_aRootWithoutPorts_isNoSplit() {
        Reading reading =
                Reading.of(service("web", "") + service("v1", "{port: 80}") + service("v2", "{port: 80}") + SPLIT);

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.ROOT_WITHOUT_PORTS))
                .containsExactly("ERROR SMI2121 TrafficSplit shop/canary spec.service: the Service web has no ports");
        assertThat(reading.findings()).hasSize(1);
    }

    @Test
    void of_aRootThatIsNotKnown_isSplitOnAllPortsByWhatIsThere() {
        Reading reading = Reading.of(service("v1", "{port: 80}") + SPLIT);

        assertThat(reading.routes()).containsExactly("web:* [] v1=9 v2=1");
        assertThat(reading.lines(PolicyCode.ROOT_UNKNOWN))
                .containsExactly(
                        "INFO SMI2119 TrafficSplit shop/canary spec.service: the ports of the Service are not known");
        assertThat(reading.findings()).isEmpty();
    }

    @Test
    void of_aRootThatCannotBeRead_isSplitOnAllPortsByTheBackendsThatExist() {
        Reading reading = Reading.of(service("web", "{port: x}") + service("v1", "{port: 80}") + POD + SPLIT);

        assertThat(reading.routes()).containsExactly("web:* [] v1=9");
        assertThat(reading.lines(PolicyCode.ROOT_UNKNOWN)).isEmpty();
        assertThat(reading.lines(PolicyCode.SERVICE_UNREADABLE))
                .containsExactly(
                        "WARNING SMI2122 TrafficSplit shop/canary spec.service: the Service web is in the input,"
                                + " but cannot be read, or is given in two ways");
        assertThat(reading.lines(PolicyCode.BACKEND_MISSING))
                .containsExactly(
                        "WARNING SMI2115" + backend(1, "the namespace has no Service v2; the backend takes no part"));
    }

    @Test
    void of_aRootThatCannotBeReadAndNoBackend_isNoSplit() {
        Reading reading = Reading.of(service("web", "{port: x}") + POD + SPLIT);

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.PORT_UNSPLIT))
                .containsExactly(
                        "ERROR SMI2117 TrafficSplit shop/canary spec.backends: no backend with a weight above 0"
                                + " has a port of web; the port stays unsplit");
    }

    @Test
    void of_twoSplitsOfOneSort_emitsNeither() {
        String other = split("other", "[{service: v1, weight: 1}]");

        assertThat(Reading.of(SPLIT + other).routes()).isEmpty();
        assertThat(Reading.of(SPLIT + other).lines(PolicyCode.SPLIT_ROOT_TWICE))
                .containsExactly(
                        "ERROR SMI2108 TrafficSplit shop/canary spec.service: 2 splits have the root web, expected at most"
                                + " one with matches and one without; none is emitted",
                        "ERROR SMI2108 TrafficSplit shop/other spec.service: 2 splits have the root web, expected at most"
                                + " one with matches and one without; none is emitted");
    }

    @Test
    void of_aThirdSplitOfARoot_emitsNone() {
        String other = split("other", "[{service: v1, weight: 1}]");
        Reading reading = Reading.of(SPLIT + other + conditional("beta", "[{service: beta, weight: 1}]"));

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_ROOT_TWICE)).hasSize(3);
    }

    @Test
    void of_aPairOfOneRoot_emitsBothTheConditionalFirst() {
        Reading reading = Reading.of(SPLIT + conditional("beta", "[{service: beta, weight: 1}]"));

        assertThat(reading.routes()).containsExactly("web:* [get] beta=1", "web:* [] v1=9 v2=1");
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight: 1", "weight: -1", "weight: x"})
    void of_aPairOfWhichOneIsFaulty_emitsTheSoundOneOnlyBesideASoundOne(String weight) {
        Reading reading = Reading.of(SPLIT + conditional("beta", "[{service: beta, " + weight + "}]"));
        boolean sound = weight.equals("weight: 1");

        assertThat(reading.routes()).hasSize(sound ? 2 : 0);
        assertThat(reading.lines(PolicyCode.SPLIT_PARTNER_FAULTY))
                .hasSize(sound ? 0 : 1)
                .allMatch(line ->
                        line.equals("ERROR SMI2113 TrafficSplit shop/canary spec.service: the other split of the"
                                + " root web has faults; this one is not emitted"));
    }

    @Test
    void of_aSplitInTwoFaultyWays_isOneFaultyPartner() {
        String faulty = conditional("beta", "[{service: beta, weight: 1}]");
        Reading reading = Reading.of(SPLIT + faulty + faulty.replace("weight: 1", "weight: 2"));

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_ROOT_TWICE)).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_PARTNER_FAULTY)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: {service: web, matches: [{name: one}], backends: []}",
                "spec: {service: web, matches: 5}",
                "spec: {matches: [{name: one}]}\nservice: web",
                "spec: {service: web}\nmatches: [{name: one}]",
                "service: web\nmatches: [{name: one}]"
            })
    void of_aConditionalSplitOfAnUnknownVersion_holdsItsPartnerBack(String fields) {
        Reading reading = Reading.of(SPLIT + """
                ---
                apiVersion: split.smi-spec.io/v1alpha9
                kind: TrafficSplit
                metadata: {name: beta, namespace: shop}
                """ + fields + "\n");

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_PARTNER_FAULTY)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec: {service: other}", "spec: {service: 5}", "spec: {matches: []}", "spec: 5"})
    void of_aSplitOfAnUnknownVersionAndAnotherRoot_holdsNothingBack(String fields) {
        Reading reading = Reading.of(SPLIT + """
                ---
                apiVersion: split.smi-spec.io/v1alpha9
                kind: TrafficSplit
                metadata: {name: beta, namespace: shop}
                """ + fields + "\n");

        assertThat(reading.routes()).containsExactly("web:* [] v1=9 v2=1");
    }

    @Test
    void of_anUnconditionalSplitOfAnUnknownVersion_isASecondOne() {
        Reading reading = Reading.of(SPLIT + """
                ---
                apiVersion: split.smi-spec.io/v1alpha9
                kind: TrafficSplit
                metadata: {name: beta, namespace: shop}
                spec: {service: web}
                """);

        assertThat(reading.routes()).isEmpty();
        assertThat(reading.lines(PolicyCode.SPLIT_ROOT_TWICE)).hasSize(2);
    }
}
