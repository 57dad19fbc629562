package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexResult;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;
import java.util.OptionalInt;

/** A dot between letters or digits is meant as a dot more often than as any character. */
final class DotInPatternRule implements ResourceRule {
    @Override
    public DiagnosticCode code() {
        return ValidationCode.PATTERN_DOT;
    }

    @Override
    public boolean isOnByDefault() {
        return false;
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        if (resource instanceof HTTPRouteGroup group) {
            for (int i = 0; i < group.matches().size(); i++) {
                check(group.matches().get(i), FieldPath.of("spec", "matches").index(i), out);
            }
        }
    }

    private static void check(HTTPMatch match, FieldPath path, RuleFindings out) {
        match.pathRegex().ifPresent(pattern -> check(pattern, path.field("pathRegex"), out));
        match.headers()
                .forEach((name, pattern) -> check(pattern, path.field("headers").key(name), out));
    }

    private static void check(String pattern, FieldPath path, RuleFindings out) {
        plainDot(pattern)
                .ifPresent(at -> out.report(
                        path, "at character " + (at + 1) + ": the dot matches any character, not only a dot"));
    }

    /** The first dot that stands between letters or digits, outside of a class, and is not escaped. */
    private static OptionalInt plainDot(String pattern) {
        if (!(Regex.parse(pattern) instanceof RegexResult.Parsed)) {
            return OptionalInt.empty();
        }
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                i = endOfClass(pattern, i);
            } else if (c == '.' && isWithinName(pattern, i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Where a class ends: a bracket right behind its opening is a character of it, and a POSIX class has brackets too. */
    private static int endOfClass(String pattern, int opening) {
        int first = pattern.startsWith("^", opening + 1) ? opening + 2 : opening + 1;
        int i = pattern.startsWith("]", first) ? first + 1 : first;
        while (i < pattern.length() && pattern.charAt(i) != ']') {
            int posix = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
            if (posix >= 0) {
                i = posix + 2;
            } else {
                i += pattern.charAt(i) == '\\' ? 2 : 1;
            }
        }
        return i;
    }

    private static boolean isWithinName(String pattern, int dot) {
        return dot > 0
                && dot + 1 < pattern.length()
                && Character.isLetterOrDigit(pattern.charAt(dot - 1))
                && (dot < 2 || pattern.charAt(dot - 2) != '\\')
                && Character.isLetterOrDigit(pattern.charAt(dot + 1));
    }
}
