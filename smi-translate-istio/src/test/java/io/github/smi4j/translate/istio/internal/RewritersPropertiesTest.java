package io.github.smi4j.translate.istio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexResult;
import io.github.smi4j.regex.RequestDomain;
import io.github.smi4j.testkit.bundle.PatternSampler;
import io.github.smi4j.testkit.istio.AuthorizationStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Rewritten patterns, read as Istio reads them, against RE2 on the original. */
class RewritersPropertiesTest {
    private static final List<String> LITERALS = List.of(
            "a", "b", "api", "v1", "x\\.y", "-", "A", "a b", "%2F", "~", "\\*", "\\{", "\"", "%7B", "0", ",", "&");
    private static final List<String> ATOMS = List.of(
            "[ab]", "\\d", "[^/]", ".", "(a|b)", "(?:x|yz|)", "(?i:a)", "[a-c0]", "\\w", "[^a]", "(b/c)", "[!-~]", " ");
    private static final List<String> QUANTIFIERS = List.of("", "", "", "*", "+", "?", "{2}", "{1,2}", "*?");
    private static final List<String> ENDS =
            List.of("", "", "$", "$", ".*", ".*$", "/?$", "(/.*)?$", "/", ".+", "\\b", "/[^/]+$", "/.*\\.css$");
    private static final List<String> SHAPES = List.of(
            "/L", "/L$", "/L.*", "/L.+", "/L(/.*)?$", "/L/[^/]+", "/(L|L)$", ".*L$", "/.*/L$", "/L/?$", "/[ab]L$");
    private static final String FLAG = "(?i)";
    private static final int TEXTS = 30;

    private final Random random = new Random();

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String piece() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(ATOMS) + pick(QUANTIFIERS);
            case 1 -> pick(LITERALS) + pick(QUANTIFIERS).replaceFirst("^[*+].*", "");
            case 2 -> ".*";
            default -> pick(LITERALS);
        };
    }

    private String path() {
        if (random.nextInt(3) == 0) {
            return pick(SHAPES).replace("L", pick(LITERALS));
        }
        StringBuilder path = new StringBuilder(pick(List.of("", "", "", "^", FLAG, ".*")));
        int segments = 1 + random.nextInt(3);
        for (int i = 0; i < segments; i++) {
            path.append(pick(List.of("/", "/", "/", "/?", "//")));
            path.append(pick(List.of("", "", "[^/]+", "[^/]*", ".*")));
            if (random.nextInt(3) > 0) {
                path.append(piece());
            }
        }
        return path.append(pick(ENDS)).toString();
    }

    private String value() {
        StringBuilder value = new StringBuilder(pick(List.of("", "", "", ".*", "^", "a")));
        int pieces = random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            value.append(piece());
        }
        return value.append(pick(List.of("", "", ".*", "$", "a", "ab?a", ".+"))).toString();
    }

    private List<String> either(String one, String other) {
        return random.nextInt(3) == 0 ? List.of(one, other) : List.of(one);
    }

    /**
     * What re2j takes the branches together for. It factors what branches begin with, and in {@code A|[Aa].*} refuses
     * {@code a}; it does not look into groups that capture. A flag at the start of the first branch holds for the
     * others too, so it stays outside of the groups.
     */
    private static String captured(List<String> branches) {
        String flag = branches.get(0).startsWith(FLAG) ? FLAG : "";
        return branches.stream().map(branch -> "(" + branch + ")").collect(Collectors.joining("|", flag, ""));
    }

    /** Texts of the domain: some that the pattern may match, some near these, some of anything. */
    private List<String> texts(String pattern, RequestDomain domain) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = PatternSampler.sample(i % 5 == 4 ? "(/|a|b|api|[ -~]){0,6}" : pattern, random);
            texts.add(i % 2 == 0 ? text : PatternSampler.mutate(text, random));
        }
        return texts.stream()
                .flatMap(text ->
                        domain == RequestDomain.PATH ? Stream.of(text, "/" + text, text + "/a") : Stream.of(text))
                .filter(domain::contains)
                .toList();
    }

    private static Optional<Regex> parsed(String pattern) {
        return Regex.parse(pattern) instanceof RegexResult.Parsed parsed
                ? Optional.of(parsed.regex())
                : Optional.empty();
    }

    @Property(tries = 250)
    void rewrite_ofAnyPath_meansTheSameOrLess(@ForAll long seed, @ForAll boolean templates) {
        random.setSeed(seed);
        List<String> branches = either(path(), path());
        String pattern = String.join("|", branches);
        Optional<Regex> regex = parsed(pattern);
        if (regex.isEmpty()) {
            return;
        }
        PathRewriter.Result result = new PathRewriter(templates).rewrite(regex.get());
        Statistics.label("path")
                .collect(result.exact() ? "exact" : result.alternatives().isEmpty() ? "none" : "less");
        Pattern original = Pattern.compile("^(?:" + captured(branches) + ")");
        for (String text : texts(pattern, RequestDomain.PATH)) {
            boolean expected = original.matcher(text).find();
            boolean actual = result.alternatives().stream().anyMatch(rewrite -> matchesPath(rewrite, text));
            Statistics.label("text").collect(expected);
            assertThat(expected || !actual)
                    .as("%s on %s: %s", pattern, text, result)
                    .isTrue();
            if (result.exact()) {
                assertThat(actual).as("%s on %s: %s", pattern, text, result).isEqualTo(expected);
            }
        }
        checkForm(result.alternatives(), templates);
        Statistics.label("path").coverage(c -> {
            c.check("exact").percentage(p -> p > 20);
            c.check("less").percentage(p -> p > 2);
        });
        Statistics.label("text").coverage(c -> {
            c.check(true).percentage(p -> p > 15);
            c.check(false).percentage(p -> p > 25);
        });
    }

    private static boolean matchesPath(Rewrite rewrite, String path) {
        return rewrite.values().stream().anyMatch(p -> AuthorizationStrings.matchesPath(p, path))
                && rewrite.notValues().stream().noneMatch(p -> AuthorizationStrings.matchesPath(p, path));
    }

    private static void checkForm(List<Rewrite> rewrites, boolean templates) {
        for (Rewrite rewrite : rewrites) {
            assertThat(rewrite.values()).isNotEmpty().doesNotContain("");
            assertThat(rewrite.notValues()).doesNotContain("");
            assertThat(rewrite.patterns())
                    .allMatch(pattern -> templates || !pattern.matches(".*[{}].*"))
                    .allMatch(pattern -> pattern.chars().allMatch(c -> ' ' < c && c <= '~'));
        }
    }

    @Property(tries = 250)
    void rewrite_ofAnyHeader_meansTheSame(@ForAll long seed) {
        random.setSeed(seed);
        List<String> branches = either(value(), value());
        String pattern = String.join("|", branches);
        Optional<Regex> regex = parsed(pattern);
        if (regex.isEmpty()) {
            return;
        }
        Optional<List<Rewrite>> result = HeaderRewriter.rewrite(regex.get());
        Statistics.label("header").collect(result.isPresent() ? "exact" : "none");
        Pattern original = Pattern.compile(captured(branches));
        for (String text : texts(pattern, RequestDomain.HEADER)) {
            boolean expected = original.matches(text);
            Statistics.label("value").collect(expected);
            result.ifPresent(all -> assertThat(all.stream().allMatch(rewrite -> matches(rewrite, text)))
                    .as("%s on %s: %s", pattern, text, all)
                    .isEqualTo(expected));
        }
        result.ifPresent(all -> all.forEach(rewrite -> {
            assertThat(rewrite.values()).isNotEmpty().doesNotContain("");
            assertThat(rewrite.notValues()).doesNotContain("");
        }));
        Statistics.label("header").coverage(c -> c.check("exact").percentage(p -> p > 20));
        Statistics.label("value").coverage(c -> {
            c.check(true).percentage(p -> p > 15);
            c.check(false).percentage(p -> p > 25);
        });
    }

    private static boolean matches(Rewrite rewrite, String value) {
        return rewrite.values().stream().anyMatch(p -> AuthorizationStrings.matches(p, value))
                && rewrite.notValues().stream().noneMatch(p -> AuthorizationStrings.matches(p, value));
    }
}
