package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields beside those that TrafficTargets and traffic specs have, in each shape of their versions, and what is unreached. */
class TargetFieldsTest {
    private static final String API = "{kind: HTTPRouteGroup, name: routes, matches: [api]}";
    private static final String UDP = "{kind: UDPRoute, name: dns}";

    private static Reading flat(String more) {
        return Reading.ofShop("""
                apiVersion: access.smi-spec.io/v1alpha1
                kind: TrafficTarget
                metadata: {name: t, namespace: shop}
                destination: {kind: ServiceAccount, name: web, namespace: shop}
                sources: [%s]
                specs: [%s]
                %s
                """.formatted(Reading.SOURCE, API, more));
    }

    @Test
    void of_anUnknownFieldOfAFlatTarget_asksForItsOwnFields() {
        assertThat(flat("status: {any: thing}").findings()).isEmpty();
        assertThat(flat("source: []").findings()).containsExactly("WARNING SMI2005 TrafficTarget source");
        assertThat(flat("source: []").helps(PolicyCode.FIELD_UNKNOWN)).containsExactly("Did you mean sources?");
        assertThat(flat("zone: a").helps(PolicyCode.FIELD_UNKNOWN))
                .singleElement()
                .asString()
                .endsWith(" Here there are destination, sources, specs.");
    }

    @Test
    void of_anUnknownFieldOfATarget_asksForTheFieldsOfThatPlace() {
        Reading beside = Reading.ofShop(Reading.target(API) + "zone: a\nstatus: {any: thing}\n");
        Reading inside = Reading.ofShop(Reading.target(API) + "  zone: a\n");

        assertThat(beside.findings()).containsExactly("WARNING SMI2005 TrafficTarget zone");
        assertThat(beside.helps(PolicyCode.FIELD_UNKNOWN).get(0)).endsWith(" Here there are spec.");
        assertThat(inside.findings()).containsExactly("WARNING SMI2005 TrafficTarget spec.zone");
        assertThat(inside.helps(PolicyCode.FIELD_UNKNOWN).get(0))
                .endsWith(" Here there are destination, sources, rules.");
    }

    private static Reading flatGroup(String more) {
        return Reading.of(
                Bundles.CLUSTER + "---\n" + Reading.target("{kind: HTTPRouteGroup, name: g}") + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha2
                kind: HTTPRouteGroup
                metadata: {name: g, namespace: shop}
                matches: [{name: m, pathRegex: /}]
                %s
                """.formatted(more));
    }

    @Test
    void of_anUnknownFieldOfAFlatGroup_selectsNothing() {
        assertThat(flatGroup("").grants()).containsExactly("web http [8080, 8443, 9090] [m]");
        assertThat(flatGroup("status: {any: thing}").grants()).containsExactly("web http [8080, 8443, 9090] [m]");
        assertThat(flatGroup("match: []").grants()).isEmpty();
        assertThat(flatGroup("match: []").findings()).containsExactly("ERROR SMI2006 HTTPRouteGroup match");
    }

    private static Reading group(String spec, String more) {
        return Reading.of(Bundles.CLUSTER + "---\n" + Reading.target("{kind: HTTPRouteGroup, name: g}")
                + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: g, namespace: shop}
                spec: %s
                %s
                """.formatted(spec, more));
    }

    @Test
    void of_anUnknownFieldOfAGroup_selectsNothingInItsSpecOnly() {
        String matches = "matches: [{name: m, pathRegex: /}]";

        assertThat(group("{" + matches + "}", "zone: a").grants()).hasSize(1);
        assertThat(group("{" + matches + "}", "zone: a").findings())
                .containsExactly("WARNING SMI2005 HTTPRouteGroup zone");
        assertThat(group("{zone: a, " + matches + "}", "").grants()).isEmpty();
        assertThat(group("{zone: a, " + matches + "}", "").findings())
                .contains("ERROR SMI2006 HTTPRouteGroup spec.zone");
    }

    @Test
    void of_twoMatchesOfOneName_selectsByNeither() {
        String two = "{matches: [{name: m, pathRegex: /}, {name: m, pathRegex: /a}, {name: other, pathRegex: /n}]}";

        assertThat(group(two, "").grants()).containsExactly("web http [8080, 8443, 9090] [other]");
        assertThat(group(two, "").lines(PolicyCode.MATCH_TWICE))
                .containsExactly(
                        "ERROR SMI2208 HTTPRouteGroup shop/g spec.matches[0].name: another match of the group has this"
                                + " name; neither selects anything",
                        "ERROR SMI2208 HTTPRouteGroup shop/g spec.matches[1].name: another match of the group has this"
                                + " name; neither selects anything");
    }

    @Test
    void matches_ofAGroup_areThoseThatCanBeUsed() {
        ResolvedPolicy policy =
                group("{matches: [{name: m, pathRegex: /}, {name: none}]}", "").policy();
        ResourceRef group = ResourceIndex.ref(ResourceKind.HTTP_ROUTE_GROUP, "shop", "g");

        assertThat(policy.matches(group)).extracting(ResolvedMatch::name).containsExactly("m");
        assertThat(policy.matches(ResourceIndex.ref(ResourceKind.HTTP_ROUTE_GROUP, "shop", "none")))
                .isEmpty();
    }

    @Test
    void of_aGroupWhoseNameTheClusterMakes_cannotBeNamed() {
        Reading reading = Reading.ofShop(Reading.target("{kind: HTTPRouteGroup, name: 'g*'}") + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {generateName: g, namespace: shop}
                spec: {matches: [{name: m, pathRegex: /}]}
                """);

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).contains("ERROR SMI2334 TrafficTarget spec.rules[0].name");
    }

    @Test
    void of_aUdpPortThatNoServiceHas_saysSo() {
        Reading reading = Reading.ofShop(Reading.target(UDP.replace("dns", "other")) + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: UDPRoute
                metadata: {name: other, namespace: shop}
                spec: {matches: {ports: [80]}}
                """);

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(AccessCode.PORT_MISSING))
                .containsExactly(
                        "WARNING SMI2327 TrafficTarget shop/t spec.rules: no Service of the destination has the"
                                + " port 80/UDP; nothing is allowed there");
    }

    @Test
    void of_aWorkloadWhoseServicesHaveNoTcpPort_saysSo() {
        String udpOnly = Bundles.CLUSTER.replaceAll("(?m)^  - [{]name: (http|admin|tls), port.*\n", "");
        Reading reading = Reading.of(udpOnly + Bundles.GROUP + Bundles.PORTS + "---\n" + Reading.target(API));
        Reading udp = Reading.of(udpOnly + Bundles.GROUP + Bundles.PORTS + "---\n" + Reading.target(UDP));

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(AccessCode.PORT_MISSING))
                .containsExactly(
                        "WARNING SMI2327 TrafficTarget shop/t spec.destination: no Service of the Deployment web"
                                + " leads to a TCP port of its pods; nothing is allowed there");
        assertThat(udp.grants()).containsExactly("web udp [5353]");
        assertThat(udp.findings()).isEmpty();
    }

    @Test
    void of_workloadsThatNoTargetReaches_saysWhich() {
        String line = "INFO SMI2341: no target reaches these workloads of the namespace \"shop\", which are closed to"
                + " everybody: ";
        Reading some = Reading.ofShop(Reading.target(API));
        Reading nobody = Reading.ofShop(Reading.target("{kind: ServiceAccount, name: web, namespace: shop}", "", API));
        Reading nothing = Reading.ofShop(Reading.target("{kind: HTTPRouteGroup, name: none}"));

        assertThat(some.lines(AccessCode.SCOPE_UNREACHED)).containsExactly(line + "Deployment api, Deployment batch");
        for (Reading reading : new Reading[] {nobody, nothing}) {
            assertThat(reading.lines(AccessCode.SCOPE_UNREACHED))
                    .containsExactly(line + "Deployment api, Deployment batch, Deployment web");
        }
        assertThat(some.helps(AccessCode.SCOPE_UNREACHED)).containsExactly(AccessCode.SCOPE_UNREACHED.help());
    }

    @Test
    void of_workloadsClosedForADestinationThatIsUnknown_saysHowToOpenThem() {
        Reading reading = Reading.ofShop(
                Reading.target("{kind: ServiceAccount, name: none, namespace: shop}", Reading.SOURCE, API),
                "default-deny=destinations");

        assertThat(reading.helps(AccessCode.SCOPE_UNREACHED))
                .containsExactly(
                        "Allow what they need, gateways too, or mend the destination that closes the namespace.");
    }

    @Test
    void of_aNamespaceThatTargetsReachAllOf_saysNothing() {
        Reading reading =
                Reading.of(Bundles.CLUSTER.replaceAll("serviceAccountName: (api|batch)", "serviceAccountName: web")
                        + Bundles.GROUP
                        + "---\n"
                        + Reading.target(API));

        assertThat(reading.lines(AccessCode.SCOPE_UNREACHED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "namespace, 3, ''",
        "destinations, 3, 'WARNING SMI2342 TrafficTarget shop/t: the destination cannot be read, so all workloads of the"
                + " namespace shop are closed by default'",
        "none, 0, 'ERROR SMI2343 TrafficTarget shop/t: the destination cannot be read; whatever pods are meant in the"
                + " namespace shop stay open to everybody'"
    })
    void of_aTargetThatCannotBeRead_closesAsTheSettingSays(String deny, int closed, String line) {
        Reading reading = Reading.ofShop(Reading.target(API).replace("v1alpha4", "v1alpha9"), "default-deny=" + deny);

        assertThat(reading.closed()).hasSize(closed);
        assertThat(reading.lines(AccessCode.SCOPE_WIDENED).size()
                        + reading.lines(AccessCode.SCOPE_OPEN).size())
                .isEqualTo(line.isEmpty() ? 0 : 1);
        assertThat(String.join("", reading.lines(AccessCode.SCOPE_WIDENED))
                        + String.join("", reading.lines(AccessCode.SCOPE_OPEN)))
                .isEqualTo(line);
    }
}
