package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.translate.consul.config.HttpMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A match as tests of Consul lets in what SMI says, as re2j reads the patterns. */
class RequestMapperPropertiesTest {
    private static final List<String> PATHS = List.of(
            "/", "/a", "/a/", "/ab", "/a/b", "/a/b/c", "/b", "/b/a", "/A", "/a.b", "/axb", "/x", "/x/", "//a",
            "/c.css");

    private static ResolvedMatch match(Map<String, Object> fields) {
        Map<String, Object> match = new LinkedHashMap<>(fields);
        match.put("name", "m");
        Map<String, Object> group = Map.of(
                "apiVersion",
                "specs.smi-spec.io/v1alpha4",
                "kind",
                "HTTPRouteGroup",
                "metadata",
                Map.of("name", "g", "namespace", "shop"),
                "spec",
                Map.of("matches", List.of(match)));
        ResourceSet set = ResourceSet.builder().addTree(group).build();
        List<ResolvedMatch> matches = ResolvedPolicy.of(set, PolicyOptions.defaults())
                .matches(new ResourceRef("specs.smi-spec.io", "HTTPRouteGroup", Optional.of("shop"), "g"));
        return matches.get(0);
    }

    @Property
    void map_ofAPath_isForThePathsThatBeginWithIt(@ForAll("patterns") String pattern) {
        HttpMatch request = RequestMapper.map(match(Map.of("pathRegex", pattern)));
        Pattern smi = Pattern.compile("^(?:" + pattern + ")");
        for (String path : PATHS) {
            assertThat(NaiveIntentions.isMatch(request.toTree(), new Traffic.Http("GET", path, Map.of())))
                    .as("%s as %s on %s", pattern, request, path)
                    .isEqualTo(smi.matcher(path).find());
        }
    }

    @Property
    void map_ofAHeader_isForWholeValues(@ForAll("values") String pattern) {
        HttpMatch request = RequestMapper.map(match(Map.of("headers", Map.of("X-User", pattern))));
        for (String value : List.of("", "a", "ab", "abc", "b", "ba", "A", "a.b", "axb")) {
            assertThat(NaiveIntentions.isMatch(request.toTree(), new Traffic.Http("GET", "/", Map.of("x-user", value))))
                    .as("%s as %s on %s", pattern, request, value)
                    .isEqualTo(Pattern.matches(pattern, value));
        }
        assertThat(NaiveIntentions.isMatch(request.toTree(), new Traffic.Http("GET", "/", Map.of())))
                .isFalse();
    }

    private static Arbitrary<String> joined(List<String> parts, String first) {
        return Arbitraries.of(parts).list().ofMaxSize(4).map(list -> {
            List<String> all = new ArrayList<>(List.of(first));
            all.addAll(list);
            return String.join("", all);
        });
    }

    @Provide
    Arbitrary<String> patterns() {
        List<String> parts =
                List.of("/", "a", "b", "/a", ".*", "\\.", "[ab]", "(a|b/)", "|/b", "$", "(/.*)?", "x", "(?i:a)");
        return Arbitraries.oneOf(joined(parts, "/"), joined(parts, "^/"), joined(parts, ".*"))
                .filter(pattern -> !pattern.contains("**"));
    }

    @Provide
    Arbitrary<String> values() {
        List<String> parts = List.of("a", "b", ".", ".*", "\\.", "|b", "|ab", "^", "$", "(a|b)?", "(?i:a)");
        return joined(parts, "").filter(pattern -> !pattern.contains("**"));
    }
}
