package io.github.smi4j.testkit.consul;

import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.tree.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The test of one header. A header that is not there matches no test of its value, not even an inverted one; only the test whether it
 * is there can be inverted for it. A test without any condition is none.
 */
final class HeaderMatch {
    private HeaderMatch() {}

    static boolean matches(Map<?, ?> test, Traffic.Http request) {
        Fields.requireKnown(
                test,
                "a test of a header",
                "name",
                "present",
                "exact",
                "prefix",
                "suffix",
                "contains",
                "regex",
                "ignoreCase",
                "invert");
        Optional<String> value = HttpMatch.header(Fields.text(test, "name").toLowerCase(Locale.ROOT), request);
        boolean inverted = Boolean.TRUE.equals(test.get("invert"));
        for (String way : new String[] {"exact", "regex", "prefix", "suffix", "contains"}) {
            String expected = Fields.text(test, way);
            if (!expected.isEmpty()) {
                return value.isPresent() && isValue(test, way, expected, value.get()) != inverted;
            }
        }
        return !Boolean.TRUE.equals(test.get("present")) || value.isPresent() != inverted;
    }

    private static boolean isValue(Map<?, ?> test, String way, String expected, String value) {
        if (way.equals("regex")) {
            return HttpMatch.spans(expected, value);
        }
        boolean anyCase = Boolean.TRUE.equals(test.get("ignoreCase"));
        String wanted = anyCase ? expected.toLowerCase(Locale.ROOT) : expected;
        String given = anyCase ? value.toLowerCase(Locale.ROOT) : value;
        return switch (way) {
            case "exact" -> given.equals(wanted);
            case "prefix" -> given.startsWith(wanted);
            case "suffix" -> given.endsWith(wanted);
            default -> given.contains(wanted);
        };
    }
}
