package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegexLimitsTest {

    private static final Duration QUICK = Duration.ofSeconds(2);

    @ParameterizedTest
    @MethodSource("hostile")
    void parse_hostileText_faultsQuickly(String pattern) {
        Assertions.assertTimeout(QUICK, () -> Parsing.refused(pattern));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "(".repeat(100_000),
                "a*".repeat(100_000),
                "(".repeat(4096),
                "(?i:".repeat(1024),
                "(a|b".repeat(1024),
                "[".repeat(4096),
                "[a-".repeat(1365),
                "(?".repeat(2048),
                "\\".repeat(4095),
                "a{1000}".repeat(585),
                "((((a{9}){9}){9}){9}){9}",
                "[[:" + "a".repeat(4090));
    }

    @ParameterizedTest
    @MethodSource("longest")
    void print_longestPatterns_isQuick(String pattern) {
        Assertions.assertTimeout(QUICK, () -> {
            Regex regex = Parsing.accepted(pattern);
            assertThat(Parsing.accepted(regex.print()).print()).isEqualTo(regex.print());
            regex.literal();
            regex.openLiteral();
            regex.openMatchesAll();
            regex.matchesAll();
            regex.canBeginWith('x');
        });
    }

    static Stream<String> longest() {
        String deep = "x|(?:y".repeat(Regex.MAX_NESTING) + "(?i)k" + ")*".repeat(Regex.MAX_NESTING);
        return Stream.of(
                "a".repeat(4096),
                "a*".repeat(2048),
                "(?i)" + "a.".repeat(2000),
                "(?i)a(?-i)a".repeat(300),
                "[a-z]".repeat(800),
                "|".repeat(4095),
                deep,
                deep.repeat(4));
    }

    @Test
    void parse_atTheNestingLimit_isAccepted() {
        String deepest = "(a|b".repeat(Regex.MAX_NESTING - 1) + "(?is)[k.].c" + ")".repeat(Regex.MAX_NESTING - 1);
        Parsing.accepted(Parsing.accepted("x" + deepest).print());
    }

    @Test
    void parse_pastTheNestingLimit_isRefused() {
        int most = Regex.MAX_NESTING;
        RegexFault fault = Parsing.refused("x" + "(a|b".repeat(most + 1) + ")".repeat(most + 1));
        assertThat(fault.message()).isEqualTo("Groups nest more than 60 deep.");
        assertThat(Parsing.refused("(".repeat(most + 3)).offset()).isEqualTo(most + 2);
    }

    @Test
    void parse_pastTheLengthLimit_isRefused() {
        Parsing.accepted("a".repeat(Regex.MAX_LENGTH));
        RegexFault fault = Parsing.refused("a".repeat(Regex.MAX_LENGTH + 1));
        assertThat(fault.offset()).isEqualTo(Regex.MAX_LENGTH);
        assertThat(fault.message()).isEqualTo("The pattern is 4097 characters long; at most 4096 are read.");
    }
}
