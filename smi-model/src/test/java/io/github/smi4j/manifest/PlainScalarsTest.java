package io.github.smi4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.Ports;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unquoted scalars are read as Kubernetes reads them, and where YAML 1.2 reads something else, that is said. */
class PlainScalarsTest {
    private static final boolean DISPUTED = true;
    private static final boolean AGREED = false;

    private static Stream<Arguments> each(@Nullable Object value, boolean disputed, String... texts) {
        return Arrays.stream(texts).map(text -> arguments(text, value, disputed));
    }

    private static Stream<Arguments> texts(String... texts) {
        return Arrays.stream(texts).map(text -> arguments(text, text, AGREED));
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                        each(true, AGREED, "true", "True", "TRUE"),
                        each(true, DISPUTED, "y", "Y", "yes", "Yes", "YES", "on", "On", "ON"),
                        each(false, AGREED, "false", "False", "FALSE"),
                        each(false, DISPUTED, "n", "N", "no", "No", "NO", "off", "Off", "OFF"),
                        each(null, AGREED, "", "~", "null", "Null", "NULL"),
                        texts("tRUE", "yEs", "oN", "nULL", "nil", "none", "yes ", "trueish", "falsetto", "Nullable"),
                        texts(".iNf", ".Nan", "inf", "nan", "+.nan", "."),
                        each(0, AGREED, "0", "-0", "+0", "00", "0x0", "0o0"),
                        each(7, AGREED, "7", "+7", "07", "007", "0x7", "0o7"),
                        each(8, AGREED, "8", "08", "008"),
                        each(-8, AGREED, "-8", "-08"),
                        each(
                                8, DISPUTED, "010", "+010", "0_10", "0b1000", "0B1000", "0O10", "+0o10", "0X8", "+0x8",
                                "8_", "0_8"),
                        each(-8, DISPUTED, "-010", "-0x8", "-0o10", "-0b1000"),
                        each(31, AGREED, "31", "0x1F", "0x1f", "0o37"),
                        each(31, DISPUTED, "0X1F", "+0x1F", "0x1_F", "037", "0b11111"),
                        each(1000, AGREED, "1000"),
                        each(1000, DISPUTED, "1_000", "1__000", "1_0_0_0_", "+1_000"),
                        each(Integer.MAX_VALUE, AGREED, "2147483647"),
                        each(2147483648L, AGREED, "2147483648"),
                        each(Long.MIN_VALUE, AGREED, "-9223372036854775808"),
                        each(new BigInteger("9223372036854775808"), AGREED, "9223372036854775808"),
                        each(new BigInteger("18446744073709551615"), AGREED, "0xFFFFFFFFFFFFFFFF"),
                        // No number of 64 bits: octal digits are decimal ones then, and everything else is text.
                        each(new BigInteger("18446744073709551615"), DISPUTED, "01777777777777777777777"),
                        each(new BigInteger("7777777777777777777777"), AGREED, "07777777777777777777777"),
                        each("-0xFFFFFFFFFFFFFFFF", AGREED, "-0xFFFFFFFFFFFFFFFF"),
                        each(new BigDecimal("0.5"), AGREED, "0.5", ".5", "+.5", "+0.5", "00.5"),
                        each(new BigDecimal("1e3"), AGREED, "1e3", "1E3", "1e+3"),
                        each(new BigDecimal("1e3"), DISPUTED, "1_e3", "1e_3"),
                        each(new BigDecimal("1."), AGREED, "1."),
                        each(new BigDecimal("10.5"), DISPUTED, "1_0.5"),
                        texts(
                                "._5", ".5_0", ".e3", "1e", "e1", "1e+", "0x", "0o", "0b", "0xG", "0o8", "-", "+",
                                "--1", "+-1"),
                        texts(
                                "12:30:45",
                                "190:20:30",
                                "2024-01-01",
                                "2024-01-01T00:00:00Z",
                                "1.2.3",
                                "1a",
                                "0b2",
                                "0x1.8"),
                        texts("=", "<<", "_1", "a_b"))
                .flatMap(s -> s);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("scalars")
    void resolve_ofAScalar_isAsInKubernetes(String text, @Nullable Object value, boolean disputed) {
        Object read = PlainScalars.resolve(text);

        if (value instanceof BigDecimal number) {
            assertThat((BigDecimal) read).isEqualByComparingTo(number);
        } else {
            assertThat(read).isEqualTo(value);
        }
        assertThat(PlainScalars.isDisputed(text)).isEqualTo(disputed);
        assertThat(PlainScalars.isNotFinite(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN"
            })
    void isNotFinite_ofWhatJsonCannotSay(String text) {
        assertThat(PlainScalars.isNotFinite(text)).isTrue();
    }

    @Test
    void resolve_ofMoreDigitsThanAnyNumberHas_isText() {
        String digits = "9".repeat(1_000_000);

        assertThat(PlainScalars.resolve(digits)).isEqualTo(digits);
        assertThat(PlainScalars.isDisputed(digits)).isFalse();
    }

    // YAML 1.2.2, 10.3.2: the core schema
    private static final Pattern CORE_NULL = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern CORE_TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern CORE_FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern CORE_INT = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern CORE_OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern CORE_HEX = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern CORE_FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern CORE_INFINITE = Pattern.compile("[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    private static @Nullable Object core(String text) {
        if (CORE_NULL.matcher(text).matches()) {
            return null;
        }
        if (CORE_TRUE.matcher(text).matches() || CORE_FALSE.matcher(text).matches()) {
            return CORE_TRUE.matcher(text).matches();
        }
        if (CORE_INT.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        if (CORE_OCTAL.matcher(text).matches() || CORE_HEX.matcher(text).matches()) {
            return new BigDecimal(new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8));
        }
        return CORE_FLOAT.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private static boolean isSame(@Nullable Object ours, @Nullable Object core) {
        return ours instanceof Number && core instanceof BigDecimal number
                ? new BigDecimal(ours.toString()).compareTo(number) == 0
                : Objects.equals(ours, core);
    }

    @Property(tries = 5000)
    void isDisputed_isWhereYaml12ReadsSomethingElse(@ForAll("scalarTexts") String text) {
        boolean differs = !isSame(PlainScalars.resolve(text), core(text));

        assertThat(PlainScalars.isDisputed(text)).as("%s", text).isEqualTo(differs);
    }

    @Property(tries = 2000)
    void isNotFinite_isThatOfYaml12(@ForAll("scalarTexts") String text) {
        assertThat(PlainScalars.isNotFinite(text))
                .isEqualTo(CORE_INFINITE.matcher(text).matches());
    }

    /** Up to 12 characters: exponents stay below the seven digits past which a number is text to us. */
    @Provide
    Arbitrary<String> scalarTexts() {
        Arbitrary<String> soup = Arbitraries.of(
                        "0", "1", "7", "8", "9", "10", "-", "+", "x", "X", "o", "O", "b", "B", "_", ".", "e", "E", "f",
                        "0x", "0o", "0b", "00", "ye", "s", "n", "on", "off", "true", "null", ".inf", ".nan", "~", "Y",
                        "T", "R")
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
        Arbitrary<String> numbers =
                Arbitraries.strings().withChars("0178_.e-+xob").ofMaxLength(7);
        return Arbitraries.oneOf(soup, numbers).filter(text -> text.length() <= 12);
    }

    private static ResourceSet read(String text) {
        return ManifestReader.create().read(text, "a.yaml");
    }

    private static List<String> lines(ResourceSet set) {
        return set.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    private static ResourceSet split(String weight) {
        return read("apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nmetadata: {name: a}\n"
                + "spec: {service: s, backends: [{service: b, weight: " + weight + "}]}\n");
    }

    private static ResourceSet route(String metadata, String ports) {
        return read("apiVersion: specs.smi-spec.io/v1alpha4\nkind: TCPRoute\nmetadata: {name: a" + metadata + "}\n"
                + "spec: {matches: {ports: " + ports + "}}\n");
    }

    @Test
    void read_weightYes_isOneFindingWithItsCause() {
        assertThat(lines(split("yes")))
                .containsExactly(
                        "ERROR SMI1106 a.yaml:4:52 TrafficSplit a spec.backends[0].weight: must be a number or a"
                                + " quantity such as 500m, was true; yes was read as true, as Kubernetes does");
    }

    @Test
    void read_weightWithUnderscores_isAWarning() {
        ResourceSet set = split("1_000");

        assertThat(lines(set))
                .containsExactly(
                        "WARNING SMI1010 a.yaml:4:52 TrafficSplit a: 1_000 was read as 1000, as Kubernetes does");
        assertThat(set.resources(TrafficSplit.class).get(0).backends().get(0).weight())
                .hasToString("1000");
    }

    @Test
    void read_weightInfinite_isAnError() {
        assertThat(lines(split(".inf")))
                .anyMatch(l ->
                        l.contains("SMI1106 a.yaml:4:52") && l.contains(".inf is not a number that JSON can write"));
    }

    @Test
    void read_labelOn_isOneFindingWithItsCause() {
        assertThat(lines(route(", labels: {a: on}", "[80]")))
                .singleElement()
                .asString()
                .startsWith("ERROR SMI1106 a.yaml:3:")
                .endsWith("; on was read as true, as Kubernetes does");
    }

    @Test
    void read_labelKeyY_isTheTextTrue() {
        ResourceSet set = route(", labels: {y: a}", "[80]");

        assertThat(lines(set))
                .containsExactly(
                        "WARNING SMI1010 a.yaml:3:30 TCPRoute a: the key y was read as true, as Kubernetes does");
        assertThat(set.resources(TCPRoute.class).get(0).metadata().labels()).isEqualTo(Map.of("true", "a"));
    }

    @Test
    void read_labelKeyNull_isAnError() {
        assertThat(lines(route(", labels: {~: x}", "[80]")))
                .containsExactly("ERROR SMI1007 a.yaml:3:30 TCPRoute a: a key must be a string, was null");
    }

    @Test
    void read_keysThatAreTheSameToKubernetes_areTwice() {
        assertThat(lines(read("kind: X\na: {y: 1, 'true': 2}\nb: {8: 1, 010: 2}")))
                .contains(
                        "ERROR SMI1004 a.yaml:2:11: the key \"true\" occurs twice in one object",
                        "ERROR SMI1004 a.yaml:3:11: the key \"8\" occurs twice in one object");
    }

    @Test
    void read_hexadecimalPort_isReadWithoutWarning() {
        ResourceSet set = route("", "[0x1F90]");

        assertThat(lines(set)).isEmpty();
        assertThat(set.resources(TCPRoute.class).get(0).matches().ports()).isEqualTo(Ports.of(8080));
    }

    @Test
    void read_binaryPort_isReadWithAWarning() {
        ResourceSet set = route("", "[0b1]");

        assertThat(lines(set))
                .containsExactly("WARNING SMI1010 a.yaml:4:26 TCPRoute a: 0b1 was read as 1, as Kubernetes does");
        assertThat(set.resources(TCPRoute.class).get(0).matches().ports()).isEqualTo(Ports.of(1));
    }

    @Test
    void read_quotedWords_areText() {
        ResourceSet set = read("apiVersion: specs.smi-spec.io/v1alpha4\nkind: HTTPRouteGroup\nmetadata: {name: 'yes'}\n"
                + "spec: {matches: [{name: \"on\", methods: ['010']}]}\n");

        assertThat(lines(set)).isEmpty();
        assertThat(set.resources(HTTPRouteGroup.class).get(0).matches().get(0).name())
                .isEqualTo("on");
    }
}
