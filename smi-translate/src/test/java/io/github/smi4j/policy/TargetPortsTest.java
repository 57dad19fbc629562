package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ports of the pods a TrafficTarget means. */
class TargetPortsTest {
    private static final String ANY = "{kind: TCPRoute, name: any}";

    private static String tcpRoute(String spec) {
        return """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: TCPRoute
                metadata: {name: any, namespace: shop}
                %s
                """.formatted(spec);
    }

    private static Reading route(String spec) {
        return Reading.ofShop(Reading.target(ANY) + tcpRoute(spec));
    }

    /** One Deployment with a Service for each given spec, and a target for all ports. */
    private static Reading services(String containers, String... services) {
        StringBuilder text = new StringBuilder("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: web}}
                    spec: {serviceAccountName: web, containers: [%s]}
                """.formatted(containers));
        for (int i = 0; i < services.length; i++) {
            text.append("---\napiVersion: v1\nkind: Service\nmetadata: {name: s")
                    .append(i)
                    .append(", namespace: shop}\nspec: {selector: {app: web}, ports: [")
                    .append(services[i])
                    .append("]}\n");
        }
        return Reading.of(text + tcpRoute("spec: {}") + "---\n" + Reading.target(ANY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec: {}", "", "spec: {matches: {}}", "spec: {matches: {ports: []}}"})
    void of_noListOfPorts_meansEveryPortOfTheServices(String spec) {
        assertThat(route(spec).grants()).containsExactly("web tcp [8080, 8443, 9090]");
        assertThat(route(spec).findings()).isEmpty();
    }

    @Test
    void of_aListOfPorts_meansTheseOfTheServices() {
        assertThat(route("spec: {matches: {ports: [80, '90']}}").grants()).containsExactly("web tcp [8080, 9090]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: {matches: {ports: [0]}}",
                "spec: {matches: {ports: [65536, x]}}",
                "spec: {matches: {ports: [null]}}",
                "spec: {matches: {ports: null}}",
                "spec: {matches: {ports: 80}}",
                "spec: {matches: null}",
                "spec: {matches: []}",
                "spec: null"
            })
    void of_aListOfPortsEmptiedByFaults_meansNone(String spec) {
        assertThat(route(spec).grants()).isEmpty();
        assertThat(route(spec).findings()).isNotEmpty().allMatch(f -> f.startsWith("ERROR SMI11"));
    }

    @Test
    void of_aFaultyPortAmongGoodOnes_isLeftOut() {
        assertThat(route("spec: {matches: {ports: [0, 90]}}").grants()).containsExactly("web tcp [9090]");
        assertThat(route("spec: {matches: {ports: [0, 90]}}").findings())
                .containsExactly("ERROR SMI1113 TCPRoute spec.matches.ports[0]");
    }

    @ParameterizedTest
    @CsvSource({
        "'spec: {matches: {port: [90]}}', spec.matches.port",
        "'spec: {matches: {ports: [90], zone: b}}', spec.matches.zone",
        "'spec: {match: {ports: [90]}}', spec.match",
        "'specs: {matches: {ports: [90]}}', specs"
    })
    void of_anUnknownFieldWhereTheConstraintBelongs_meansNoPort(String spec, String path) {
        assertThat(route(spec).grants()).isEmpty();
        assertThat(route(spec).findings()).containsExactly("ERROR SMI2006 TCPRoute " + path);
    }

    @Test
    void of_anUnknownFieldBesideTheSpec_isAWarning() {
        Reading reading = route("spec: {matches: {ports: [90]}}\nzone: b");

        assertThat(reading.grants()).containsExactly("web tcp [9090]");
        assertThat(reading.findings()).containsExactly("WARNING SMI2005 TCPRoute zone");
    }

    @Test
    void of_aPortOfTheContainer_isNotThatOfTheService() {
        Reading reading = route("spec: {matches: {ports: [8080]}}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(AccessCode.PORT_MISSING))
                .containsExactly(
                        "WARNING SMI2327 TrafficTarget shop/t spec.rules: no Service of the destination has the"
                                + " port 8080/TCP; nothing is allowed there");
    }

    @Test
    void of_aNamedTargetPort_isResolvedForEachPod() {
        Reading reading = Reading.of("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: one, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: web}}
                    spec: {serviceAccountName: web, containers: [{ports: [{name: http, containerPort: 8001}]}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: two, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: web}}
                    spec: {serviceAccountName: web, containers: [{ports: [{name: http, containerPort: 8002}]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
                """ + tcpRoute("spec: {}") + "---\n" + Reading.target(ANY));

        assertThat(reading.grants()).containsExactly("one tcp [8001]", "two tcp [8002]");
    }

    @Test
    void of_aNamedTargetPortThatThePodsLack_meansNone() {
        Reading reading = services("{}", "{port: 80, targetPort: http}, {port: 81}");

        assertThat(reading.grants()).containsExactly("web tcp [81]");
        assertThat(reading.lines(AccessCode.TARGET_PORT_MISSING))
                .containsExactly(
                        "WARNING SMI2328 TrafficTarget shop/t spec.destination: the port 80/TCP of the Service s0"
                                + " leads to a named port that the Deployment web does not have, or has with several"
                                + " numbers");
    }

    @Test
    void of_noPortButANamedOneThatThePodsLack_saysThatOnly() {
        Reading reading = services("{}", "{port: 80, targetPort: http}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).containsExactly("WARNING SMI2328 TrafficTarget spec.destination");
    }

    @Test
    void of_aListOfPortsWhereServicesAreNotKnown_saysNothingOfThePorts() {
        Reading reading = Reading.of(
                Bundles.CLUSTER.replaceAll("(?s)---\napiVersion: v1\nkind: Service\n.*?(?=---\n)", "")
                        + Bundles.PORTS
                        + "---\n"
                        + Reading.target("{kind: TCPRoute, name: web}"),
                "partial-inventory=true",
                "workload-label=app");

        assertThat(reading.lines(AccessCode.SERVICES_UNKNOWN)).hasSize(2);
        assertThat(reading.lines(AccessCode.PORT_MISSING)).isEmpty();
    }

    @Test
    void of_servicesThatDisagree_meansAllPortsWithAWarning() {
        Reading reading = services("{}", "{port: 80, targetPort: 8080}", "{port: 80, targetPort: 9090}");

        assertThat(reading.grants()).containsExactly("web tcp [8080, 9090]");
        assertThat(reading.lines(AccessCode.SERVICES_DISAGREE))
                .containsExactly(
                        "WARNING SMI2326 TrafficTarget shop/t spec.destination: the Services of the Deployment web"
                                + " lead their port 80/TCP to different ports of its pods; all of these are meant");
    }

    @Test
    void of_servicesOfDifferentPorts_agree() {
        assertThat(services("{}", "{port: 80, targetPort: 8080}", "{port: 81, targetPort: 8080}")
                        .findings())
                .isEmpty();
    }

    @Test
    void of_udpPorts_areNotTcpPorts() {
        assertThat(services("{}", "{port: 53, protocol: UDP}, {port: 132, protocol: SCTP}, {port: 80}")
                        .grants())
                .containsExactly("web tcp [80]");
    }

    @Test
    void of_aPodWithoutAService_takesItsContainerPorts() {
        Reading reading = services("{ports: [{containerPort: 7000}, {containerPort: 53, protocol: UDP}]}");

        assertThat(reading.grants()).containsExactly("web tcp [7000]");
        assertThat(reading.lines(AccessCode.WORKLOAD_WITHOUT_SERVICE))
                .containsExactly(
                        "WARNING SMI2325 TrafficTarget shop/t spec.destination: the Deployment web is behind no"
                                + " Service; the ports that its containers declare are taken");
    }

    @Test
    void of_servicesThatAreNotKnown_grantsNothing() {
        String shop = Bundles.CLUSTER.replaceAll("(?s)---\napiVersion: v1\nkind: Service\n.*?(?=---\n)", "");
        String target = "---\n" + Reading.target(ANY) + tcpRoute("spec: {}");
        Reading partial = Reading.of(shop + target, "partial-inventory=true", "workload-label=app");

        assertThat(partial.grants()).isEmpty();
        // One for the Deployment that is known, and one for the pods that are not.
        assertThat(partial.lines(AccessCode.SERVICES_UNKNOWN)).hasSize(2);
        assertThat(Reading.of(shop + target).lines(AccessCode.WORKLOAD_WITHOUT_SERVICE))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"v1alpha1, specs", "v1alpha2, rules", "v1alpha4, rules"})
    void of_aPortOfTheDestination_limitsAllRules(String version, String rules) {
        String fields = """
                destination: {kind: ServiceAccount, name: web, namespace: shop, port: 80}
                sources: [%s]
                %s: [{kind: HTTPRouteGroup, name: routes, matches: [api]}, {kind: UDPRoute, name: dns}]
                """.formatted(Reading.SOURCE, rules);
        Reading reading = Reading.ofShop(
                """
                apiVersion: access.smi-spec.io/%s
                kind: TrafficTarget
                metadata: {name: t, namespace: shop}
                %s
                """.formatted(version, version.equals("v1alpha1") ? fields : "spec:\n" + fields.indent(2)));

        assertThat(reading.grants()).containsExactly("web http [8080] [api]");
        assertThat(reading.findings())
                .containsExactlyElementsOf(
                        version.equals("v1alpha4")
                                ? List.of("WARNING SMI1108 TrafficTarget spec.destination.port")
                                : List.of());
    }

    private static Reading destinationPort(String port, String rules) {
        return Reading.ofShop(Reading.target(
                        "{kind: ServiceAccount, name: web, namespace: shop, port: " + port + "}", Reading.SOURCE, rules)
                .replace("access.smi-spec.io/v1alpha4", "access.smi-spec.io/v1alpha2"));
    }

    @Test
    void of_aPortOfTheDestinationAndOfARule_grantsWhatBothName() {
        assertThat(destinationPort("90", "{kind: TCPRoute, name: admin}").grants())
                .containsExactly("web tcp [9090]");
        assertThat(destinationPort("80", "{kind: TCPRoute, name: admin}").grants())
                .isEmpty();
    }

    @Test
    void of_aPortOfTheDestinationThatNoServiceHas_grantsNothing() {
        Reading reading = destinationPort("81", "{kind: HTTPRouteGroup, name: routes}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.findings()).containsExactly("WARNING SMI2327 TrafficTarget spec.destination.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "65536", "http", "80.5", "[80]"})
    void of_aFaultyPortOfTheDestination_grantsNothingAndCloses(String port) {
        Reading reading = destinationPort(port, "{kind: HTTPRouteGroup, name: routes}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.closed()).contains("web");
        assertThat(reading.findings()).containsExactly("ERROR SMI1113 TrafficTarget spec.destination.port");
    }

    @Test
    void of_aPortOfTheDestinationWithABinding_grantsNothing() {
        String binding = "{kind: IdentityBinding, name: b, namespace: shop}";
        String web = Reading.binding("b", "{serviceAccount: web}");
        Reading asSource = Reading.ofShop(Reading.target(
                        "{kind: ServiceAccount, name: web, namespace: shop, port: 80}",
                        binding,
                        "{kind: HTTPRouteGroup, name: routes}")
                + web);
        Reading asDestination = Reading.ofShop(Reading.target(
                        binding.replace("}", ", port: 80}"), Reading.SOURCE, "{kind: HTTPRouteGroup, name: routes}")
                + web);

        assertThat(asSource.grants()).isEmpty();
        assertThat(asSource.findings()).contains("ERROR SMI2339 TrafficTarget spec.destination.port");
        assertThat(asDestination.grants()).isEmpty();
        assertThat(asDestination.closed()).contains("web");
        assertThat(asDestination.findings()).contains("ERROR SMI2339 TrafficTarget spec.destination.port");
    }
}
