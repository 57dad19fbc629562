package io.github.smi4j.testkit.istio;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.smi4j.testkit.tree.Fields;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What Istio asks of one match block of an HTTP route. */
final class MatchRules {
    private static final int MAX_REGEX_BYTES = 1024;
    private static final int MAX_PORT = 65535;
    private static final List<String> KINDS = List.of("exact", "prefix", "regex");

    /** Istio reads these keys of {@code headers} as something else, or not at all. */
    private static final Set<String> RESERVED_HEADERS = Set.of("uri", "scheme", "method", "authority", "host");

    private final Consumer<String> faults;

    MatchRules(Consumer<String> faults) {
        this.faults = faults;
    }

    void check(Map<?, ?> match) {
        if (match.isEmpty()) {
            faults.accept("match block is empty");
        }
        checkPort(match, "port");
        for (String field : List.of("uri", "method", "authority", "scheme")) {
            if (match.containsKey(field)) {
                checkString(field, Fields.object(match, field), !field.equals("uri"));
            }
        }
        Map<?, ?> headers = Fields.object(match, "headers");
        headers.keySet().forEach(name -> {
            checkHeaderName(name.toString());
            // An empty test asks whether the header is there; Istio refuses null.
            if (!Map.of().equals(headers.get(name))) {
                checkString("header " + name, Fields.object(headers, name.toString()), true);
            }
        });
    }

    void checkPort(Map<?, ?> tree, String field) {
        if (tree.containsKey(field)) {
            long port = Fields.number(tree, field, 0);
            if (port < 1 || port > MAX_PORT) {
                faults.accept("port " + port + " is not within 1..65535");
            }
        }
    }

    private void checkString(String field, Map<?, ?> match, boolean prefixNeeded) {
        if (KINDS.stream().filter(match::containsKey).count() != 1 || match.size() != 1) {
            faults.accept(field + " is not one of exact, prefix, regex");
        }
        if (prefixNeeded
                && match.containsKey("prefix")
                && Fields.text(match, "prefix").isEmpty()) {
            faults.accept(field + " has an empty prefix");
        }
        if (match.containsKey("regex")) {
            checkRegex(field, Fields.text(match, "regex"));
        }
    }

    private void checkRegex(String field, String regex) {
        if (regex.isEmpty()) {
            faults.accept(field + " has an empty regex");
        }
        if (regex.getBytes(StandardCharsets.UTF_8).length > MAX_REGEX_BYTES) {
            faults.accept(field + " has a regex of more than 1024 bytes");
        }
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            faults.accept(field + " has a regex that is not RE2: " + e.getMessage());
        }
    }

    private void checkHeaderName(String name) {
        if (!name.matches("[-!#$%&'*+.^_`|~0-9a-z]+")) {
            faults.accept("header name " + name + " is not a token in lower case");
        }
        if (RESERVED_HEADERS.contains(name)) {
            faults.accept("header name " + name + " is reserved");
        }
    }
}
