package io.github.smi4j.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the matches of an HTTPRouteGroup select, and what is said of them. */
class RouteGroupsTest {
    /** A group of one match, with a target for all of it. */
    private static Reading read(String match) {
        return Reading.of(
                Bundles.CLUSTER + "---\n" + Reading.target("{kind: HTTPRouteGroup, name: g}") + """
                ---
                apiVersion: specs.smi-spec.io/v1alpha4
                kind: HTTPRouteGroup
                metadata: {name: g, namespace: shop}
                spec: {matches: [%s]}
                """.formatted(match));
    }

    /** What the match of the group selects; none where it selects nothing. */
    private static List<ResolvedMatch> matches(String match) {
        return read(match).policy().targets().stream()
                .flatMap(target -> target.destinations().stream().flatMap(w -> target.grants(w).stream()))
                .flatMap(grant -> ((Grant.HttpRequests) grant).matches().stream())
                .toList();
    }

    private static String line(String rest) {
        return " HTTPRouteGroup shop/g spec.matches[0]" + rest;
    }

    @Test
    void of_methodsInAnyCase_areThoseInUpperCase() {
        assertThat(matches("{name: m, methods: [get, GET, Put]}"))
                .extracting(ResolvedMatch::methods)
                .containsExactly(List.of("GET", "PUT"));
        assertThat(read("{name: m, methods: [get, GET, Put]}").lines(PolicyCode.METHOD_CASE))
                .containsExactly(
                        "WARNING SMI2205" + line(".methods[0]: \"get\" was read as \"GET\""),
                        "WARNING SMI2205" + line(".methods[2]: \"Put\" was read as \"PUT\""));
    }

    @Test
    void of_aStarAmongTheMethods_isAnyMethod() {
        assertThat(matches("{name: m, methods: [GET, '*']}"))
                .extracting(ResolvedMatch::methods)
                .containsExactly(List.of());
        assertThat(read("{name: m, methods: [GET, '*']}").findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'G T'", "''", "'GET,PUT'"})
    void of_aTextThatIsNoMethod_selectsNothing(String method) {
        Reading reading = read("{name: m, methods: [GET, " + method + "]}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(PolicyCode.METHOD))
                .containsExactly(
                        "ERROR SMI2206" + line(".methods[1]: HTTP has no method " + method.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "':path'|the pseudo-header \":path\" is not a header of a request",
                "'a b'|HTTP has no header \"a b\"",
                "''|HTTP has no header \"\""
            })
    void of_aTextThatIsNoHeader_selectsNothing(String name, String message) {
        Reading reading = read("{name: m, headers: {\"" + name + "\": a}}");

        assertThat(reading.grants()).isEmpty();
        assertThat(reading.lines(PolicyCode.HEADER_NAME))
                .containsExactly("ERROR SMI2203" + line(".headers[" + name + "]: " + message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name: m}", "{name: m, pathRegex: ''}", "{name: m, methods: [], headers: {}}"})
    void of_aMatchWithoutParts_selectsNothing(String match) {
        assertThat(read(match).grants()).isEmpty();
        assertThat(read(match).lines(PolicyCode.MATCH_WITHOUT_PARTS))
                .containsExactly("ERROR SMI2207" + line(": tests neither path nor methods nor headers"));
    }

    @Test
    void of_anEmptyPathBesideOtherParts_isAnyPath() {
        assertThat(matches("{name: m, pathRegex: '', methods: [GET]}"))
                .extracting(ResolvedMatch::pathRegex)
                .allMatch(regex -> regex.isEmpty())
                .hasSize(1);
        assertThat(matches("{name: m, pathRegex: '/a'}"))
                .extracting(ResolvedMatch::pathRegex)
                .allMatch(regex -> regex.isPresent())
                .hasSize(1);
    }

    @Test
    void of_anUnknownPartAlone_isSaidOnce() {
        assertThat(read("{name: m, zone: b}").findings())
                .containsExactly("ERROR SMI2006 HTTPRouteGroup spec.matches[0].zone");
    }

    @ParameterizedTest
    @CsvSource({
        "/a%2fb, 'Write percent-encoding as normalisation leaves it: %2F, not %2f, and a letter, digit or -._~ as itself.'",
        "/ä, 'Write what is not ASCII percent-encoded, as it is sent.'",
        "'/a%41ä', 'Write what is not ASCII percent-encoded, as it is sent.'"
    })
    void of_aPathThatIsNeverSent_saysHowItIs(String path, String help) {
        Reading reading = read("{name: m, pathRegex: '" + path + "'}");

        assertThat(reading.helps(PolicyCode.PATTERN_NEVER_MATCHES)).containsExactly(help);
        assertThat(reading.lines(PolicyCode.PATTERN_NEVER_MATCHES))
                .containsExactly("WARNING SMI2209"
                        + line(".pathRegex: matches no path in its normal form; the match selects nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "/a/\\.\\./b", "/~$x"})
    void of_aPathThatNoRequestHas_saysSo(String path) {
        assertThat(read("{name: m, pathRegex: '" + path + "'}").helps(PolicyCode.PATTERN_NEVER_MATCHES))
                .containsExactly(PolicyCode.PATTERN_NEVER_MATCHES.help());
    }

    @Test
    void of_aHeaderThatNoRequestHas_saysSo() {
        assertThat(read("{name: m, headers: {x-team: '\\t'}}").lines(PolicyCode.PATTERN_NEVER_MATCHES))
                .containsExactly("WARNING SMI2209"
                        + line(".headers[x-team]: matches no header value; the match selects nothing"));
        assertThat(read("{name: m, headers: {x-team: 'blue'}}").findings()).isEmpty();
    }

    @Test
    void of_aPathAndAHeaderOfOneText_readsEachForItself() {
        Reading reading = read("{name: m, pathRegex: blue, headers: {x-team: blue}}");

        assertThat(reading.findings()).containsExactly("WARNING SMI2209 HTTPRouteGroup spec.matches[0].pathRegex");
    }
}
