package io.github.smi4j.translate.linkerd.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ports as annotations of Linkerd list them: numbers, ranges and names between commas. What is none of them names no port.
 *
 * @param ranges first and last port of each range
 * @param names names of ports
 */
record PortRanges(List<Range> ranges, Set<String> names) {
    // A fixed pattern on short text, without nested repetition.
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    /**
     * Ports that follow each other.
     *
     * @param first the first
     * @param last the last
     */
    record Range(int first, int last) {}

    static PortRanges parse(String text) {
        List<Range> ranges = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = RANGE.matcher(part.strip());
            if (!matcher.matches()) {
                names.add(part.strip());
                continue;
            }
            int first = Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
            ranges.add(new Range(first, last));
        }
        return new PortRanges(List.copyOf(ranges), names);
    }

    boolean contains(int port, Optional<String> name) {
        return ranges.stream().anyMatch(range -> range.first() <= port && port <= range.last())
                || name.filter(names::contains).isPresent();
    }
}
