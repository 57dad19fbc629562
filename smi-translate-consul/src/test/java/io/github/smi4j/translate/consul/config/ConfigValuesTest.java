package io.github.smi4j.translate.consul.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.smi4j.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigValuesTest {
    private static final ObjectMeta META =
            ObjectMeta.builder().name("web").namespace("shop").build();

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.01", "10, 0.1", "3333, 33.33", "6250, 62.5", "9000, 90", "10000, 100"})
    void weight_ofHundredths_hasNoDigitsThatSayNothing(int hundredths, String weight) {
        assertThat(new ServiceSplit(hundredths, "web").weight().toString()).isEqualTo(weight);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void split_ofNoShare_isRefused(int hundredths) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceSplit(hundredths, "web"))
                .withMessage("a share is 0 to 10000 hundredths of a percent, was " + hundredths);
    }

    @Test
    void header_withoutNameOrValue_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HeaderMatch("", HeaderMatch.Kind.EXACT, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeaderMatch("x", HeaderMatch.Kind.EXACT, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new HeaderMatch("x", HeaderMatch.Kind.PRESENT, "x"));
        assertThat(HeaderMatch.present("x").toTree()).isEqualTo(Map.of("name", "x", "present", true));
        assertThat(new HeaderMatch("x", HeaderMatch.Kind.REGEX, "y").toTree())
                .isEqualTo(Map.of("name", "x", "regex", "y"));
    }

    @Test
    void path_withoutASlash_isRefusedUnlessItIsAnExpression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathMatch(PathMatch.Kind.EXACT, "a"))
                .withMessage("a path begins with /, was a");
        assertThatIllegalArgumentException().isThrownBy(() -> new PathMatch(PathMatch.Kind.PREFIX, ""));
        assertThat(new PathMatch(PathMatch.Kind.REGEX, "a").kind().field()).isEqualTo("pathRegex");
    }

    @Test
    void intention_thatRefuses_hasNoRequests() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceIntention("web", Optional.empty(), false, List.of(HttpMatch.ANY), ""))
                .withMessage("web may not call, so it has no requests");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceIntention("web", Optional.empty(), true, List.of(), "x".repeat(513)))
                .withMessage("a description has at most 512 characters");
        assertThat(new SourceIntention("web", Optional.empty(), true, List.of(), "x".repeat(512)).toTree())
                .containsEntry("action", "allow");
    }

    @Test
    void values_withNull_areRefused() {
        assertThatNullPointerException().isThrownBy(() -> new ServiceRoute(HttpMatch.ANY, nothing()));
        assertThatNullPointerException().isThrownBy(() -> new ServiceSplit(1, nothing()));
        assertThatNullPointerException().isThrownBy(() -> new PathMatch(nothing(), "/"));
        assertThatNullPointerException().isThrownBy(() -> new HeaderMatch("x", nothing(), "y"));
        assertThatNullPointerException()
                .isThrownBy(() -> new NativeEntry(nothing(), Optional.empty(), Optional.empty()));
    }

    /** What callers without a check for null hand over. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @Test
    void isEmpty_anyTest_isFalse() {
        assertThat(new HttpMatch(Optional.empty(), List.of(), List.of()).isEmpty())
                .isTrue();
        assertThat(HttpMatch.ANY.isEmpty()).isFalse();
        assertThat(new HttpMatch(Optional.empty(), List.of(), List.of("GET")).isEmpty())
                .isFalse();
        assertThat(new HttpMatch(Optional.of(new PathMatch(PathMatch.Kind.PREFIX, "/")), List.of(), List.of())
                        .isEmpty())
                .isFalse();
    }

    @Test
    void metaOfANativeEntry_longerThanConsulAllows_isCutByBytes() {
        ObjectMeta meta = META.toBuilder()
                .annotations(Map.of("fits", "x".repeat(512), "long", "x".repeat(513), "wide", "é".repeat(300)))
                .build();
        ServiceDefaults defaults =
                ServiceDefaults.builder().metadata(meta).protocol("http").build();
        Object written = new NativeEntry(defaults, Optional.empty(), Optional.of("dc1"))
                .toTree()
                .get("Meta");
        assertThat(written)
                .isEqualTo(Map.of(
                        "fits",
                        "x".repeat(512),
                        "long",
                        "x".repeat(508) + "…",
                        "wide",
                        "é".repeat(254) + "…",
                        "consul.hashicorp.com/source-datacenter",
                        "dc1",
                        "external-source",
                        "kubernetes"));
    }

    @Test
    void withMetadata_always_keepsTheRest() {
        ObjectMeta other = ObjectMeta.builder().name("api").namespace("data").build();
        List<ConfigEntry> entries = List.of(
                ServiceDefaults.builder()
                        .metadata(META)
                        .protocol("http")
                        .mutualTLSMode("strict")
                        .build(),
                ServiceResolver.builder().metadata(META).redirectService("v1").build(),
                ServiceSplitter.builder()
                        .metadata(META)
                        .virtual(true)
                        .addSplit(new ServiceSplit(10_000, "v1"))
                        .build(),
                ServiceRouter.builder()
                        .metadata(META)
                        .addRoute(new ServiceRoute(HttpMatch.ANY, "v1"))
                        .build(),
                ServiceIntentions.builder()
                        .metadata(META)
                        .destinationName("web")
                        .destinationNamespace("shop")
                        .addSource(new SourceIntention("*", Optional.of("*"), false, List.of(), ""))
                        .build());
        for (ConfigEntry entry : entries) {
            ConfigEntry changed = entry.withMetadata(other);
            assertThat(changed.metadata()).isEqualTo(other);
            assertThat(changed.spec()).isEqualTo(entry.spec());
            assertThat(changed.writeOrder()).isEqualTo(entry.writeOrder());
            assertThat(changed.kind()).isEqualTo(entry.kind());
            assertThat(new NativeEntry(entry, Optional.of("n"), Optional.of("dc1")).withMetadata(other))
                    .isEqualTo(new NativeEntry(changed, Optional.of("n"), Optional.of("dc1")));
        }
        assertThat(entries).extracting(ConfigEntry::writeOrder).containsExactly(0, 1, 2, 4, 5);
        assertThat(entries)
                .extracting(ConfigEntry::nativeKind)
                .containsExactly(
                        "service-defaults",
                        "service-resolver",
                        "service-splitter",
                        "service-router",
                        "service-intentions");
    }
}
