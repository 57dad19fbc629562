package io.github.smi4j.translate.istio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.re2j.Pattern;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

class IstioSplitPropertiesTest {
    private static final Translator ISTIO =
            MeshTranslators.of(IstioTranslator.create()).get("istio");
    private static final int REQUESTS = 25;

    private static Translation translate(SplitBundle bundle, List<SmiResource> resources) {
        return ISTIO.translate(
                ResourceSet.of(resources), bundle.inventory(), PolicyOptions.defaults(), TranslationOptions.defaults());
    }

    private static List<EmittedRoutes> routes(Translation translation) {
        return translation.resources().stream()
                .map(r -> new EmittedRoutes(r.toTree()))
                .toList();
    }

    private static boolean isApproximated(Translation translation, String root) {
        return translation.diagnostics().stream()
                .filter(d -> d.code() == IstioCode.WEIGHTS_APPROXIMATED)
                .flatMap(d -> d.resource().stream())
                .anyMatch(ref -> ref.name().startsWith(root + "-"));
    }

    @Property(tries = 300)
    void translate_always_endsTheRoutesOfEachPortUnconditionally(@ForAll long seed) {
        SplitBundle bundle = SplitBundle.random(new Random(seed));
        for (EmittedRoutes emitted : routes(translate(bundle, bundle.resources()))) {
            for (int port : SplitBundle.HTTP_PORTS) {
                List<Map<?, ?>> routes = emitted.http(port);
                if (!routes.isEmpty()) {
                    assertThat(EmittedRoutes.isUnconditional(routes.get(routes.size() - 1), port))
                            .as("%s", routes)
                            .isTrue();
                    assertThat(routes.subList(0, routes.size() - 1))
                            .noneMatch(route -> EmittedRoutes.isUnconditional(route, port));
                }
            }
        }
    }

    @Property(tries = 300)
    void translate_always_givesWeightsInIstiosRange(@ForAll long seed) {
        SplitBundle bundle = SplitBundle.random(new Random(seed));
        for (EmittedRoutes emitted : routes(translate(bundle, bundle.resources()))) {
            for (Map<?, ?> route : Stream.concat(emitted.http().stream(), emitted.tcp().stream())
                    .toList()) {
                List<Long> weights = new ArrayList<>();
                for (Object destination : (List<?>) route.get("route")) {
                    Optional.ofNullable(((Map<?, ?>) destination).get("weight"))
                            .ifPresent(weight -> weights.add(((Number) weight).longValue()));
                }
                assertThat(weights).allMatch(weight -> weight > 0).hasSizeLessThanOrEqualTo(5);
                assertThat(weights.size()).isNotEqualTo(1);
                assertThat(weights.stream().mapToLong(w -> w).sum()).isLessThanOrEqualTo(Integer.MAX_VALUE);
            }
        }
    }

    @Property(tries = 300)
    void translate_always_routesEachRequestAsSmiSays(@ForAll long seed) {
        Random random = new Random(seed);
        SplitBundle bundle = SplitBundle.random(random);
        Translation translation = translate(bundle, bundle.resources());
        for (String root : SplitBundle.ROOTS) {
            Optional<EmittedRoutes> emitted = routes(translation).stream()
                    .filter(routes -> routes.root().equals(root))
                    .findFirst();
            for (int i = 0; i < REQUESTS; i++) {
                Request request = SplitBundle.request(random);
                if (!bundle.hasPort(root, request.port())) {
                    assertThat(emitted.map(e -> e.http(request.port())).orElse(List.of()))
                            .isEmpty();
                    continue;
                }
                Map<String, BigDecimal> expected = bundle.weights(root, request);
                Map<String, BigDecimal> actual =
                        emitted.map(e -> e.weights(request)).orElse(Map.of(root, BigDecimal.ONE));
                Statistics.label("outcome")
                        .collect(expected.size() > 1 ? "several" : expected.containsKey(root) ? "root" : "one")
                        .toString();
                assertSameShares(root, translation, request, expected, actual);
            }
        }
        Statistics.label("outcome").coverage(c -> {
            c.check("several").percentage(p -> p > 10);
            c.check("root").percentage(p -> p > 10);
        });
    }

    private static void assertSameShares(
            String root,
            Translation translation,
            Request request,
            Map<String, BigDecimal> expected,
            Map<String, BigDecimal> actual) {
        String what = root + " " + request + "\n" + ManifestWriter.yaml().write(translation.resources());
        assertThat(actual.keySet()).as(what).isEqualTo(expected.keySet());
        BigDecimal actualSum = actual.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expectedSum = expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        expected.forEach((backend, weight) -> {
            BigDecimal left = actual.get(backend).multiply(expectedSum);
            BigDecimal right = weight.multiply(actualSum);
            if (isApproximated(translation, root)) {
                BigDecimal whole = actualSum.multiply(expectedSum);
                assertThat(left.doubleValue() / whole.doubleValue())
                        .as(what)
                        .isCloseTo(right.doubleValue() / whole.doubleValue(), within(1e-8));
            } else {
                assertThat(left).as(what).isEqualByComparingTo(right);
            }
        });
    }

    @Property(tries = 300)
    void translate_always_splitsTcpPortsAsSmiSays(@ForAll long seed) {
        SplitBundle bundle = SplitBundle.random(new Random(seed));
        Translation translation = translate(bundle, bundle.resources());
        for (EmittedRoutes emitted : routes(translation)) {
            for (Map<?, ?> route : emitted.tcp()) {
                int port = (int) EmittedRoutes.matches(route).get(0).get("port");
                assertThat(bundle.hasPort(emitted.root(), port)).isTrue();
                // Bytes match no condition, so only the split without matches speaks of them.
                TrafficSplit all = bundle.splits(emitted.root()).stream()
                        .filter(s -> s.matches() instanceof SplitMatches.None)
                        .findFirst()
                        .orElseThrow();
                SplitBundle alone = new SplitBundle(List.of(all), bundle.ports());
                Request bytes = new Request(port, "", "", Map.of());
                assertSameShares(
                        emitted.root(),
                        translation,
                        bytes,
                        alone.weights(emitted.root(), bytes),
                        EmittedRoutes.weights(route));
            }
        }
    }

    @Property(tries = 300)
    void translate_ofLongPatterns_givesRegexesThatIstioAcceptsOrNone(
            @ForAll long seed, @ForAll @IntRange(min = 980, max = 1040) int length) {
        Random random = new Random(seed);
        String pattern = "/[ab]" + (random.nextBoolean() ? "x|y" : "[cd]") + "z".repeat(length);
        HTTPMatch.Builder match = HTTPMatch.builder().name("long");
        boolean path = random.nextBoolean();
        SmiResource group = HTTPRouteGroup.builder()
                .name("long")
                .namespace("shop")
                .addMatch((path ? match.pathRegex(pattern) : match.putHeader("x-a", pattern)).build())
                .build();
        SmiResource split = TrafficSplit.builder()
                .name("canary")
                .namespace("shop")
                .service("web")
                .matches(SplitMatches.httpRouteGroups("long"))
                .addBackend("web-v1", 1)
                .build();
        Translation translation = ISTIO.translate(ResourceSet.of(split, group));
        assertRegexes(translation);
        boolean tooLong = translation.diagnostics().stream()
                .map(Diagnostic::code)
                .anyMatch(code -> code == IstioCode.REGEX_TOO_LONG);
        assertThat(tooLong).isEqualTo(translation.resources().isEmpty());
        int added = path ? "(?:).*".length() : 0;
        assertThat(tooLong).isEqualTo(pattern.length() + added > 1024);
    }

    @Property(tries = 300)
    void translate_always_givesRegexesThatIstioAccepts(@ForAll long seed) {
        SplitBundle bundle = SplitBundle.random(new Random(seed));
        assertRegexes(translate(bundle, bundle.resources()));
    }

    private static void assertRegexes(Translation translation) {
        for (EmittedRoutes emitted : routes(translation)) {
            for (String regex : emitted.regexes()) {
                assertThat(regex.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1, 1024);
                assertThat(Pattern.compile(regex).pattern()).isEqualTo(regex);
            }
        }
    }

    @Property(tries = 300)
    void translate_ofAnyOrder_givesTheSameBytes(@ForAll long seed) {
        Random random = new Random(seed);
        SplitBundle bundle = SplitBundle.random(random);
        List<SmiResource> shuffled = new ArrayList<>(bundle.resources());
        Collections.shuffle(shuffled, random);
        Translation expected = translate(bundle, bundle.resources());
        Translation actual = translate(bundle, shuffled);
        assertThat(GoldenCase.resources(actual)).isEqualTo(GoldenCase.resources(expected));
        assertThat(GoldenCase.diagnostics(actual)).isEqualTo(GoldenCase.diagnostics(expected));
    }

    @Property(tries = 300)
    void translate_always_reportsWhateverStaysUnsplit(@ForAll long seed) {
        SplitBundle bundle = SplitBundle.random(new Random(seed));
        Translation translation = translate(bundle, bundle.resources());
        for (String root : SplitBundle.ROOTS) {
            Optional<EmittedRoutes> emitted = routes(translation).stream()
                    .filter(routes -> routes.root().equals(root))
                    .findFirst();
            boolean complete = bundle.ports().isEmpty()
                    ? emitted.isPresent()
                    : bundle.ports().get(root).stream()
                            .allMatch(port -> emitted.map(e -> port.number() == 3306
                                            ? e.tcp().stream().anyMatch(r -> EmittedRoutes.isUnconditional(r, 3306))
                                            : !e.http(port.number()).isEmpty())
                                    .orElse(false));
            for (TrafficSplit split : bundle.splits(root)) {
                assertThat(complete
                                || translation.errors().stream()
                                        .anyMatch(d -> d.resource()
                                                .filter(split.ref()::equals)
                                                .isPresent()))
                        .as("%s\n%s", split, translation.diagnostics())
                        .isTrue();
            }
        }
    }
}
