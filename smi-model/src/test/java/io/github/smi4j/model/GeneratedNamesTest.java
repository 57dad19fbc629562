package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GeneratedNamesTest {
    @Provide
    Arbitrary<List<String>> parts() {
        Arbitrary<String> short_ = Arbitraries.strings().withChars("aB-.1").ofMaxLength(4);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<String> long_ =
                Arbitraries.strings().withChars("ab-").ofMinLength(50).ofMaxLength(80);
        return Arbitraries.oneOf(short_, any, long_).list().ofMinSize(1).ofMaxSize(3);
    }

    private static String name(List<String> parts) {
        return GeneratedNames.of(parts.get(0), parts.subList(1, parts.size()).toArray(String[]::new));
    }

    @Property(tries = 1000)
    void of_anyParts_isALabel(@ForAll("parts") List<String> parts) {
        assertThat(name(parts)).matches(GeneratedNamesTest::isLabel).hasSizeLessThanOrEqualTo(63);
    }

    @Property(tries = 1000)
    void of_differentParts_differs(@ForAll("parts") List<String> left, @ForAll("parts") List<String> right) {
        Assume.that(!left.equals(right));
        assertThat(name(left)).isNotEqualTo(name(right));
    }

    @Property(tries = 500)
    void of_itsOwnResult_differs(@ForAll("parts") List<String> parts) {
        String name = name(parts);
        Assume.that(!List.of(name).equals(parts));
        assertThat(GeneratedNames.of(name)).isNotEqualTo(name);
    }

    @Test
    void of_oneLabel_isItself() {
        assertThat(GeneratedNames.of("canary")).isEqualTo("canary");
        assertThat(GeneratedNames.of("a".repeat(63))).isEqualTo("a".repeat(63));
    }

    @Test
    void of_partsJoinedDifferently_differs() {
        assertThat(List.of(
                        GeneratedNames.of("a-b"),
                        GeneratedNames.of("a", "b"),
                        GeneratedNames.of("a", "", "b"),
                        GeneratedNames.of("a-", "b"),
                        GeneratedNames.of("A-B"),
                        GeneratedNames.of("a.b")))
                .doesNotHaveDuplicates();
    }

    @Test
    void of_nothingReadable_isStillALabel() {
        assertThat(GeneratedNames.of("--")).matches("x-[0-9a-f]{10}");
        assertThat(GeneratedNames.of("ÄÖ")).matches("x-[0-9a-f]{10}");
    }

    @Test
    void of_anyLocale_isTheSame() {
        Locale before = Locale.getDefault();
        String name = GeneratedNames.of("TITLE", "I");
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(GeneratedNames.of("TITLE", "I")).isEqualTo(name).startsWith("title-i-");
        } finally {
            Locale.setDefault(before);
        }
    }

    /** A DNS-1123 label. */
    private static boolean isLabel(String name) {
        return name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    }
}
