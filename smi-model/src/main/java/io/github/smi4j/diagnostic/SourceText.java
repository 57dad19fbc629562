package io.github.smi4j.diagnostic;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text that was read, with the name it was read under. Kept so that a finding can show the line it is about.
 * Compared by identity: a text may be long.
 */
public final class SourceText {
    private final String name;
    private final String text;
    private volatile int @Nullable [] lineStarts;

    private SourceText(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The text read under a name: a path as it was given, or {@code -} for standard input. */
    public static SourceText of(String name, String text) {
        return new SourceText(name, text);
    }

    /** The name that the text was read under. */
    public String name() {
        return name;
    }

    /** All of it. */
    public String text() {
        return text;
    }

    /** A line, counted from 1, without its end; absent where the text has no such line. */
    public Optional<String> line(int number) {
        int[] starts = lineStarts();
        if (number < 1 || number > starts.length) {
            return Optional.empty();
        }
        int start = starts[number - 1];
        int end = text.indexOf('\n', start);
        String line = end < 0 ? text.substring(start) : text.substring(start, end);
        return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }

    /** Where lines start, found once: a report may show a line for each of many findings. */
    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            IntStream.Builder found = IntStream.builder().add(0);
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
                found.add(end + 1);
            }
            starts = found.build().toArray();
            lineStarts = starts;
        }
        return starts;
    }

    /** The name alone: a text may be long. */
    @Override
    public String toString() {
        return name;
    }
}
