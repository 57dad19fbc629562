package io.github.smi4j.translate.linkerd.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Linkerd can say of a match, up to the lengths that it takes. */
class RequestMapperTest {
    private static final String INPUT = """
            apiVersion: access.smi-spec.io/v1alpha4
            kind: TrafficTarget
            metadata: {name: web, namespace: shop}
            spec:
              destination: {kind: ServiceAccount, name: web, namespace: shop}
              sources: [{kind: ServiceAccount, name: edge, namespace: shop}]
              rules: [{kind: HTTPRouteGroup, name: routes}]
            ---
            apiVersion: specs.smi-spec.io/v1alpha4
            kind: HTTPRouteGroup
            metadata: {name: routes, namespace: shop}
            spec: {matches: [{name: one, %s}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 8080}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web, containers: [{name: main}]}
            """;

    private final Requests requests = new Requests();
    private final Findings findings = new Findings();
    private final RequestMapper mapper = new RequestMapper(new LanguageCache(), findings);

    /** Takes findings alone. */
    private static final class Findings implements TranslationOutput {
        private final List<String> codes = new ArrayList<>();

        @Override
        public void emit(MeshResource resource, Collection<ResourceRef> sources) {
            throw new AssertionError(resource);
        }

        @Override
        public void patch(MeshResource patch, Collection<ResourceRef> sources) {
            throw new AssertionError(patch);
        }

        @Override
        public void report(DiagnosticCode code, ResourceRef resource, FieldPath path, String message) {
            codes.add(code.id());
        }
    }

    private static ResolvedMatch match(String tests) {
        ResourceSet set = ManifestReader.create().read(INPUT.formatted(tests), "input.yaml");
        return ResolvedPolicy.of(set, PolicyOptions.defaults()).targets().stream()
                .flatMap(target -> target.grants(target.destinations().get(0)).stream())
                .flatMap(grant -> ((Grant.HttpRequests) grant).matches().stream())
                .findFirst()
                .orElseThrow();
    }

    /** What is written, and what was told of it. */
    private String map(String tests) {
        return mapper.map(match(tests)).stream().map(RequestSet::key).toList() + " " + findings.codes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pathRegex: .*",
                "pathRegex: /",
                "pathRegex: /.*",
                "pathRegex: '(?:/[a-z]*)*'",
                "pathRegex: '/|/a'"
            })
    void map_anyPathHoweverWritten_isAPrefix(String path) {
        assertThat(map(path + ", methods: [GET]")).isEqualTo("[PathPrefix / GET []] []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a$b", "a", "/a[^ -~]"})
    void map_pathOfNoRequest_isNothing(String path) {
        assertThat(map("pathRegex: '" + path + "', methods: [GET]")).isEqualTo("[] []");
    }

    @Test
    void map_methodThatIsNotKnownAlone_isNothingAndTold() {
        assertThat(map("pathRegex: /a, methods: [BREW]")).isEqualTo("[] [SMI5104]");
    }

    /** With the four characters that it is put into, and those two of the open end. */
    @Test
    void map_pathOfTheGreatestLength_isWritten() {
        assertThat(map("pathRegex: /" + "x".repeat(1017))).endsWith("x).* * []] []");
        assertThat(map("pathRegex: /" + "x".repeat(1018))).isEqualTo("[] [SMI5105]");
    }

    @Test
    void map_headerOfTheGreatestLength_isWritten() {
        assertThat(map("headers: {" + "n".repeat(256) + ": v}")).endsWith("[]");
        assertThat(map("headers: {" + "n".repeat(257) + ": v}")).isEqualTo("[] [SMI5105]");
    }

    @Test
    void map_valueOfTheGreatestLength_isWritten() {
        assertThat(map("headers: {x-a: '" + "v".repeat(4090) + "'}")).endsWith("[]");
        assertThat(map("headers: {x-a: '" + "v".repeat(4091) + "'}")).isEqualTo("[] [SMI5105]");
    }

    @Test
    void map_mostHeaders_areWritten() {
        assertThat(map(headers(16))).endsWith("[]");
        assertThat(map(headers(17))).isEqualTo("[] [SMI5106]");
    }

    private static String headers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "x-" + i + ": v")
                .collect(Collectors.joining(", ", "headers: {", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "te", "l5d-dst-override", "connection"})
    void map_headerOfProxies_isNothingAndTold(String header) {
        assertThat(map("headers: {" + header + ": v}")).isEqualTo("[] [SMI5107]");
    }

    @Test
    void map_oneMatchTwice_isToldOnce() {
        ResolvedMatch match = match("headers: {host: v}");
        assertThat(mapper.map(match)).isEmpty();
        assertThat(mapper.map(match)).isEmpty();
        assertThat(findings.codes).containsExactly("SMI5107");
    }

    @ParameterizedTest
    @CsvSource({
        "/api, /api",
        "/api/v1.0, /api/v1\\.0",
        "/a-b_c~d, /a-b_c~d",
        "/$x, /\\$x",
        "/a+b, /a\\+b",
        "/z9AZ, /z9AZ"
    })
    void divided_pathThatIsOpenAfterALiteral_areItsSegmentsAndTheRest(String prefix, String pattern) {
        RequestSet whole = Requests.with(requests.with(requests.path(pattern), "x-a", "b"), "GET");
        List<RequestSet> both = mapper.divided(whole);

        assertThat(both)
                .extracting(RequestSet::key)
                .containsExactly(
                        "PathPrefix " + prefix + " GET "
                                + whole.headers().values().stream()
                                        .map(RequestSet.HeaderSet::match)
                                        .toList(),
                        "RegularExpression (?:" + pattern + "[^/]).* GET "
                                + whole.headers().values().stream()
                                        .map(RequestSet.HeaderSet::match)
                                        .toList());
        RegexLanguage segments = both.get(0).path().language();
        RegexLanguage rest = both.get(1).path().language();
        assertThat(segments.overlaps(rest)).isEqualTo(Answer.NO);
        assertThat(segments.union(rest).equalTo(whole.path().language())).isEqualTo(Answer.YES);
    }

    /** What the Gateway API refuses as a prefix, or what Linkerd would read as other segments. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/",
                "/a//b",
                "//a",
                "/a/\\./b",
                "/\\.\\./b",
                "/a/\\.",
                "/a b",
                "/a\\[b",
                "/a%41",
                "/a\"b",
                "/a|/b",
                "/a.b",
                "a/b",
                "/\u00e9",
                "/a$"
            })
    void divided_anyOtherPath_isNotDivided(String pattern) {
        RequestSet whole = requests.path(pattern);
        assertThat(mapper.divided(whole)).singleElement().isSameAs(whole);
    }

    @Test
    void divided_anyPath_isNotDivided() {
        assertThat(mapper.divided(requests.any())).hasSize(1);
    }

    @Test
    void regex_ofNoExpression_throws() {
        assertThatThrownBy(() -> RequestMapper.regex("(")).isInstanceOf(IllegalStateException.class);
    }
}
