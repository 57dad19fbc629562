package io.github.smi4j.translate.istio.internal;

import com.google.re2j.Pattern;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares strings as Istio's documentation of AuthorizationPolicy says, and nothing else. */
public final class IstioStrings {
    private static final String SEGMENT = "[a-zA-Z0-9\\-._~%!$&'()+,;:@=]";
    private static final String REST = "[/a-zA-Z0-9\\-._~%!$&'()+,;:@=]*";
    private static final Map<String, Pattern> TEMPLATES = new ConcurrentHashMap<>();

    private IstioStrings() {}

    /** Exact, {@code prefix*}, {@code *suffix}, or {@code *} for whatever is there; a star anywhere else is a star. */
    public static boolean matches(String pattern, String value) {
        if (pattern.equals("*")) {
            return true;
        }
        if (pattern.startsWith("*")) {
            return value.endsWith(pattern.substring(1));
        }
        return pattern.endsWith("*")
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : value.equals(pattern);
    }

    /** The same for a path without query, which may also be a template. */
    public static boolean matchesPath(String pattern, String path) {
        if (!pattern.contains("{")) {
            return matches(pattern, path);
        }
        return TEMPLATES.computeIfAbsent(pattern, IstioStrings::template).matches(path);
    }

    private static Pattern template(String template) {
        return Pattern.compile(Stream.of(template.split("/", -1))
                .map(segment -> switch (segment) {
                    case "{*}" -> SEGMENT + "+";
                    case "{**}" -> REST;
                    default -> Pattern.quote(segment);
                })
                .collect(Collectors.joining("/")));
    }
}
