package io.github.smi4j.diagnostic;

import java.util.Objects;
import java.util.Optional;

/**
 * A place in a text that was read. Two positions are equal when file, line and column are.
 */
public final class SourcePosition implements Comparable<SourcePosition> {
    private final SourceText source;
    private final int line;
    private final int column;

    private SourcePosition(SourceText source, int line, int column) {
        this.source = Objects.requireNonNull(source, "source");
        this.line = requirePositive(line, "line");
        this.column = requirePositive(column, "column");
    }

    /** The place in the given text; line and column are counted from 1, the column in characters. */
    public static SourcePosition of(SourceText source, int line, int column) {
        return new SourcePosition(source, line, column);
    }

    private static int requirePositive(int number, String what) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be >= 1, was " + number);
        }
        return number;
    }

    /** The name that the text was read under: a path as it was given, or {@code -} for standard input. */
    public String file() {
        return source.name();
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The column in characters, counted from 1. */
    public int column() {
        return column;
    }

    /** The place the given number of characters further on the same line. */
    public SourcePosition plusColumns(int columns) {
        return new SourcePosition(source, line, column + columns);
    }

    /** The text of the line without its end; absent where the text has no such line. */
    public Optional<String> sourceLine() {
        return source.line(line);
    }

    @Override
    public int compareTo(SourcePosition other) {
        int byFile = file().compareTo(other.file());
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourcePosition that
                && line == that.line
                && column == that.column
                && file().equals(that.file());
    }

    @Override
    public int hashCode() {
        return Objects.hash(file(), line, column);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file() + ":" + line + ":" + column;
    }
}
