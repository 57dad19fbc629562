package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The maps that parsers make of one document differ in their types; what is read of them does not. */
class MapsOfOtherParsersTest {
    private interface Parser {
        Map<String, Object> parse(String json) throws Exception;
    }

    /** Unknown fields everywhere; whole numbers only in fields that the model knows. */
    private static final List<String> DOCUMENTS = List.of(
            document("split.smi-spec.io/v1alpha4", "TrafficSplit", """
                    "spec":{"service":"web",
                      "matches":[{"kind":"HTTPRouteGroup","name":"beta","note":null}],
                      "backends":[{"service":"v1","weight":90},{"service":"v2","weight":0,"zone":["a",true]}],
                      "mirror":{"share":0.5}}"""),
            document("split.smi-spec.io/v1alpha1", "TrafficSplit", """
                    "spec":{"service":"web",
                      "backends":[{"service":"v1","weight":"500m"},{"service":"v2","weight":1000000},
                        {"service":"v3","weight":1.5}]}"""),
            document("access.smi-spec.io/v1alpha4", "TrafficTarget", """
                    "spec":{"destination":{"kind":"IdentityBinding","name":"web","zone":"a"},
                      "rules":[{"kind":"HTTPRouteGroup","name":"g","matches":[]},{"kind":"TCPRoute","name":"t"}],
                      "sources":[]}"""),
            document("access.smi-spec.io/v1alpha2", "TrafficTarget", """
                    "spec":{"destination":{"kind":"ServiceAccount","name":"web","port":8080}}"""),
            document("access.smi-spec.io/v1alpha1", "TrafficTarget", """
                    "destination":{"kind":"ServiceAccount","name":"web","port":8080},
                    "specs":[{"kind":"HTTPRouteGroup","name":"g","matches":["read"]}],"sources":[]"""),
            document("access.smi-spec.io/v1alpha4", "IdentityBinding", """
                    "spec":{"schemes":{"podLabelSelector":{"matchLabels":{"app":"web"}},
                      "spiffeIdentities":["a/b"],"serviceAccount":"web","x509":{"subject":"CN=web"}}}"""),
            document("specs.smi-spec.io/v1alpha4", "HTTPRouteGroup", """
                    "spec":{"matches":[{"name":"read","pathRegex":"/.*","methods":["GET"],
                      "headers":{"x-a":"1","b":"2"},"share":0.25}]}"""),
            document("specs.smi-spec.io/v1alpha2", "HTTPRouteGroup", """
                    "matches":[{"name":"read","headers":{"x-a":"1"}}]"""),
            document("specs.smi-spec.io/v1alpha4", "TCPRoute", """
                    "spec":{"matches":{"name":"db","ports":[5432,1,65535]},"note":"x"}"""),
            document("specs.smi-spec.io/v1alpha4", "UDPRoute", """
                    "spec":{"matches":{"ports":[53]}}"""));

    private static String document(String apiVersion, String kind, String fields) {
        return """
                {"apiVersion":"%s","kind":"%s",
                "metadata":{"name":"n","namespace":"shop","labels":{"z":"1","a":"2"},"uid":"0f1e",
                  "managedFields":[{"manager":"kubectl","fieldsV1":{"f:spec":{}}}]},
                %s,
                "status":{"ratio":0.1,"ready":true,"since":null}}""".formatted(apiVersion, kind, fields);
    }

    @SuppressWarnings("unchecked") // JSON has strings as keys
    private static Map<String, Parser> exactParsers() {
        var plain2 = new com.fasterxml.jackson.databind.ObjectMapper();
        var exact2 = com.fasterxml.jackson.databind.json.JsonMapper.builder()
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY)
                .build();
        var plain3 = new tools.jackson.databind.ObjectMapper();
        var exact3 = tools.jackson.databind.json.JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(tools.jackson.databind.DeserializationFeature.USE_LONG_FOR_INTS)
                .build();
        Gson longs = new GsonBuilder()
                .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
                .create();
        Gson decimals = new GsonBuilder()
                .setObjectToNumberStrategy(ToNumberPolicy.BIG_DECIMAL)
                .create();
        return new TreeMap<>(Map.of(
                "Jackson 2", json -> plain2.readValue(json, Map.class),
                "Jackson 2 with big numbers and arrays", json -> exact2.readValue(json, Map.class),
                "Jackson 3", json -> plain3.readValue(json, Map.class),
                "Jackson 3 with long and big numbers", json -> exact3.readValue(json, Map.class),
                "SnakeYAML", json -> new Yaml(new SafeConstructor(new LoaderOptions())).load(json),
                "Gson with long numbers", json -> longs.fromJson(json, Map.class),
                "Gson with big numbers", json -> decimals.fromJson(json, Map.class)));
    }

    /** As it is without settings: every number is a double. */
    @SuppressWarnings("unchecked") // JSON has strings as keys
    private static Map<String, Object> gson(String json) {
        return new Gson().fromJson(json, Map.class);
    }

    static Stream<Arguments> parsed() {
        List<Arguments> all = new ArrayList<>();
        for (String document : DOCUMENTS) {
            exactParsers().forEach((name, parser) -> all.add(arguments(name, parser, document)));
            all.add(arguments("Gson", (Parser) MapsOfOtherParsersTest::gson, document));
        }
        return all.stream();
    }

    @Test
    void documents_all_areOfEveryKind() {
        Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
        DOCUMENTS.forEach(document -> kinds.add(reference(document).resourceKind()));

        assertThat(kinds).containsExactly(ResourceKind.values());
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("parsed")
    void decode_anyParser_isEqual(String name, Parser parser, String document) throws Exception {
        SmiResource expected = reference(document);

        Decoded<SmiResource> decoded = SmiResource.decode(parser.parse(document));

        assertThat(decoded.diagnostics())
                .isEqualTo(SmiResource.decode(PlainYaml.tree(document)).diagnostics());
        assertThat(decoded.value()).contains(expected);
        assertThat(decoded.orThrow().toTree()).hasToString(expected.toTree().toString());
    }

    static Stream<Arguments> parsers() {
        return exactParsers().entrySet().stream().map(e -> arguments(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parsers")
    void decode_wholeNumbersOfUnknownFields_areEqual(String name, Parser parser) throws Exception {
        String document = DOCUMENTS.get(0).replace("\"uid\":\"0f1e\"", "\"generation\":7,\"big\":12345678901");

        assertThat(document).contains("generation");
        assertThat(SmiResource.fromTree(parser.parse(document))).isEqualTo(reference(document));
    }

    @Test
    void decode_gsonWeightAndPort_areWholeNumbers() {
        TrafficSplit split = TrafficSplit.fromTree(gson(DOCUMENTS.get(0)));
        TCPRoute route = TCPRoute.fromTree(gson(DOCUMENTS.get(8)));

        assertThat(gson(DOCUMENTS.get(0)).toString()).contains("weight=90.0");
        assertThat(split.backends()).extracting(Backend::weight).containsExactly(Quantity.of(90), Quantity.ZERO);
        assertThat(route.matches().ports()).isEqualTo(Ports.of(5432, 1, 65535));
    }

    /** Nothing tells that it was written without a fraction. */
    @Test
    void decode_gsonWholeNumberOfUnknownField_isTheSameNumber() {
        String document = DOCUMENTS.get(0).replace("\"uid\":\"0f1e\"", "\"generation\":7");

        Object generation =
                SmiResource.fromTree(gson(document)).metadata().other().asMap().get("generation");

        assertThat(new BigDecimal(String.valueOf(generation))).isEqualByComparingTo("7");
    }

    private static SmiResource reference(String document) {
        return SmiResource.fromTree(PlainYaml.tree(document));
    }
}
