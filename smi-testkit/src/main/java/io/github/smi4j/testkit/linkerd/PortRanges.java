package io.github.smi4j.testkit.linkerd;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ports in an annotation: numbers and ranges between commas. */
final class PortRanges {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    private PortRanges() {}

    static boolean contain(String text, int port) {
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .map(PortRanges::range)
                .toList()
                .stream()
                .anyMatch(range -> {
                    int first = Integer.parseInt(range.group(1));
                    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
                    return first <= port && port <= last;
                });
    }

    private static Matcher range(String element) {
        Matcher range = RANGE.matcher(element);
        if (!range.matches()) {
            throw new UnsupportedOperationException("the model of Linkerd does not know the ports " + element);
        }
        return range;
    }
}
