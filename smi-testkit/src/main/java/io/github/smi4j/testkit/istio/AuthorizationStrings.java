package io.github.smi4j.testkit.istio;

import com.google.re2j.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares strings as Istio documents it for AuthorizationPolicy: whole, by prefix, by suffix, or by presence. */
public final class AuthorizationStrings {
    private static final String ANY = "*";
    /** The characters that an operator of a path template takes (Envoy, "Path template"). */
    private static final String PATH_CHARACTERS = "a-zA-Z0-9\\-._~%!$&'()+,;:@=";

    private AuthorizationStrings() {}

    /** Whole, {@code prefix*}, {@code *suffix}, or {@code *} for whatever is there; a star anywhere else is a star. */
    public static boolean matches(String pattern, String value) {
        if (pattern.equals(ANY)) {
            return true;
        }
        if (pattern.startsWith(ANY)) {
            return value.endsWith(pattern.substring(1));
        }
        return pattern.endsWith(ANY)
                ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                : value.equals(pattern);
    }

    /** The same for a path without its query; {@code *} is {@code .+}, and with braces it is a template. */
    public static boolean matchesPath(String pattern, String path) {
        return pattern.contains("{") ? template(pattern).matches(path) : matches(pattern, path);
    }

    private static Pattern template(String template) {
        return Pattern.compile(Stream.of(template.split("/", -1))
                .map(segment -> switch (segment) {
                    case "{*}" -> "[" + PATH_CHARACTERS + "]+";
                    case "{**}" -> "[/" + PATH_CHARACTERS + "]*";
                    default -> Pattern.quote(segment);
                })
                .collect(Collectors.joining("/")));
    }

    /** A namespace of a source, in which stars stand for anything. */
    static boolean matchesNamespace(String pattern, String spiffeId) {
        String namespace =
                Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(".*/ns/" + namespace + "/.*", spiffeId);
    }

    /** A service account of a source, of any trust domain, also with more in the path of the id. */
    static boolean matchesServiceAccount(String namespace, String name, String spiffeId) {
        return Pattern.matches(
                ".+/ns/" + Pattern.quote(namespace) + "/(.+/|)sa/" + Pattern.quote(name) + "(/.+)?", spiffeId);
    }
}
