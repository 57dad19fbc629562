package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.ValidationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matches that add nothing to those that are used with them. */
class CoveredMatchRuleTest {
    private static final String ALL = Manifests.target("a", "{kind: HTTPRouteGroup, name: api}");
    private static final String HOSTILE = "/(a|b)*a(a|b){14}";

    private static List<String> lines(String... documents) {
        return Manifests.lines(ValidationCode.MATCH_COVERED, documents);
    }

    private static List<String> ofGroup(String... matches) {
        return lines(Manifests.group("api", matches), ALL);
    }

    private static List<String> ofTwo(String first, String second) {
        return ofGroup("{name: first, " + first + "}", "{name: second, " + second + "}");
    }

    private static String split(String root) {
        return """
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata: {name: %s, namespace: shop}
                spec:
                  service: %s
                  matches: [{kind: HTTPRouteGroup, name: api}]
                  backends: [{service: v1, weight: 1}]
                """.formatted(root, root);
    }

    @Test
    void check_aNarrowerMatch_isFoundAtItsPlace() {
        assertThat(ofTwo("pathRegex: /api", "pathRegex: /api/v1"))
                .containsExactly("WARNING SMI2212 input.yaml:8:5 HTTPRouteGroup shop/api spec.matches[1]: the match"
                        + " \"first\" takes all requests of this one, wherever it is used");
    }

    @Test
    void check_aNarrowerMatchBeforeTheWider_isFoundToo() {
        assertThat(ofTwo("pathRegex: /api/v1", "pathRegex: /api"))
                .containsExactly("WARNING SMI2212 input.yaml:7:5 HTTPRouteGroup shop/api spec.matches[0]: the match"
                        + " \"second\" takes all requests of this one, wherever it is used");
    }

    @Test
    void check_twoThatTakeTheSame_areOneFindingAtTheSecond() {
        assertThat(ofTwo("pathRegex: /api", "pathRegex: '/api.*'"))
                .hasSize(1)
                .first()
                .asString()
                .contains("spec.matches[1]: the match \"first\" ");
    }

    @Test
    void check_severalThatCover_namesTheFirst() {
        assertThat(ofGroup(
                        "{name: a, pathRegex: /x}",
                        "{name: b, pathRegex: /a}",
                        "{name: c, pathRegex: /a/b}",
                        "{name: d, pathRegex: /a/b/c}"))
                .hasSize(2)
                .allMatch(line -> line.contains("the match \"b\" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pathRegex: .*; methods: [GET]",
                "pathRegex: '/.*'; methods: [GET]",
                "pathRegex: ^/; pathRegex: '/[a-z]+'",
                "pathRegex: /a|/b; pathRegex: /b/c",
                "methods: [GET]; 'methods: [GET], pathRegex: /a'",
                "methods: ['*']; methods: [PUT]",
                "'methods: [GET, PUT]'; methods: [PUT]",
                "'methods: [GET, PUT]'; 'methods: [PUT, GET], pathRegex: /a'",
                "headers: {x: '1'}; 'headers: {x: ''1'', y: ''2''}'",
                "headers: {x: '1|2'}; headers: {x: '2'}",
                "headers: {x: '.*'}; headers: {x: '2'}",
                "headers: {x: '[0-9]+'}; headers: {x: '2'}",
                "headers: {X: '1'}; 'headers: {x: ''1''}, methods: [GET]'",
                "pathRegex: .*; pathRegex: '/(a|b)*a(a|b){14}'",
                "headers: {x: '.*'}; headers: {x: '(a|b)*a(a|b){14}'}",
                "headers: {x: '(a|b)*a(a|b){14}'}; 'headers: {x: ''(a|b)*a(a|b){14}''}, methods: [GET]'",
                "pathRegex: '/(a|b)*a(a|b){14}'; 'pathRegex: ''/(a|b)*a(a|b){14}'', methods: [GET]'"
            })
    void check_whatTakesFewer_isFound(String wide, String narrow) {
        assertThat(ofTwo(wide, narrow)).hasSize(1).first().asString().contains("spec.matches[1]");
        assertThat(ofTwo(narrow, wide)).hasSize(1).first().asString().contains("spec.matches[0]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pathRegex: /a; pathRegex: /b",
                "pathRegex: /api$; pathRegex: /api/v1",
                "pathRegex: /a; methods: [GET]",
                "methods: [GET]; methods: [PUT]",
                "'methods: [GET, PUT]'; 'methods: [PUT, POST]'",
                "'methods: [GET], pathRegex: /a'; pathRegex: /a/b",
                "headers: {x: '1'}; headers: {y: '1'}",
                "headers: {x: '1'}; headers: {x: '2'}",
                "'headers: {x: ''1'', y: ''2''}'; 'headers: {x: ''1'', z: ''2''}'",
                "headers: {x: '.*'}; headers: {y: '2'}",
                "'headers: {x: ''1''}, pathRegex: /a'; pathRegex: /a/b"
            })
    void check_whatTakesOther_isNotFound(String first, String second) {
        assertThat(ofTwo(first, second)).isEmpty();
    }

    @Test
    void check_whatIsNotKnown_countsAsNo() {
        assertThat(ofTwo("pathRegex: '" + HOSTILE + "'", "pathRegex: '" + HOSTILE + "c'"))
                .isEmpty();
    }

    @Test
    void check_aMatchThatTakesNothing_isAnotherFinding() {
        assertThat(ofTwo("pathRegex: /a", "pathRegex: '/a$b'")).isEmpty();
        assertThat(ofTwo("headers: {x: '.*'}", "headers: {x: ' a'}")).isEmpty();
    }

    @Test
    void check_aMatchThatIsUsedAlone_isNotFound() {
        String group = Manifests.group("api", "{name: all, pathRegex: /}", "{name: get, pathRegex: /a}");
        String alone = Manifests.target("b", "{kind: HTTPRouteGroup, name: api, matches: [get]}");
        assertThat(lines(group, ALL)).hasSize(1);
        assertThat(lines(group, ALL, alone)).isEmpty();
        assertThat(lines(group, alone)).isEmpty();
        assertThat(lines(group)).isEmpty();
    }

    @Test
    void check_aMatchThatIsUsedLess_isFound() {
        String group = Manifests.group("api", "{name: all, pathRegex: /}", "{name: get, pathRegex: /a}");
        String alone = Manifests.target("b", "{kind: HTTPRouteGroup, name: api, matches: [all]}");
        assertThat(lines(group, ALL, alone)).hasSize(1);
    }

    @Test
    void check_aGroupOfASplit_isFound() {
        String group = Manifests.group("api", "{name: all, pathRegex: /}", "{name: get, pathRegex: /a}");
        assertThat(lines(group, split("web"))).hasSize(1);
        assertThat(lines(group, split("web"), split("other"))).hasSize(1);
    }

    @Test
    void check_aSplitBesideATarget_isAUseToo() {
        String group = Manifests.group("api", "{name: all, pathRegex: /}", "{name: get, pathRegex: /a}");
        String wide = Manifests.target("b", "{kind: HTTPRouteGroup, name: api, matches: [all]}");
        String narrow = Manifests.target("b", "{kind: HTTPRouteGroup, name: api, matches: [get]}");
        assertThat(lines(group, split("web"), wide)).hasSize(1);
        assertThat(lines(group, split("web"), narrow)).isEmpty();
    }

    @Test
    void check_groups_areNotCompared() {
        String rules = "{kind: HTTPRouteGroup, name: api}, {kind: HTTPRouteGroup, name: more}";
        assertThat(lines(
                        Manifests.group("api", "{name: all, pathRegex: /}"),
                        Manifests.group("more", "{name: get, pathRegex: /a}"),
                        Manifests.target("a", rules)))
                .isEmpty();
    }

    /** A wide match behind some that have nothing in common with a narrow one at the end. */
    private static List<String> behind(int others) {
        List<String> matches = new ArrayList<>(IntStream.range(0, others)
                .mapToObj(i -> "{name: m%d, pathRegex: '/%d$'}".formatted(i, i))
                .toList());
        matches.add("{name: wide, pathRegex: /a}");
        matches.add("{name: narrow, pathRegex: /a/b}");
        return ofGroup(matches.toArray(String[]::new));
    }

    @Test
    void check_theFiftiethMatch_isTheLastCompared() {
        assertThat(behind(49)).hasSize(1);
        assertThat(behind(50)).isEmpty();
    }

    /** Once it is mended it may use one of the two alone. */
    @Test
    void check_besideATargetAtFault_saysNothing() {
        String group = Manifests.group("g", "{name: all, pathRegex: /.*}", "{name: one, pathRegex: /one$}");
        String whole = Manifests.target("t1", "{kind: HTTPRouteGroup, name: g}");
        String faulty =
                Manifests.target("t2", "{kind: HTTPRouteGroup, name: g, matches: [one]}", "{kind: Foo, name: x}");

        assertThat(Manifests.lines(ValidationCode.MATCH_COVERED, group, whole)).hasSize(1);
        assertThat(Manifests.lines(ValidationCode.MATCH_COVERED, group, whole, faulty))
                .isEmpty();
        assertThat(Manifests.lines(
                        ValidationCode.MATCH_COVERED,
                        group,
                        whole,
                        faulty.replace("destination: {kind: ServiceAccount", "destination: {kind: 5")))
                .isEmpty();
    }
}
