package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

/** Parses patterns of which a test knows whether they are in the dialect. */
final class Parsing {

    private Parsing() {}

    static Regex accepted(String pattern) {
        RegexResult result = Regex.parse(pattern);
        assertThat(result).as(pattern).isInstanceOf(RegexResult.Parsed.class);
        return ((RegexResult.Parsed) result).regex();
    }

    static RegexFault refused(String pattern) {
        RegexResult result = Regex.parse(pattern);
        assertThat(result).as(pattern).isInstanceOf(RegexResult.Faulty.class);
        return ((RegexResult.Faulty) result).fault();
    }
}
