package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.regex.Answer;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RegexResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Path templates of Istio: <code>{*}</code> is a segment, and <code>{**}</code> the rest. They are guessed from the text of
 * a path, segment by segment, and used where they are proved to mean less.
 */
final class PathTemplate {
    private static final String SEGMENT = "{*}";
    private static final String REST = "{**}";
    /** The characters that a segment of a template may have, some of them since they are escaped. */
    private static final String SEGMENT_CHARACTERS = "a-zA-Z0-9\\-._~%!$&'()+,;:@= \"<>\\^`{|}";

    private static final String SYMBOLS = "-._~%!$&'()+,;:@=";

    private PathTemplate() {}

    /** Templates that mean nothing but what the path does; absent if there are none. */
    static Optional<Rewrite> within(Regex path, RegexLanguage language) {
        List<String> templates = propose(path.print());
        if (templates.isEmpty() || templates.stream().anyMatch(EscapedPaths::hasEscape)) {
            return Optional.empty();
        }
        RegexResult meaning = Regex.parse(
                "^(?:" + templates.stream().map(PathTemplate::regex).collect(Collectors.joining("|")) + ")$");
        if (!(meaning instanceof RegexResult.Parsed parsed)) {
            return Optional.empty();
        }
        RegexLanguage less = RegexLanguage.ofPath(parsed.regex());
        boolean proved = less.isContainedIn(language) == Answer.YES && less.isEmpty() == Answer.NO;
        return proved ? Optional.of(new Rewrite(templates, List.of(), less, true)) : Optional.empty();
    }

    private static List<String> propose(String pattern) {
        String body = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        boolean closed = body.endsWith("$") && !body.endsWith("\\$");
        List<String> segments = new ArrayList<>(segments(closed ? body.substring(0, body.length() - 1) : body));
        if (segments.size() < 2 || !segments.get(0).isEmpty()) {
            return List.of();
        }
        boolean slashAtEnd = segments.get(segments.size() - 1).isEmpty();
        List<String> named = segments.subList(1, segments.size() - (slashAtEnd ? 1 : 0)).stream()
                .map(PathTemplate::segment)
                .toList();
        boolean usable = named.contains(SEGMENT) && named.stream().noneMatch(String::isEmpty);
        if (!usable || (closed && slashAtEnd)) {
            return List.of();
        }
        String template = "/" + String.join("/", named);
        String rest = template + "/" + REST;
        return closed ? List.of(template) : slashAtEnd ? List.of(rest) : List.of(template, rest);
    }

    /** The parts between slashes outside of classes and groups. */
    private static List<String> segments(String pattern) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int depth = 0;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                segment.append(c).append(pattern.charAt(++i));
                continue;
            }
            inClass = inClass ? c != ']' : c == '[';
            depth += inClass || c == ']' ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '/' && !inClass && depth == 0) {
                segments.add(segment.toString());
                segment.setLength(0);
            } else {
                segment.append(c);
            }
        }
        segments.add(segment.toString());
        return segments;
    }

    /** The text of a segment that is a literal, or else the operator for any segment. */
    private static String segment(String pattern) {
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            boolean escaped = pattern.charAt(i) == '\\' && i + 1 < pattern.length();
            char c = pattern.charAt(escaped ? ++i : i);
            boolean plain = isLetterOrDigit(c) || (SYMBOLS.indexOf(c) >= 0 && (escaped || ".$()+".indexOf(c) < 0));
            if (!plain || (escaped && isLetterOrDigit(c))) {
                return SEGMENT;
            }
            literal.append(c);
        }
        return literal.toString();
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** What a template means, as an expression for whole paths. */
    private static String regex(String template) {
        return Stream.of(template.substring(1).split("/", -1))
                .map(segment -> switch (segment) {
                    case SEGMENT -> "[" + SEGMENT_CHARACTERS + "]+";
                    case REST -> "[/" + SEGMENT_CHARACTERS + "]*";
                    default ->
                        segment.chars()
                                .mapToObj(c -> isLetterOrDigit((char) c) ? String.valueOf((char) c) : "\\" + (char) c)
                                .collect(Collectors.joining());
                })
                .collect(Collectors.joining("/", "/", ""));
    }
}
