package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.diagnostic.Diagnostic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each shape on the wire is read as, and the findings of each fault, line by line. */
class DecodeTest {
    private static Subject account(String name, String namespace) {
        return Subject.serviceAccount(name).inNamespace(namespace);
    }

    private static TrafficTarget.Builder target(String version) {
        return TrafficTarget.builder()
                .apiVersion("access.smi-spec.io/" + version)
                .name("t")
                .destination(account("web", "shop"))
                .addSource(account("edge", "shop"))
                .addRule(Rule.httpRouteGroup("routes", "read"));
    }

    private static final String TARGET_BODY = "destination: {kind: ServiceAccount, name: web, namespace: shop%s},"
            + " %s: [{kind: HTTPRouteGroup, name: routes, matches: [read]}],"
            + " sources: [{kind: ServiceAccount, name: edge, namespace: shop}]";

    private static String flat(String apiVersion, String kind, String body) {
        return "{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: t}, " + body + "}";
    }

    private static String nested(String apiVersion, String kind, String body) {
        return flat(apiVersion, kind, "spec: {" + body + "}");
    }

    private static String split(String version, String body) {
        return nested("split.smi-spec.io/" + version, "TrafficSplit", body);
    }

    private static String group(String body) {
        return nested("specs.smi-spec.io/v1alpha4", "HTTPRouteGroup", body);
    }

    private static String tcp(String body) {
        return nested("specs.smi-spec.io/v1alpha4", "TCPRoute", body);
    }

    private static HTTPRouteGroup.Builder groupValue(String version, HTTPMatch... matches) {
        return HTTPRouteGroup.builder()
                .apiVersion("specs.smi-spec.io/" + version)
                .name("t")
                .addMatches(matches);
    }

    private static TrafficSplit.Builder splitValue(String version) {
        return TrafficSplit.builder()
                .apiVersion("split.smi-spec.io/" + version)
                .name("t")
                .service("web");
    }

    static Stream<Arguments> shapes() {
        HTTPMatch plain = HTTPMatch.builder()
                .name("m")
                .pathRegex("/a")
                .addMethods("GET", "*")
                .build();
        HTTPMatch headers = HTTPMatch.builder()
                .name("m")
                .putHeader("x", "1")
                .putHeader("y", "2")
                .build();
        String plainText = "matches: [{name: m, pathRegex: /a, methods: [GET, '*']}]";
        Backend half =
                Backend.builder().service("a").weight(Quantity.parse("500m")).build();
        return Stream.of(
                arguments(
                        "access v1alpha1",
                        flat("access.smi-spec.io/v1alpha1", "TrafficTarget", TARGET_BODY.formatted("", "specs")),
                        target("v1alpha1").build()),
                arguments(
                        "access v1alpha1 with port",
                        flat(
                                "access.smi-spec.io/v1alpha1",
                                "TrafficTarget",
                                TARGET_BODY.formatted(", port: 8080", "specs")),
                        target("v1alpha1").destinationPort(8080).build()),
                arguments(
                        "access v1alpha2, port as number",
                        nested(
                                "access.smi-spec.io/v1alpha2",
                                "TrafficTarget",
                                TARGET_BODY.formatted(", port: 8080", "rules")),
                        target("v1alpha2").destinationPort(8080).build()),
                arguments(
                        "access v1alpha2, port as text",
                        nested(
                                "access.smi-spec.io/v1alpha2",
                                "TrafficTarget",
                                TARGET_BODY.formatted(", port: '8080'", "rules")),
                        target("v1alpha2").destinationPort(8080).build()),
                arguments(
                        "access v1alpha3",
                        nested("access.smi-spec.io/v1alpha3", "TrafficTarget", TARGET_BODY.formatted("", "rules")),
                        target("v1alpha3").build()),
                arguments(
                        "access v1alpha4 with bindings",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "TrafficTarget",
                                "destination: {kind: IdentityBinding, group: access.smi-spec.io, name: web},"
                                        + " rules: [{kind: TCPRoute, name: r}, {kind: UDPRoute, name: u}], sources: []"),
                        TrafficTarget.builder()
                                .name("t")
                                .destination(Subject.identityBinding("web"))
                                .addRules(Rule.tcpRoute("r"), Rule.udpRoute("u"))
                                .build()),
                arguments(
                        "rule with empty matches",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: web}, rules: [{kind: HTTPRouteGroup, name: g, matches: []}]"),
                        TrafficTarget.builder()
                                .name("t")
                                .destination(Subject.serviceAccount("web"))
                                .addRule(Rule.builder()
                                        .kind("HTTPRouteGroup")
                                        .name("g")
                                        .matches(MatchNames.of())
                                        .build())
                                .build()),
                arguments(
                        "specs v1alpha1",
                        flat("specs.smi-spec.io/v1alpha1", "HTTPRouteGroup", plainText),
                        groupValue("v1alpha1", plain).build()),
                arguments(
                        "specs v1alpha2",
                        flat(
                                "specs.smi-spec.io/v1alpha2",
                                "HTTPRouteGroup",
                                "matches: [{name: m, headers: {x: '1', y: '2'}}]"),
                        groupValue("v1alpha2", headers).build()),
                arguments(
                        "specs v1alpha3",
                        nested("specs.smi-spec.io/v1alpha3", "HTTPRouteGroup", plainText),
                        groupValue("v1alpha3", plain).build()),
                arguments(
                        "specs v1alpha4",
                        group(plainText),
                        groupValue("v1alpha4", plain).build()),
                arguments(
                        "headers as a list of maps",
                        group("matches: [{name: m, headers: [{x: '1'}, {y: '2'}]}]"),
                        groupValue("v1alpha4", headers).build()),
                arguments(
                        "headers as a list of one map with two keys",
                        group("matches: [{name: m, headers: [{x: '1', y: '2'}]}]"),
                        groupValue("v1alpha4", headers).build()),
                arguments(
                        "headers as a list with an empty map",
                        group("matches: [{name: m, headers: [{}, {x: '1'}, {y: '2'}]}]"),
                        groupValue("v1alpha4", headers).build()),
                arguments(
                        "TCPRoute v1alpha1",
                        "{apiVersion: specs.smi-spec.io/v1alpha1, kind: TCPRoute, metadata: {name: t}}",
                        TCPRoute.builder()
                                .name("t")
                                .apiVersion("specs.smi-spec.io/v1alpha1")
                                .build()),
                arguments(
                        "TCPRoute v1alpha3 with an empty spec",
                        nested("specs.smi-spec.io/v1alpha3", "TCPRoute", ""),
                        TCPRoute.builder()
                                .name("t")
                                .apiVersion("specs.smi-spec.io/v1alpha3")
                                .build()),
                arguments(
                        "TCPRoute v1alpha4, no spec",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: t}}",
                        TCPRoute.builder().name("t").build()),
                arguments(
                        "TCPRoute, ports",
                        tcp("matches: {ports: [80, '443']}"),
                        TCPRoute.builder().name("t").ports(80, 443).build()),
                arguments(
                        "TCPRoute, no ports as written",
                        tcp("matches: {ports: []}"),
                        TCPRoute.builder().name("t").build()),
                arguments(
                        "UDPRoute",
                        nested("specs.smi-spec.io/v1alpha4", "UDPRoute", "matches: {name: dns, ports: [53]}"),
                        UDPRoute.builder()
                                .name("t")
                                .matches(PortMatch.builder()
                                        .name("dns")
                                        .ports(Ports.of(53))
                                        .build())
                                .build()),
                arguments(
                        "split v1alpha1, quantities",
                        split(
                                "v1alpha1",
                                "service: web, backends: [{service: a, weight: 500m}, {service: b, weight: 1}, {service: c, weight: '1k'}]"),
                        splitValue("v1alpha1")
                                .addBackends(half, Backend.of("b", 1), Backend.of("c", 1000))
                                .build()),
                arguments(
                        "split v1alpha2, weight as text and decimal",
                        split(
                                "v1alpha2",
                                "service: web, backends: [{service: a, weight: '90'}, {service: b, weight: 10.0}, {service: c, weight: 1e1}]"),
                        splitValue("v1alpha2")
                                .addBackends(Backend.of("a", 90), Backend.of("b", 10), Backend.of("c", 10))
                                .build()),
                arguments(
                        "split, negative weight is kept to be judged",
                        split("v1alpha4", "service: web, backends: [{service: a, weight: -5}]"),
                        splitValue("v1alpha4").addBackend("a", -5).build()),
                arguments(
                        "split v1alpha3, matches",
                        split(
                                "v1alpha3",
                                "service: web, matches: [{kind: HTTPRouteGroup, name: g, apiGroup: specs.smi-spec.io}], backends: []"),
                        splitValue("v1alpha3")
                                .matches(SplitMatches.of(List.of(RouteRef.builder()
                                        .kind("HTTPRouteGroup")
                                        .name("g")
                                        .apiGroup("specs.smi-spec.io")
                                        .build())))
                                .build()),
                arguments(
                        "split v1alpha4, empty matches",
                        split("v1alpha4", "service: web, matches: [], backends: []"),
                        splitValue("v1alpha4")
                                .matches(SplitMatches.of(List.of()))
                                .build()),
                arguments(
                        "IdentityBinding",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "IdentityBinding",
                                "schemes: {podLabelSelector: {matchLabels: {app: web}}, spiffeIdentities: [cluster.local/ns/a/sa/b],"
                                        + " serviceAccount: web}"),
                        IdentityBinding.builder()
                                .name("t")
                                .podLabelSelector(PodLabelSelector.of(Map.of("app", "web")))
                                .addSpiffeIdentity("cluster.local/ns/a/sa/b")
                                .serviceAccount("web")
                                .build()),
                arguments(
                        "generateName",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {generateName: t-}}",
                        TCPRoute.builder()
                                .metadata(
                                        ObjectMeta.builder().generateName("t-").build())
                                .build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void decode_shape_isTheValueWithoutFindings(String name, String text, SmiResource expected) {
        Decoded<SmiResource> decoded = SmiResource.decode(PlainYaml.tree(text));

        assertThat(decoded.diagnostics()).isEmpty();
        assertThat(decoded.value()).contains(expected);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                faults("nothing", "{}", "ERROR SMI1101: kind is missing"),
                faults("null kind", "{kind: null}", "ERROR SMI1106 kind: must be a string, was null"),
                faults(
                        "unknown kind",
                        flat("split.smi-spec.io/v1alpha4", "TrafficSplits", "spec: {}"),
                        "ERROR SMI1102 TrafficSplits t kind: no SMI resource has the kind \"TrafficSplits\""),
                faults(
                        "kind in another case",
                        flat("split.smi-spec.io/v1alpha4", "trafficsplit", "spec: {}"),
                        "ERROR SMI1102 trafficsplit t kind: no SMI resource has the kind \"trafficsplit\""),
                faults(
                        "unknown version",
                        flat("split.smi-spec.io/v1", "TrafficSplit", "spec: {}"),
                        "ERROR SMI1103 TrafficSplit t apiVersion: TrafficSplit has no version \"split.smi-spec.io/v1\""),
                faults(
                        "unknown bare version",
                        flat("v2", "TrafficSplit", "spec: {}"),
                        "ERROR SMI1103 TrafficSplit t apiVersion: TrafficSplit has no version \"v2\""),
                faults(
                        "wrong group",
                        flat("specs.smi-spec.io/v1alpha4", "TrafficSplit", "spec: {}"),
                        "ERROR SMI1102 TrafficSplit t apiVersion: TrafficSplit is not in the API group \"specs.smi-spec.io\""),
                faults(
                        "apiVersion of another type",
                        flat("1", "TrafficSplit", "spec: {}"),
                        "ERROR SMI1106 TrafficSplit t apiVersion: must be a string, was 1"),
                faults(
                        "bare version",
                        nested("v1alpha2", "TrafficSplit", "service: a, backends: []"),
                        "WARNING SMI1104 TrafficSplit t apiVersion: has no API group: read as split.smi-spec.io/v1alpha2"),
                faults(
                        "no metadata",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute}",
                        "ERROR SMI1107 TCPRoute metadata: is missing: expected an object"),
                faults(
                        "metadata of another type",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: []}",
                        "ERROR SMI1106 TCPRoute metadata: must be an object, was a list"),
                faults(
                        "no name",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {namespace: n}}",
                        "ERROR SMI1107 TCPRoute n/ metadata.name: is missing: expected a string"),
                faults(
                        "name of another type",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: 5}}",
                        "ERROR SMI1106 TCPRoute metadata.name: must be a string, was 5"),
                faults(
                        "null labels",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: t, labels: null, annotations: null}}",
                        "WARNING SMI1112 TCPRoute t metadata.annotations: is null: read as absent",
                        "WARNING SMI1112 TCPRoute t metadata.labels: is null: read as absent"),
                faults(
                        "label values of another type",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: t, labels: {example.com/a: 1, b: null}}}",
                        "ERROR SMI1106 TCPRoute t metadata.labels[b]: must be a string, was null",
                        "ERROR SMI1106 TCPRoute t metadata.labels[example.com/a]: must be a string, was 1"),
                faults(
                        "no spec",
                        "{apiVersion: split.smi-spec.io/v1alpha4, kind: TrafficSplit, metadata: {name: t}}",
                        "ERROR SMI1107 TrafficSplit t spec: is missing: expected an object"),
                faults(
                        "null spec",
                        flat("split.smi-spec.io/v1alpha4", "TrafficSplit", "spec: null"),
                        "ERROR SMI1106 TrafficSplit t spec: must be an object, was null"),
                faults(
                        "null spec where it may be absent",
                        flat("specs.smi-spec.io/v1alpha4", "TCPRoute", "spec: null"),
                        "ERROR SMI1106 TCPRoute t spec: must be an object, was null"),
                faults(
                        "empty split",
                        split("v1alpha4", ""),
                        "ERROR SMI1107 TrafficSplit t spec.backends: is missing: expected a list of backends",
                        "ERROR SMI1107 TrafficSplit t spec.service: is missing: expected a string"),
                faults(
                        "weights",
                        split(
                                "v1alpha4",
                                "service: a, backends: [{service: a}, {service: b, weight: null}, {service: c, weight: ten},"
                                        + " {service: d, weight: [1]}, {service: e, weight: 1e99}, {service: f, weight: true}, 5]"),
                        "WARNING SMI1111 TrafficSplit t spec.backends[0].weight: is missing: read as 0",
                        "ERROR SMI1106 TrafficSplit t spec.backends[1].weight: must be a number or a quantity such as 500m, was null",
                        "ERROR SMI1106 TrafficSplit t spec.backends[2].weight: must be a number or a quantity such as 500m, was \"ten\"",
                        "ERROR SMI1106 TrafficSplit t spec.backends[3].weight: must be a number or a quantity such as 500m, was a list",
                        "ERROR SMI1106 TrafficSplit t spec.backends[4].weight: must be a number or a quantity such as 500m, was 1.0E+99",
                        "ERROR SMI1106 TrafficSplit t spec.backends[5].weight: must be a number or a quantity such as 500m, was true",
                        "ERROR SMI1106 TrafficSplit t spec.backends[6]: must be an object, was 5"),
                faults(
                        "matches before v1alpha3 are honoured",
                        split("v1alpha2", "service: a, matches: [{kind: HTTPRouteGroup, name: g}], backends: []"),
                        "WARNING SMI1108 TrafficSplit t spec.matches: is not in split.smi-spec.io/v1alpha2 but in v1alpha3; it was honoured"),
                faults(
                        "null matches of a split",
                        split("v1alpha4", "service: a, matches: null, backends: []"),
                        "ERROR SMI1106 TrafficSplit t spec.matches: must be a list, was null"),
                faults(
                        "split fields at the top",
                        flat("split.smi-spec.io/v1alpha4", "TrafficSplit", "service: a, backends: []"),
                        "ERROR SMI1109 TrafficSplit t backends: stands at the top level, but in split.smi-spec.io/v1alpha4 it belongs under spec",
                        "ERROR SMI1109 TrafficSplit t service: stands at the top level, but in split.smi-spec.io/v1alpha4 it belongs under spec"),
                faults(
                        "route group v1alpha4 with matches at the top",
                        flat("specs.smi-spec.io/v1alpha4", "HTTPRouteGroup", "matches: []"),
                        "ERROR SMI1109 HTTPRouteGroup t matches: stands at the top level, but in specs.smi-spec.io/v1alpha4 it belongs under spec"),
                faults(
                        "TCPRoute v1alpha2 with spec",
                        nested("specs.smi-spec.io/v1alpha2", "TCPRoute", "matches: {ports: [80]}"),
                        "ERROR SMI1109 TCPRoute t spec: does not exist in specs.smi-spec.io/v1alpha2, whose fields stand at the top level"),
                faults(
                        "access v1alpha1 with rules",
                        flat(
                                "access.smi-spec.io/v1alpha1",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: a}, rules: []"),
                        "ERROR SMI1109 TrafficTarget t rules: does not exist in access.smi-spec.io/v1alpha1, which calls it specs"),
                faults(
                        "access v1alpha4 with specs",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: a}, specs: []"),
                        "ERROR SMI1109 TrafficTarget t spec.specs: does not exist in access.smi-spec.io/v1alpha4, which calls it rules"),
                faults(
                        "access v1alpha1, paths of its own shape",
                        flat(
                                "access.smi-spec.io/v1alpha1",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: a}, specs: [{kind: TCPRoute}], sources: [{name: 5}]"),
                        "ERROR SMI1107 TrafficTarget t sources[0].kind: is missing: expected a string",
                        "ERROR SMI1106 TrafficTarget t sources[0].name: must be a string, was 5",
                        "ERROR SMI1107 TrafficTarget t specs[0].name: is missing: expected a string"),
                faults(
                        "destination port in v1alpha3 is honoured",
                        nested(
                                "access.smi-spec.io/v1alpha3",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: a, port: '80'}"),
                        "WARNING SMI1108 TrafficTarget t spec.destination.port: is not in access.smi-spec.io/v1alpha3 but in v1alpha2; it was honoured"),
                faults(
                        "no destination",
                        nested("access.smi-spec.io/v1alpha3", "TrafficTarget", "sources: []"),
                        "ERROR SMI1107 TrafficTarget t spec.destination: is missing: expected an object"),
                faults(
                        "rule matches of another type",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: a}, rules: [{kind: HTTPRouteGroup, name: g, matches: read},"
                                        + " {kind: HTTPRouteGroup, name: g, matches: null}, {kind: HTTPRouteGroup, name: g, matches: [1]}]"),
                        "ERROR SMI1106 TrafficTarget t spec.rules[0].matches: must be a list, was \"read\"",
                        "ERROR SMI1106 TrafficTarget t spec.rules[1].matches: must be a list, was null",
                        "ERROR SMI1106 TrafficTarget t spec.rules[2].matches[0]: must be a string, was 1"),
                faults(
                        "ports",
                        tcp("matches: {ports: [0, 65536, http, '080x', '', 80.5, null, -1, 1e9, '100000', ' 80']}"),
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[0]: must be a port from 1 to 65535, was 0",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[1]: must be a port from 1 to 65535, was 65536",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[2]: must be a port from 1 to 65535, was \"http\"",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[3]: must be a port from 1 to 65535, was \"080x\"",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[4]: must be a port from 1 to 65535, was \"\"",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[5]: must be a port from 1 to 65535, was 80.5",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[6]: must be a port from 1 to 65535, was null",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[7]: must be a port from 1 to 65535, was -1",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[8]: must be a port from 1 to 65535, was 1000000000",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[9]: must be a port from 1 to 65535, was \"100000\"",
                        "ERROR SMI1113 TCPRoute t spec.matches.ports[10]: must be a port from 1 to 65535, was \" 80\""),
                faults(
                        "matches of a TCPRoute as a list",
                        tcp("matches: [{ports: [80]}]"),
                        "ERROR SMI1106 TCPRoute t spec.matches: must be an object, was a list"),
                faults(
                        "ports in specs v1alpha3 are honoured",
                        nested("specs.smi-spec.io/v1alpha3", "TCPRoute", "matches: {ports: [80]}"),
                        "WARNING SMI1108 TCPRoute t spec.matches: is not in specs.smi-spec.io/v1alpha3 but in v1alpha4; it was honoured"),
                faults(
                        "a header twice in another case",
                        group("matches: [{name: m, headers: {X-A: '1', x-a: '2'}}]"),
                        "ERROR SMI1110 HTTPRouteGroup t spec.matches[0].headers[x-a]: the header \"x-a\" is tested twice in this match"),
                faults(
                        "a header twice in a list",
                        group("matches: [{name: m, headers: [{x-a: '1'}, {x-a: '1'}]}]"),
                        "ERROR SMI1110 HTTPRouteGroup t spec.matches[0].headers[1][x-a]: the header \"x-a\" is tested twice in this match"),
                faults(
                        "header values and lists of another type",
                        group(
                                "matches: [{name: m, headers: {x: 1}}, {name: n, headers: [x]}, {name: o, headers: x}, {name: p, headers: null}]"),
                        "ERROR SMI1106 HTTPRouteGroup t spec.matches[0].headers[x]: must be a string, was 1",
                        "ERROR SMI1106 HTTPRouteGroup t spec.matches[1].headers[0]: must be an object, was \"x\"",
                        "ERROR SMI1106 HTTPRouteGroup t spec.matches[2].headers: must be an object, was \"x\"",
                        "ERROR SMI1106 HTTPRouteGroup t spec.matches[3].headers: must be an object, was null"),
                faults(
                        "headers in specs v1alpha1 are honoured",
                        flat("specs.smi-spec.io/v1alpha1", "HTTPRouteGroup", "matches: [{name: m, headers: {x: '1'}}]"),
                        "WARNING SMI1108 HTTPRouteGroup t matches[0].headers: is not in specs.smi-spec.io/v1alpha1 but in v1alpha2; it was honoured"),
                faults(
                        "no matches",
                        group("x: 1"),
                        "ERROR SMI1107 HTTPRouteGroup t spec.matches: is missing: expected a list of matches"),
                faults(
                        "null parts of a match",
                        group("matches: [{name: m, pathRegex: null, methods: null}, {name: n, methods: GET}]"),
                        "ERROR SMI1106 HTTPRouteGroup t spec.matches[0].methods: must be a list, was null",
                        "ERROR SMI1106 HTTPRouteGroup t spec.matches[0].pathRegex: must be a string, was null",
                        "ERROR SMI1106 HTTPRouteGroup t spec.matches[1].methods: must be a list, was \"GET\""),
                faults(
                        "binding without schemes",
                        nested("access.smi-spec.io/v1alpha4", "IdentityBinding", ""),
                        "ERROR SMI1107 IdentityBinding t spec.schemes: is missing: expected an object"));
    }

    private static Arguments faults(String name, String text, String... lines) {
        return arguments(name, text, List.of(lines));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void decode_fault_isReportedAtItsPath(String name, String text, List<String> lines) {
        assertThat(SmiResource.decode(PlainYaml.tree(text)).diagnostics().stream()
                        .map(Diagnostic::toString))
                .containsExactlyElementsOf(lines);
    }

    @Test
    void decode_otherKindThanAsked_isReported() {
        Decoded<TrafficSplit> decoded = TrafficSplit.decode(PlainYaml.tree(tcp("")));

        assertThat(decoded.diagnostics().stream().map(Diagnostic::toString))
                .containsExactly("ERROR SMI1106 TCPRoute t kind: must be \"TrafficSplit\", was \"TCPRoute\"");
        assertThat(decoded.remainder()).isEmpty();
    }

    @Test
    void decode_kindAsAnotherKindOfText_isReportedNotThrown() {
        Map<String, Object> tree = new LinkedHashMap<>(PlainYaml.tree(tcp("")));
        tree.put("kind", new StringBuilder("TCPRoute"));

        assertThat(TrafficSplit.decode(tree).diagnostics().stream()
                        .map(d -> d.code().id()))
                .containsExactly("SMI1106");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what a caller with raw types may give
    void decode_sortedMapWithOtherKeys_isReportedNotThrown() {
        Map tree = new TreeMap<>(Map.of(1, 2));

        assertThat(TrafficSplit.decode(tree).diagnostics().toString())
                .isEqualTo("[ERROR SMI1106: keys must be strings, found the key 1]");
    }

    @Test
    void decode_nestedKeyThatIsNoString_isReportedAtItsObject() {
        Map<String, Object> tree = PlainYaml.tree(tcp("matches: {ports: {8080: 1}}"));

        assertThat(SmiResource.decode(tree).diagnostics().toString())
                .isEqualTo("[ERROR SMI1106 spec.matches.ports: keys must be strings, found the key 8080]");
    }

    @Test
    void decode_cyclicTree_isReported() {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("self", spec);
        Map<String, Object> tree = new LinkedHashMap<>(PlainYaml.tree(tcp("")));
        tree.put("spec", spec);

        assertThat(SmiResource.decode(tree).diagnostics().toString())
                .isEqualTo("[ERROR SMI1106 spec.self.self: nested deeper than 100 levels]");
    }

    @Test
    void decode_cyclicList_isReported() {
        List<Object> list = new ArrayList<>();
        list.add(list);

        assertThat(SmiResource.decode(Map.of("spec", list)).diagnostics().toString())
                .isEqualTo("[ERROR SMI1106 spec[0][0]: nested deeper than 100 levels]");
    }

    @Test
    void decode_dateFromAParser_isReportedAtItsPath() {
        Map<String, Object> tree = Map.of("metadata", Map.of("creationTimestamp", new java.util.Date(0)));

        assertThat(SmiResource.decode(tree).diagnostics().toString())
                .isEqualTo("[ERROR SMI1106 metadata.creationTimestamp: not a plain value: Date]");
    }

    /** Jackson can be told to make arrays of lists; Gson makes doubles of all numbers. */
    @Test
    void decode_arraysAndDoubles_areListsAndWholeNumbers() {
        Map<String, Object> backend = Map.of("service", "a", "weight", 90.0);
        Map<String, Object> tree = Map.of(
                "apiVersion",
                "split.smi-spec.io/v1alpha4",
                "kind",
                "TrafficSplit",
                "metadata",
                Map.of("name", "t"),
                "spec",
                Map.of("service", "web", "backends", new Object[] {backend}));

        assertThat(TrafficSplit.fromTree(tree))
                .isEqualTo(splitValue("v1alpha4").addBackend("a", 90).build());
    }

    @Test
    void decode_portsOfEveryNumberType_areRead() {
        Object[] ports = {8080.0, 8081L, BigInteger.valueOf(8082), 8083.0f, (short) 8084, new StringBuilder("8085")};
        Map<String, Object> tree = Map.of(
                "apiVersion",
                "specs.smi-spec.io/v1alpha4",
                "kind",
                "TCPRoute",
                "metadata",
                Map.of("name", "t"),
                "spec",
                Map.of("matches", Map.of("ports", ports)));

        assertThat(TCPRoute.fromTree(tree))
                .isEqualTo(TCPRoute.builder()
                        .name("t")
                        .ports(8080, 8081, 8082, 8083, 8084, 8085)
                        .build());
    }

    @Test
    void fromTree_faults_areAllInTheException() {
        Map<String, Object> tree =
                PlainYaml.tree(split("v1alpha4", "backends: [{service: a, weight: x}, {service: b}]"));

        assertThatThrownBy(() -> SmiResource.fromTree(tree))
                .isInstanceOfSatisfying(
                        SmiFormatException.class,
                        e -> assertThat(e.diagnostics().stream()
                                        .map(d -> d.code().id()))
                                .containsExactly("SMI1106", "SMI1111", "SMI1107"))
                .hasMessage(
                        "ERROR SMI1106 TrafficSplit t spec.backends[0].weight: must be a number or a quantity such as"
                                + " 500m, was \"x\"\nERROR SMI1107 TrafficSplit t spec.service: is missing: expected a string");
    }

    @Test
    void fromTree_null_namesTheTree() {
        assertThatThrownBy(() -> SmiResource.fromTree(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("tree");
        assertThatThrownBy(() -> TrafficSplit.fromTree(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("tree");
    }

    static Stream<Arguments> inferred() {
        return Stream.of(
                arguments(
                        "split",
                        "{kind: TrafficSplit, metadata: {name: t}, spec: {service: a, backends: []}}",
                        "split.smi-spec.io/v1alpha4"),
                arguments(
                        "split with fractions",
                        "{kind: TrafficSplit, metadata: {name: t}, spec: {service: a, backends: [{service: a, weight: 500m}]}}",
                        "split.smi-spec.io/v1alpha1"),
                arguments(
                        "split with a whole quantity",
                        "{kind: TrafficSplit, metadata: {name: t}, spec: {service: a, backends: [{service: a, weight: 1k}]}}",
                        "split.smi-spec.io/v1alpha4"),
                arguments(
                        "target",
                        "{kind: TrafficTarget, metadata: {name: t}, spec: {destination: {kind: ServiceAccount, name: a}}}",
                        "access.smi-spec.io/v1alpha4"),
                arguments(
                        "target with port",
                        "{kind: TrafficTarget, metadata: {name: t}, spec: {destination: {kind: ServiceAccount, name: a, port: 80}}}",
                        "access.smi-spec.io/v1alpha2"),
                arguments(
                        "flat target",
                        "{kind: TrafficTarget, metadata: {name: t}, destination: {kind: ServiceAccount, name: a}}",
                        "access.smi-spec.io/v1alpha1"),
                arguments(
                        "group",
                        "{kind: HTTPRouteGroup, metadata: {name: t}, spec: {matches: []}}",
                        "specs.smi-spec.io/v1alpha4"),
                arguments(
                        "flat group",
                        "{kind: HTTPRouteGroup, metadata: {name: t}, matches: []}",
                        "specs.smi-spec.io/v1alpha2"),
                arguments(
                        "TCPRoute",
                        "{kind: TCPRoute, metadata: {name: t}, spec: {matches: {ports: [80]}}}",
                        "specs.smi-spec.io/v1alpha4"),
                arguments("bare TCPRoute", "{kind: TCPRoute, metadata: {name: t}}", "specs.smi-spec.io/v1alpha2"),
                arguments("UDPRoute", "{kind: UDPRoute, metadata: {name: t}}", "specs.smi-spec.io/v1alpha4"),
                arguments(
                        "binding",
                        "{kind: IdentityBinding, metadata: {name: t}, spec: {schemes: {}}}",
                        "access.smi-spec.io/v1alpha4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inferred")
    void decode_missingApiVersion_isInferredWithAWarning(String name, String text, String apiVersion) {
        Decoded<SmiResource> decoded = SmiResource.decode(PlainYaml.tree(text));

        assertThat(decoded.value().map(SmiResource::apiVersion)).contains(apiVersion);
        assertThat(decoded.diagnostics().stream().map(Diagnostic::toString))
                .containsExactly("WARNING SMI1104 " + PlainYaml.tree(text).get("kind")
                        + " t apiVersion: is missing: read as " + apiVersion + " by its shape");
    }

    static Stream<Arguments> ambiguous() {
        return Stream.of(
                arguments("split without spec", "{kind: TrafficSplit, metadata: {name: t}, service: a}"),
                arguments(
                        "conditions and fractions",
                        "{kind: TrafficSplit, metadata: {name: t}, spec: {service: a, matches: [], backends: [{service: a, weight: 500m}]}}"),
                arguments("target of both shapes", "{kind: TrafficTarget, metadata: {name: t}, spec: {}, sources: []}"),
                arguments("target of no shape", "{kind: TrafficTarget, metadata: {name: t}}"),
                arguments("group of both shapes", "{kind: HTTPRouteGroup, metadata: {name: t}, spec: {}, matches: []}"),
                arguments("group of no shape", "{kind: HTTPRouteGroup, metadata: {name: t}}"),
                arguments(
                        "TCPRoute of the Gateway API", "{kind: TCPRoute, metadata: {name: t}, spec: {parentRefs: []}}"),
                arguments("TCPRoute with rules", "{kind: TCPRoute, metadata: {name: t}, spec: {rules: []}}"),
                arguments(
                        "TCPRoute with ports at the top",
                        "{kind: TCPRoute, metadata: {name: t}, matches: {ports: [80]}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ambiguous")
    void decode_ambiguousShape_isAnError(String name, String text) {
        Decoded<SmiResource> decoded = SmiResource.decode(PlainYaml.tree(text));

        assertThat(decoded.diagnostics().stream().map(Diagnostic::toString))
                .containsExactly("ERROR SMI1105 " + PlainYaml.tree(text).get("kind")
                        + " t apiVersion: is missing, and the shape does not tell which version is meant");
        assertThat(decoded.remainder()).isEmpty();
    }

    static Stream<Arguments> remainders() {
        return Stream.of(
                arguments(
                        "faulty backend",
                        split("v1alpha4", "service: web, backends: [{service: a, weight: 1}, {service: b, weight: x}]"),
                        splitValue("v1alpha4").addBackend("a", 1).build()),
                arguments(
                        "faulty matches of a split never mean all requests",
                        split("v1alpha4", "service: web, matches: x, backends: []"),
                        splitValue("v1alpha4")
                                .matches(SplitMatches.of(List.of()))
                                .build()),
                arguments(
                        "one faulty port",
                        tcp("matches: {ports: [80, http]}"),
                        TCPRoute.builder().name("t").ports(80).build()),
                arguments(
                        "a match with a faulty header",
                        group("matches: [{name: m, headers: {x: 1}}, {name: n, pathRegex: /}]"),
                        groupValue(
                                        "v1alpha4",
                                        HTTPMatch.builder()
                                                .name("n")
                                                .pathRegex("/")
                                                .build())
                                .build()),
                arguments(
                        "a match with one faulty method",
                        group("matches: [{name: m, methods: [GET, 1]}]"),
                        groupValue("v1alpha4").build()),
                arguments(
                        "a rule with faulty matches",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: a}, rules: [{kind: HTTPRouteGroup, name: g, matches: null}]"),
                        TrafficTarget.builder()
                                .name("t")
                                .destination(Subject.serviceAccount("a"))
                                .build()),
                arguments(
                        "a source with a faulty namespace",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "TrafficTarget",
                                "destination: {kind: ServiceAccount, name: a}, sources: [{kind: ServiceAccount, name: b, namespace: 5}]"),
                        TrafficTarget.builder()
                                .name("t")
                                .destination(Subject.serviceAccount("a"))
                                .build()),
                arguments(
                        "a selector with a faulty label",
                        nested(
                                "access.smi-spec.io/v1alpha4",
                                "IdentityBinding",
                                "schemes: {podLabelSelector: {matchLabels: {app: web, v: 1}}, spiffeIdentities: [a, 1]}"),
                        IdentityBinding.builder()
                                .name("t")
                                .addSpiffeIdentity("a")
                                .build()),
                arguments(
                        "a faulty label of the resource",
                        "{apiVersion: specs.smi-spec.io/v1alpha4, kind: TCPRoute, metadata: {name: t, labels: {a: 1}}}",
                        TCPRoute.builder().name("t").build()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("remainders")
    void remainder_leavesOutWhatIsFaulty(String name, String text, SmiResource expected) {
        Decoded<SmiResource> decoded = SmiResource.decode(PlainYaml.tree(text));

        assertThat(decoded.value()).isEmpty();
        assertThat(decoded.remainder()).contains(expected);
    }

    static Stream<Arguments> withoutRemainder() {
        String access = "access.smi-spec.io/v1alpha2";
        return Stream.of(
                arguments("all ports faulty", tcp("matches: {ports: [http]}")),
                arguments("the ports are no list", tcp("matches: {ports: 80}")),
                arguments("null ports", tcp("matches: {ports: null}")),
                arguments("null matches", tcp("matches: null")),
                arguments(
                        "ports where the version does not have them",
                        nested("specs.smi-spec.io/v1alpha2", "TCPRoute", "matches: {ports: [80]}")),
                arguments(
                        "faulty destination port",
                        nested(access, "TrafficTarget", TARGET_BODY.formatted(", port: http", "rules"))),
                arguments(
                        "null destination port",
                        nested(access, "TrafficTarget", TARGET_BODY.formatted(", port: null", "rules"))),
                arguments(
                        "faulty namespace of the destination",
                        nested(access, "TrafficTarget", "destination: {kind: ServiceAccount, name: a, namespace: 5}")),
                arguments(
                        "faulty namespace of the resource",
                        flat(access, "TrafficTarget", "spec: {" + TARGET_BODY.formatted("", "rules") + "}")
                                .replace("{name: t}", "{name: t, namespace: 5}")),
                arguments("no service", split("v1alpha4", "backends: []")),
                arguments(
                        "no name", split("v1alpha4", "service: a, backends: []").replace("{name: t}", "{}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutRemainder")
    void remainder_whereTheRestWouldMeanMore_isAbsent(String name, String text) {
        Decoded<SmiResource> decoded = SmiResource.decode(PlainYaml.tree(text));

        assertThat(decoded.hasErrors()).isTrue();
        assertThat(decoded.remainder()).isEmpty();
    }
}
