package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest(name = "{0} = {1}, written {2}")
    @CsvSource({
        "0, 0, 0",
        "-0, 0, 0",
        "0.000, 0, 0",
        "10, 10, 10",
        "+1, 1, 1",
        "-5, -5, -5",
        "007, 7, 7",
        "1., 1, 1",
        ".5, 0.5, 500m",
        "-.5, -0.5, -500m",
        "0.5, 0.5, 500m",
        "500m, 0.5, 500m",
        "1000m, 1, 1",
        "1500m, 1.5, 1500m",
        "1u, 0.000001, 1u",
        "1n, 0.000000001, 1n",
        "0.1n, 0.0000000001, 0.0000000001",
        "1k, 1000, 1000",
        "1.5k, 1500, 1500",
        "1M, 1000000, 1000000",
        "1G, 1000000000, 1000000000",
        "1T, 1000000000000, 1000000000000",
        "1P, 1000000000000000, 1000000000000000",
        "1E, 1000000000000000000, 1000000000000000000",
        "12E, 12000000000000000000, 12000000000000000000",
        "1Ki, 1024, 1024",
        "1Mi, 1048576, 1048576",
        "1Gi, 1073741824, 1073741824",
        "1Ti, 1099511627776, 1099511627776",
        "1Pi, 1125899906842624, 1125899906842624",
        "1Ei, 1152921504606846976, 1152921504606846976",
        "0.5Ki, 512, 512",
        "1e3, 1000, 1000",
        "1e+3, 1000, 1000",
        "1E3, 1000, 1000",
        "12E5, 1200000, 1200000",
        "1e-3, 0.001, 1m",
        "1e18, 1000000000000000000, 1000000000000000000"
    })
    void parse_quantity_isExactNumber(String text, BigDecimal number, String written) {
        Quantity quantity = Quantity.parse(text);

        assertThat(quantity.value()).isEqualByComparingTo(number);
        assertThat(quantity).hasToString(written);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "", ".", "+", "-", "m", "Ki", "-.", "1e", "1e+", "1e1.5", "1e19", "1e-19", "1e999999999",
                "1e99999999999", "1 m", " 1", "1 ", "1,5", "1.2.3", "--1", "+-1", "1-", "1K", "1kb", "1mi", "0x10",
                "٣", "1e٣", "１", "NaN", "Infinity", "1_000", "1e3m", "1\n"
            })
    void tryParse_otherText_isAbsent(String text) {
        assertThat(Quantity.tryParse(text)).isEmpty();
    }

    @Test
    void tryParse_longestText_isRead() {
        assertThat(Quantity.tryParse("0".repeat(63) + "7")).contains(Quantity.of(7));
    }

    @Test
    void tryParse_longerText_isAbsent() {
        assertThat(Quantity.tryParse("0".repeat(64) + "7")).isEmpty();
    }

    @Test
    void parse_otherText_saysWhatIsExpected() {
        assertThatThrownBy(() -> Quantity.parse("ten"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a Kubernetes quantity such as 10, 0.5, 500m or 1Ki: \"ten\"");
    }

    @Test
    void of_hugeExponent_isRefusedWithoutExpandingIt() {
        assertThatThrownBy(() -> Quantity.of(new BigDecimal("1e999999999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("exponent beyond 18: 1E+999999999");
    }

    @Test
    void tryOf_hugeUnscaledNumber_isAbsent() {
        assertThat(Quantity.tryOf(new BigDecimal(BigInteger.TEN.pow(1000)))).isEmpty();
    }

    @Test
    void equals_sameNumberWrittenOtherwise_isEqual() {
        assertThat(Quantity.parse("1000m")).isEqualTo(Quantity.of(1)).hasSameHashCodeAs(Quantity.parse("1.000"));
    }

    @Test
    void compareTo_isByNumber() {
        assertThat(Quantity.parse("999m")).isLessThan(Quantity.of(1));
        assertThat(Quantity.parse("1Ki")).isGreaterThan(Quantity.parse("1k"));
    }

    @Test
    void isWhole_fraction_isFalse() {
        assertThat(Quantity.parse("1500m").isWhole()).isFalse();
        assertThat(Quantity.parse("2000m").isWhole()).isTrue();
        assertThat(Quantity.parse("1k").isWhole()).isTrue();
    }

    @Test
    void plus_fractions_isExact() {
        assertThat(Quantity.parse("100m").plus(Quantity.parse("200m"))).isEqualTo(Quantity.parse("0.3"));
    }

    /** The text of a finest-grained number must not outgrow what is read. */
    @Test
    void parse_longFractionWithUnit_isReadBackOrRefused() {
        assertThat(Quantity.tryParse("0." + "1".repeat(61) + "m").stream())
                .allSatisfy(q -> assertThat(Quantity.parse(q.toString())).isEqualTo(q));
    }

    @Property
    void parse_ofToString_isTheSame(@ForAll("quantities") String text) {
        assertThat(Quantity.tryParse(text).stream())
                .allSatisfy(q -> assertThat(Quantity.parse(q.toString())).isEqualTo(q));
    }

    @Property
    void tryOf_anyDecimal_isReadBackFromItsText(@ForAll("unscaled") BigInteger unscaled, @ForAll("scales") int scale) {
        assertThat(Quantity.tryOf(new BigDecimal(unscaled, scale)).stream())
                .allSatisfy(q -> assertThat(Quantity.tryParse(q.toString())).contains(q));
    }

    @Property
    void tryParse_anyText_neverThrows(@ForAll("nearQuantities") String text) {
        assertThat(Quantity.tryParse(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> quantities() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(40);
        Arbitrary<String> fraction =
                Arbitraries.strings().numeric().ofMaxLength(22).map(f -> "." + f);
        Arbitrary<String> suffix = Arbitraries.of("", "n", "u", "m", "k", "M", "E", "Ki", "Ei", "e3", "E-18", "e18");
        return Combinators.combine(Arbitraries.of("", "-", "+"), digits, fraction.optional(), suffix)
                .as((sign, d, f, s) -> sign + d + f.orElse("") + s);
    }

    @Provide
    Arbitrary<BigInteger> unscaled() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(64).negate(), BigInteger.TEN.pow(64))
                .withDistribution(net.jqwik.api.RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<Integer> scales() {
        return Arbitraries.integers().between(-70, 70);
    }

    @Provide
    Arbitrary<String> nearQuantities() {
        return Arbitraries.strings().withChars("0123456789.+-eEkKimn ").ofMaxLength(12);
    }
}
