package io.github.smi4j.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
    /** The left column as Go writes it, from the tests of Go's package time and from its documentation. */
    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "1ns, PT0.000000001S",
        "1.1µs, PT0.0000011S",
        "2.2ms, PT0.0022S",
        "500ms, PT0.5S",
        "1s, PT1S",
        "1.5s, PT1.5S",
        "3.3s, PT3.3S",
        "10s, PT10S",
        "30s, PT30S",
        "1m0s, PT1M",
        "4m5s, PT4M5S",
        "4m5.001s, PT4M5.001S",
        "1h0m0s, PT1H",
        "2h45m0s, PT2H45M",
        "5h6m7.001s, PT5H6M7.001S",
        "8m0.000000001s, PT8M0.000000001S",
        "-1.5s, PT-1.5S",
        "-1h0m0.5s, PT-1H-0.5S",
        "2562047h47m16.854775807s, PT2562047H47M16.854775807S",
        "-2562047h47m16.854775808s, PT-2562047H-47M-16.854775808S"
    })
    void parseAndWrite_asGoWrites_areEachOther(String text, Duration duration) {
        assertThat(GoDuration.parse(text)).contains(duration);
        assertThat(GoDuration.write(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "-0, PT0S",
        "+0, PT0S",
        "-0s, PT0S",
        "+5s, PT5S",
        "5.s, PT5S",
        ".5s, PT0.5S",
        "1.50000000000s, PT1.5S",
        "60s, PT1M",
        "90m, PT1H30M",
        "1us, PT0.000001S",
        "1\u03bcs, PT0.000001S",
        "3s1h, PT1H3S",
        "1h1h, PT2H",
        "0.1us, PT0.0000001S",
        "0.3333333333333333333h0ns, ",
        "-9223372036854775808ns, PT-2562047H-47M-16.854775808S",
        "00000000000000000000000000000000000000000000000000000000000001s, PT1S"
    })
    void parse_otherFormsOfGo_areRead(String text, Duration duration) {
        assertThat(GoDuration.parse(text)).isEqualTo(java.util.Optional.ofNullable(duration));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "s",
                ".s",
                "30",
                "-30",
                "1",
                "00",
                "0.0",
                "1.2.3s",
                "--1s",
                "1s-1s",
                " 1s",
                "1s ",
                "1 s",
                "1S",
                "1d",
                "1sec",
                "1e3s",
                "1,5s",
                "\u0663s",
                "NaNs",
                "PT30S",
                "0.1ns",
                "1.0000000001s",
                "9223372036854775808ns",
                "-9223372036854775809ns",
                "2562048h",
                "99999999999999999999999999999999999999999999999999999999999h",
                "000000000000000000000000000000000000000000000000000000000000001s0"
            })
    void parse_noDuration_isAbsent(String text) {
        assertThat(GoDuration.parse(text)).isEmpty();
    }

    @Test
    void parse_longerThanTheLimit_isAbsent() {
        assertThat(GoDuration.parse("0".repeat(63) + "s")).contains(Duration.ZERO);
        assertThat(GoDuration.parse("0".repeat(64) + "s")).isEmpty();
        assertThat(GoDuration.parse("1h".repeat(1_000_000))).isEmpty();
    }

    @Test
    void isInRange_limitsOfGo_areIn() {
        Duration max = Duration.ofNanos(Long.MAX_VALUE);
        Duration min = Duration.ofNanos(Long.MIN_VALUE);

        assertThat(GoDuration.isInRange(max)).isTrue();
        assertThat(GoDuration.isInRange(min)).isTrue();
        assertThat(GoDuration.isInRange(max.plusNanos(1))).isFalse();
        assertThat(GoDuration.isInRange(min.minusNanos(1))).isFalse();
    }

    @Property
    void parse_ofWrite_isTheSame(@ForAll("nanos") long nanos) {
        Duration duration = Duration.ofNanos(nanos);

        assertThat(GoDuration.parse(GoDuration.write(duration))).contains(duration);
    }

    @Property
    void parse_anyText_neverThrows(@ForAll("nearDurations") String text) {
        assertThat(GoDuration.parse(text).stream())
                .allSatisfy(
                        d -> assertThat(GoDuration.parse(GoDuration.write(d))).contains(d));
    }

    @Provide
    Arbitrary<Long> nanos() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-2_000_000_000L, 2_000_000_000L),
                Arbitraries.longs().between(-5000, 5000).map(s -> s * 1_000_000_000L));
    }

    @Provide
    Arbitrary<String> nearDurations() {
        return Arbitraries.strings().withChars("0159.+-hmsnu\u00b5\u03bc ").ofMaxLength(12);
    }
}
