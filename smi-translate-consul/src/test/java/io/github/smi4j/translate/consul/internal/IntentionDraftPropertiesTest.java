package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.translate.consul.config.HeaderMatch;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.consul.config.PathMatch;
import io.github.smi4j.translate.consul.config.SourceIntention;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Permissions are the union of what was granted and nothing more, whatever the default of the mesh. */
class IntentionDraftPropertiesTest {
    private static final List<String> CALLERS = List.of("edge", "job", "web");

    /** What one caller was granted: anything if absent. */
    record Granted(String caller, Optional<HttpMatch> request) {}

    @Property(tries = 600)
    void intentions_always_allowTheUnionAndNothingMore(
            @ForAll("grants") List<Granted> grants, @ForAll("requests") List<Traffic.Http> requests) {
        IntentionDraft draft = new IntentionDraft("shop");
        for (Granted grant : grants) {
            ConsulName caller = new ConsulName("", grant.caller());
            grant.request().ifPresentOrElse(request -> draft.allow(caller, request), () -> draft.allow(caller));
        }
        List<Map<String, Object>> sources = draft.intentions(Optional.empty()).stream()
                .map(SourceIntention::toTree)
                .toList();
        assertThat(sources).extracting(source -> source.get("name")).doesNotHaveDuplicates();
        for (Traffic.Http request : requests) {
            for (String caller : List.of("edge", "job", "web", "stranger")) {
                boolean granted = grants.stream()
                        .filter(grant -> grant.caller().equals(caller))
                        .anyMatch(grant -> grant.request()
                                .map(r -> NaiveIntentions.isMatch(r.toTree(), request))
                                .orElse(true));
                assertThat(NaiveIntentions.allow(sources, caller, request, true))
                        .as("%s of %s by %s", request, caller, sources)
                        .isEqualTo(granted);
                assertThat(NaiveIntentions.allow(sources, caller, request, false))
                        .isEqualTo(granted);
            }
        }
    }

    @Provide
    Arbitrary<List<Granted>> grants() {
        return Combinators.combine(Arbitraries.of(CALLERS), matches().optional(0.9))
                .as(Granted::new)
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<HttpMatch> matches() {
        Arbitrary<PathMatch> paths = Arbitraries.of(
                new PathMatch(PathMatch.Kind.PREFIX, "/a"),
                new PathMatch(PathMatch.Kind.PREFIX, "/a/"),
                new PathMatch(PathMatch.Kind.EXACT, "/a"),
                new PathMatch(PathMatch.Kind.EXACT, "/b"),
                new PathMatch(PathMatch.Kind.REGEX, "(?:/a|/b).*"),
                new PathMatch(PathMatch.Kind.REGEX, "(?:.*c$).*"));
        Arbitrary<List<HeaderMatch>> headers = Arbitraries.of(
                        new HeaderMatch("x-user", HeaderMatch.Kind.EXACT, "ada"),
                        new HeaderMatch("x-user", HeaderMatch.Kind.REGEX, "a.*|b"),
                        new HeaderMatch("x-none", HeaderMatch.Kind.REGEX, "^$"))
                .list()
                .ofMaxSize(2);
        Arbitrary<List<String>> methods =
                Arbitraries.of("GET", "POST", "PUT").set().ofMaxSize(2).map(List::copyOf);
        return Combinators.combine(paths.optional(), headers, methods).as(HttpMatch::new);
    }

    @Provide
    Arbitrary<List<Traffic.Http>> requests() {
        Arbitrary<Map<String, String>> headers = Arbitraries.of(
                Map.of(), Map.of("x-user", "ada"), Map.of("x-user", "b"), Map.of("x-none", "", "x-user", "c"));
        return Combinators.combine(
                        Arbitraries.of("GET", "POST", "DELETE"),
                        Arbitraries.of("/", "/a", "/a/b", "/ab", "/b", "/b/c", "/c"),
                        headers)
                .as(Traffic.Http::new)
                .list()
                .ofSize(6);
    }
}
