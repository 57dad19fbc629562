package io.github.smi4j.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDomainTest {

    private static final List<String> PIECES =
            List.of("/", "/", "/", ".", ".", "..", "%", "%2", "%2F", "%2f", "%a", "%aG", "%41", "%C3", "%7E", "a", "F");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "//",
                "/a//b/",
                "/...",
                "/.a",
                "/a.",
                "/a/..b",
                "/%2F",
                "/%00",
                "/%",
                "/%%",
                "/%2",
                "/%G1",
                "/%a",
                "/%ag",
                "/a b",
                "/~{}|\"<>^`*",
                "/%E2%82%AC",
                "/%%2F",
                "/%7F",
                "/%60"
            })
    void contains_normalPath_isTrue(String path) {
        assertThat(RequestDomain.PATH.contains(path)).isTrue();
        assertThat(NormalPaths.isNormal(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "a/b", "*", ".", "/.", "/..", "/a/../b", "/./a", "/a/.", "/a/..", "//..//", "/%2f", "/%aF",
                "/%Af", "/%41", "/%2E", "/%2D", "/%5F", "/%7E", "/%30", "/%%41", "/%7A/", "/a?b", "/a#b", "/a\\b", "/é",
                "/\t", "/\n", "/\u007f", "/a\0"
            })
    void contains_otherPath_isFalse(String path) {
        assertThat(RequestDomain.PATH.contains(path)).isFalse();
        assertThat(NormalPaths.isNormal(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b", "~", "a  b", "%2f"})
    void contains_headerValueWithoutOuterBlanks_isTrue(String value) {
        assertThat(RequestDomain.HEADER.contains(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a ", " a", "\t", "a\tb", "a\nb", "é"})
    void contains_otherHeaderValue_isFalse(String value) {
        assertThat(RequestDomain.HEADER.contains(value)).isFalse();
    }

    @Property(tries = 2000)
    void contains_anyPath_meansThatNormalisationLeavesIt(@ForAll("paths") String path) {
        assertThat(RequestDomain.PATH.contains(path)).as(path).isEqualTo(NormalPaths.isNormal(path));
    }

    @Provide
    Arbitrary<String> paths() {
        Arbitrary<String> symbols = Arbitraries.chars().range(' ', '~').map(String::valueOf);
        return Arbitraries.oneOf(List.of(Arbitraries.of(PIECES), Arbitraries.of(PIECES), symbols))
                .list()
                .ofMaxSize(6)
                .map(pieces -> "/" + String.join("", pieces));
    }
}
