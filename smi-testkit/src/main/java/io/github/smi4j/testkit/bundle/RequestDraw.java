package io.github.smi4j.testkit.bundle;

import io.github.smi4j.policy.HeaderTest;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RequestDomain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws requests of the domain that decisions are about: any, or aimed at a match. */
final class RequestDraw {
    private RequestDraw() {}

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** A request that matches, as far as its texts can be guessed, unless a part of it is changed. */
    static Traffic.Http aimedAt(ResolvedMatch match, Random random) {
        String path = match.pathRegex().map(regex -> text(regex, random)).orElse("/");
        Map<String, String> headers = headers(random);
        for (HeaderTest test : match.headers()) {
            headers.put(test.name(), header(text(test.value(), random)));
        }
        if (!match.headers().isEmpty() && random.nextInt(8) == 0) {
            headers.remove(match.headers().get(0).name());
        }
        String method = match.methods().isEmpty() || random.nextInt(8) == 0 ? "GET" : pick(match.methods(), random);
        return new Traffic.Http(method, path(path, random), headers);
    }

    private static String text(Regex regex, Random random) {
        String text = PatternSampler.sample(regex.pattern(), random);
        return random.nextInt(3) == 0 ? PatternSampler.mutate(text, random) : text;
    }

    /** Any request. */
    static Traffic.Http any(Random random) {
        String path = PatternSampler.sample("(/(api|a|b|c|v1|x|users|{x}|\\*|[!-~])?){1,4}(\\.css)?", random);
        return new Traffic.Http(
                pick(List.of("GET", "PUT", "get", "M-SEARCH", "MX", "A.B", "AxB", "A*B"), random),
                path(path, random),
                headers(random));
    }

    private static Map<String, String> headers(Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", header(PatternSampler.sample("web|a|b|a.*b", random)));
        for (String name : List.of("x-a", "x-b", "x_c", "x.d")) {
            if (random.nextBoolean()) {
                headers.put(name, header(PatternSampler.sample("|a|b|c|a.*b|\\*|A|[!-~]|.*", random)));
            }
        }
        return headers;
    }

    /** Paths and values are of the domain that decisions are about. */
    private static String path(String text, Random random) {
        String path = text.startsWith("/") ? text : "/" + text;
        return RequestDomain.PATH.contains(path)
                ? path
                : pick(List.of("/", "/a", "/api", "/x", "/api/x.css", "//"), random);
    }

    private static String header(String text) {
        return text.strip();
    }
}
