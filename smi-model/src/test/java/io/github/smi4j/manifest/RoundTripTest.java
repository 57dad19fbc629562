package io.github.smi4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.model.Decoded;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.PlainYaml;
import io.github.smi4j.model.SmiArbitraries;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is written is what is read back: by us, and by parsers that are not ours. */
class RoundTripTest {
    static Stream<Arguments> documents() {
        return Stream.of(
                arguments(
                        "access v1alpha1",
                        "access.smi-spec.io/v1alpha1",
                        "TrafficTarget",
                        "destination: {kind: ServiceAccount, name: a, namespace: n, d: 1, port: 80}, specs: [{kind: TCPRoute, name: r, e: 1}],"
                                + " sources: [{kind: ServiceAccount, name: b, namespace: n, f: 1}], g: 1"),
                arguments(
                        "access v1alpha2",
                        "access.smi-spec.io/v1alpha2",
                        "TrafficTarget",
                        "spec: {destination: {kind: ServiceAccount, name: a, port: 80}, rules: [{kind: HTTPRouteGroup, name: r, matches: [m]}], sources: [], z: 1}"),
                arguments(
                        "access v1alpha4",
                        "access.smi-spec.io/v1alpha4",
                        "TrafficTarget",
                        "spec: {destination: {kind: IdentityBinding, group: access.smi-spec.io, name: a, namespace: n}, rules: [{kind: HTTPRouteGroup, name: r, matches: []}], sources: []}, status: {a: null}"),
                arguments(
                        "binding",
                        "access.smi-spec.io/v1alpha4",
                        "IdentityBinding",
                        "spec: {schemes: {podLabelSelector: {matchLabels: {b: '1', a: '2'}, matchExpressions: []}, spiffeIdentities: [s], serviceAccount: a, other: 1}, z: 1}"),
                arguments(
                        "group v1alpha1",
                        "specs.smi-spec.io/v1alpha1",
                        "HTTPRouteGroup",
                        "matches: [{name: m, pathRegex: /, methods: [GET], z: 1}], y: [null]"),
                arguments(
                        "group v1alpha2",
                        "specs.smi-spec.io/v1alpha2",
                        "HTTPRouteGroup",
                        "matches: [{name: m, headers: {b: '1', a: '2'}}]"),
                arguments(
                        "group v1alpha4",
                        "specs.smi-spec.io/v1alpha4",
                        "HTTPRouteGroup",
                        "spec: {matches: [], z: {b: 1, a: [{}]}}, status: {}"),
                arguments("tcp v1alpha1", "specs.smi-spec.io/v1alpha1", "TCPRoute", "z: 1, a: 1"),
                arguments("tcp v1alpha3", "specs.smi-spec.io/v1alpha3", "TCPRoute", "spec: {}"),
                arguments(
                        "tcp v1alpha4",
                        "specs.smi-spec.io/v1alpha4",
                        "TCPRoute",
                        "spec: {matches: {name: m, ports: [80, 443], z: 1}}"),
                arguments("udp", "specs.smi-spec.io/v1alpha4", "UDPRoute", "spec: {matches: {ports: []}}"),
                arguments(
                        "split v1alpha1",
                        "split.smi-spec.io/v1alpha1",
                        "TrafficSplit",
                        "spec: {service: a, backends: [{service: b, weight: 500m}, {service: c, weight: 5, z: 1}]}"),
                arguments(
                        "split v1alpha4",
                        "split.smi-spec.io/v1alpha4",
                        "TrafficSplit",
                        "spec: {service: a, matches: [{apiGroup: g, kind: HTTPRouteGroup, name: n, z: 1}], backends: [], z: 1, y: 1}"));
    }

    /** Compared as text, so that order counts too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void toTree_ofADocument_isTheDocument(String name, String apiVersion, String kind, String body) {
        Map<String, Object> tree = PlainYaml.tree("{apiVersion: " + apiVersion + ", kind: " + kind
                + ", metadata: {name: t, namespace: n, labels: {z: '1', a: '2'}, annotations: {k: v}, uid: u, managedFields: [{m: null}]}, "
                + body + "}");

        assertThat(SmiResource.fromTree(tree).toTree()).isEqualTo(tree).hasToString(tree.toString());
    }

    @Property(tries = 300)
    void decode_ofToTree_isTheSame(@ForAll("resources") SmiResource resource) {
        Decoded<SmiResource> decoded = SmiResource.decode(resource.toTree());

        // A port beside a binding is written where no version has it, and said so.
        assertThat(decoded.diagnostics()).allMatch(d -> d.code() == TextCode.FIELD_OF_OTHER_VERSION);
        assertThat(decoded.value()).contains(resource);
    }

    @Property(tries = 300)
    void read_ofWrittenYaml_isTheSame(@ForAll("resources") SmiResource resource) {
        String text = ManifestWriter.yaml().write(resource);

        assertThat(ManifestReader.create().read(text, "a").resources()).as(text).containsExactly(resource);
    }

    @Property(tries = 300)
    void read_ofWrittenJson_isTheSame(@ForAll("resources") SmiResource resource) {
        String text = ManifestWriter.json().write(resource);

        assertThat(ManifestReader.create().read(text, "a").resources()).as(text).containsExactly(resource);
    }

    @Property(tries = 300)
    void yaml_anyTree_isReadAlikeByYaml12(@ForAll("trees") Map<String, Object> tree) {
        String text = ManifestWriter.yaml().write(OtherResource.of(tree));

        Object read = new Load(LoadSettings.builder().build()).loadFromString(text);

        assertThat(comparable(read)).as(text).isEqualTo(comparable(tree));
    }

    @Property(tries = 300)
    void yaml_anyTree_isReadAlikeByYaml11(@ForAll("trees") Map<String, Object> tree) {
        String text = ManifestWriter.yaml().write(OtherResource.of(tree));

        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);

        assertThat(comparable(read)).as(text).isEqualTo(comparable(tree));
    }

    @Property(tries = 300)
    void json_anyTree_isReadAlikeByJackson(@ForAll("unicodeTrees") Map<String, Object> tree) throws Exception {
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        String text = ManifestWriter.json().write(OtherResource.of(tree));

        assertThat(comparable(mapper.readValue(text, Map.class))).as(text).isEqualTo(comparable(tree));
    }

    @Property(tries = 300)
    void yaml_anyTree_isReadBackByUs(@ForAll("trees") Map<String, Object> tree) {
        Map<String, Object> named = new LinkedHashMap<>(tree);
        named.put("kind", "Other");

        List<OtherResource> read = ManifestReader.create()
                .read(ManifestWriter.yaml().write(OtherResource.of(named)), "a")
                .otherResources();

        assertThat(read).containsExactly(OtherResource.of(named));
    }

    /** Numbers by what a double can hold of them: parsers read fractions as doubles. */
    private static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((k, v) -> copy.put(k, comparable(v)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return new ArrayList<>(list.stream()
                    .map(RoundTripTest::comparable)
                    .map(v -> v == null ? "<null>" : v)
                    .toList());
        }
        if (value instanceof BigDecimal || value instanceof Double) {
            return ((Number) value).doubleValue();
        }
        return value instanceof Number number ? new BigInteger(number.toString()) : value;
    }

    @Provide
    Arbitrary<SmiResource> resources() {
        return SmiArbitraries.resources();
    }

    /** Jackson refuses half of a surrogate pair, escaped or not. */
    @Provide
    Arbitrary<Map<String, Object>> unicodeTrees() {
        return trees().filter(tree ->
                tree.toString().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
    }

    @Provide
    Arbitrary<Map<String, Object>> trees() {
        return SmiArbitraries.trees(3);
    }

    private static final TrafficSplit SPLIT = TrafficSplit.builder()
            .name("canary")
            .namespace("shop")
            .service("web.shop.svc")
            .addBackend("web-v1", 90)
            .addBackend("010", 10)
            .build();

    @Test
    void yaml_split_isBlockStyle() {
        assertThat(ManifestWriter.yaml().write(SPLIT)).isEqualTo("""
                        apiVersion: split.smi-spec.io/v1alpha4
                        kind: TrafficSplit
                        metadata:
                          name: canary
                          namespace: shop
                        spec:
                          service: web.shop.svc
                          backends:
                          - service: web-v1
                            weight: 90
                          - service: "010"
                            weight: 10
                        """);
    }

    @Test
    void json_split_isIndented() {
        assertThat(ManifestWriter.json()
                        .write(TCPRoute.builder().name("r").ports(80).build()))
                .isEqualTo("""
                        {
                          "apiVersion": "specs.smi-spec.io/v1alpha4",
                          "kind": "TCPRoute",
                          "metadata": {
                            "name": "r"
                          },
                          "spec": {
                            "matches": {
                              "ports": [
                                80
                              ]
                            }
                          }
                        }
                        """);
    }

    @Test
    void yaml_severalResources_areDocuments() {
        TCPRoute route = TCPRoute.builder()
                .name("r")
                .apiVersion("specs.smi-spec.io/v1alpha1")
                .build();

        assertThat(ManifestWriter.yaml().write(List.of(route, route))).isEqualTo("""
                        ---
                        apiVersion: specs.smi-spec.io/v1alpha1
                        kind: TCPRoute
                        metadata:
                          name: r
                        ---
                        apiVersion: specs.smi-spec.io/v1alpha1
                        kind: TCPRoute
                        metadata:
                          name: r
                        """);
    }

    @Test
    void json_severalResources_areAList() throws Exception {
        String text = ManifestWriter.json().write(List.of(SPLIT, SPLIT));

        Map<?, ?> list = new ObjectMapper().readValue(text, Map.class);
        assertThat(list.get("apiVersion")).isEqualTo("v1");
        assertThat(list.get("kind")).isEqualTo("List");
        assertThat(ManifestReader.create().read(text, "a").resources()).containsExactly(SPLIT, SPLIT);
    }

    @Test
    void json_ofWhatIsNoKubernetesResource_isOneObjectAfterTheOther() {
        Manifest entry = new Manifest() {
            @Override
            public Map<String, Object> toTree() {
                return Map.of("Kind", "service-defaults");
            }

            @Override
            public boolean isKubernetesObject() {
                return false;
            }
        };

        assertThat(ManifestWriter.json().write(List.of(entry, entry))).isEqualTo("""
                {
                  "Kind": "service-defaults"
                }
                {
                  "Kind": "service-defaults"
                }
                """);
    }

    @Test
    void json_noResource_isAnEmptyList() {
        assertThat(ManifestWriter.json().write(List.<Manifest>of()))
                .isEqualTo("{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"List\",\n  \"items\": []\n}\n");
    }

    static Stream<Arguments> yamlForms() {
        return Stream.of(
                arguments("empty map", Map.of(), "a: {}\n"),
                arguments("empty list", List.of(), "a: []\n"),
                arguments("null", null, "a: null\n"),
                arguments("list of null", Arrays.asList((Object) null), "a:\n- null\n"),
                arguments("list of lists", List.of(List.of(1, 2), List.of()), "a: [[1, 2], []]\n"),
                arguments("list of empty maps", List.of(Map.of()), "a:\n- {}\n"),
                arguments("list in a map in a list", List.of(Map.of("b", List.of("c"))), "a:\n- b:\n  - c\n"),
                arguments("map in a list in a list", List.of(List.of(Map.of("b", "c"))), "a: [[{\"b\": \"c\"}]]\n"),
                arguments("big number", new BigInteger("99999999999999999999"), "a: 99999999999999999999\n"),
                arguments("small number", new BigDecimal("1E-7"), "a: 1E-7\n"),
                arguments("double", 0.1, "a: 0.1\n"),
                arguments("line break", "b\nc", "a: \"b\\nc\"\n"),
                arguments("lone surrogate", "\ud800", "a: \"\\ud800\"\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("yamlForms")
    void yaml_value_isWrittenAs(String name, Object value, String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("a", value);

        assertThat(ManifestWriter.yaml().write(OtherResource.of(tree))).isEqualTo(text);
    }
}
