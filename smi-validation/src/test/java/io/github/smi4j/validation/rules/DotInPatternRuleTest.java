package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.SmiValidator;
import io.github.smi4j.validation.ValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dots between letters or digits. */
class DotInPatternRuleTest {
    private static String group(String pattern) {
        return Manifests.group("api", "{name: one, methods: [GET]}", "{name: two, pathRegex: '" + pattern + "'}");
    }

    @Test
    void check_aDotInAPath_isFoundWithItsPlace() {
        assertThat(Manifests.lines(ValidationCode.PATTERN_DOT, group("/index.html")))
                .containsExactly("INFO SMI2211 input.yaml:8:28 HTTPRouteGroup shop/api spec.matches[1].pathRegex:"
                        + " at character 7: the dot matches any character, not only a dot");
    }

    @Test
    void check_aDotInAHeader_isFoundWithItsPlace() {
        String group = Manifests.group("api", "{name: one, headers: {x-a: '1', host: shop.example}}");
        assertThat(Manifests.lines(ValidationCode.PATTERN_DOT, group))
                .containsExactly("INFO SMI2211 input.yaml:7:43 HTTPRouteGroup shop/api spec.matches[0].headers[host]:"
                        + " at character 5: the dot matches any character, not only a dot");
    }

    @Test
    void check_byDefault_isOff() {
        SmiValidator validator = SmiValidator.create();
        assertThat(Manifests.lines(validator, Manifests.read(group("/a.b"))))
                .noneMatch(line -> line.contains("SMI2211"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.b, 2",
        "1.2, 2",
        "/v1.2.3, 4",
        "\\.a.b, 4",
        "[.]a.b, 5",
        "[a\\]]a.b, 7",
        "/.*/a.b, 6",
        "(a.b), 3",
        "/x\\.a.b, 6",
        "\\[a.b, 4",
        "[^x]a.b, 6",
        "[]]a.b, 5",
        "[^]]a.b, 6",
        "[[:alpha:]]a.b, 13",
        "[:x]a.b:], 6",
        "/ab.c, 4",
        "/.b.c, 4"
    })
    void check_aDotWithinAName_isFoundAtTheFirst(String pattern, int place) {
        assertThat(Manifests.lines(ValidationCode.PATTERN_DOT, group(pattern)))
                .hasSize(1)
                .first()
                .asString()
                .contains("at character " + place + ":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a\\.b",
                "/a.*",
                "/.*b",
                ".a",
                "a.",
                "/a/.b",
                "a.+b",
                "[a.b]",
                "[a\\].b]",
                "\\d.b",
                "a.\\d",
                "/api",
                ".",
                "..",
                "a..b",
                ".a/",
                "/a."
            })
    void check_aDotThatIsMeant_isNotFound(String pattern) {
        assertThat(Manifests.lines(ValidationCode.PATTERN_DOT, group(pattern))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[:digit:]a.b]",
                "[]a.b]",
                "[^]a.b]",
                "[x\\]a.b]",
                "[^x\\]a.b]",
                "[[:alpha:][:digit:]a.b]",
                "[\\[:]x"
            })
    void check_aDotInAClassWithABracket_isNotFound(String pattern) {
        assertThat(Manifests.lines(ValidationCode.PATTERN_DOT, group(pattern))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "[^", "[a.b", "[]", "[a\\", "[[:", "[[:alpha", "[[:alpha:]", "[[:alpha:", "a\\", "a[:a.b"})
    void check_aClassWithoutEnd_isNotFound(String pattern) {
        assertThat(Manifests.lines(ValidationCode.PATTERN_DOT, group(pattern))).isEmpty();
    }

    @Test
    void check_anotherKind_isNotFound() {
        assertThat(Manifests.lines(ValidationCode.PATTERN_DOT, Manifests.route("TCPRoute", "api", "80")))
                .isEmpty();
    }
}
