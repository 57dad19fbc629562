package io.github.smi4j.testkit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSamplerTest {
    private static Stream<String> samples(String pattern) {
        return IntStream.range(0, 100).mapToObj(seed -> PatternSampler.sample(pattern, new Random(seed)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/api",
                "/api.*",
                "/(a|b)$",
                "/v[12]/x",
                "/a{2}",
                "/a{1,3}b{2,}",
                "(?:/a|/b)/c",
                "/[^/]+/[a-c]{2}",
                "/a\\.b",
                "/users/\\d+",
                "/\\x61",
                "(?i)/api",
                "[[:alpha:]]+",
                "[]a]",
                "a|b|",
                "/a(/b)?(/c)*?"
            })
    void sample_withoutMarks_matches(String pattern) {
        assertThat(samples(pattern)).allMatch(text -> Pattern.matches("(?s:" + pattern + ")", text));
    }

    @Test
    void sample_ways_areAllTaken() {
        assertThat(samples("a|b|c").distinct()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void sample_oneSeed_isOneText() {
        assertThat(samples("(a|b|[c-x]){5}").toList())
                .isEqualTo(samples("(a|b|[c-x]){5}").toList());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void sample_anyPatternThatIsDrawn_givesSomething(String pattern) {
        assertThat(samples(pattern)).hasSize(100).doesNotContainNull();
    }

    static Stream<String> patterns() {
        return Stream.concat(RequestPatterns.PLAIN_PATHS.stream(), RequestPatterns.HARD_PATHS.stream())
                .filter(pattern -> !pattern.contains("(?!") && !pattern.equals("/(a"));
    }

    @Test
    void mutate_differsByLittle() {
        assertThat(IntStream.range(0, 200).mapToObj(seed -> PatternSampler.mutate("/api/x", new Random(seed))))
                .allMatch(text -> text.length() <= 8)
                .anyMatch(text -> !text.equals("/api/x"));
    }
}
