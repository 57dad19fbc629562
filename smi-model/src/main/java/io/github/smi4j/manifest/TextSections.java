package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.SourceText;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The sections of a text, in order. */
final class TextSections implements Iterator<TextSection> {
    private static final String START = "---";
    private static final String END = "...";

    private final SourceText source;
    private int start;
    private int line;
    private boolean done;

    TextSections(SourceText source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public TextSection next() {
        if (done) {
            throw new NoSuchElementException();
        }
        int end = endOf(start);
        TextSection section = new TextSection(source, start, end, line);
        for (int at = source.text().indexOf('\n', start);
                at >= 0 && at < end;
                at = source.text().indexOf('\n', at + 1)) {
            line++;
        }
        start = end;
        done = end >= source.text().length();
        return section;
    }

    /** The section goes up to the next start of a document, which its directives stand before. */
    private int endOf(int from) {
        String text = source.text();
        int at = from;
        do {
            at = text.indexOf("\n" + START, at) + 1;
            if (at == 0) {
                return text.length();
            }
        } while (!isStart(at) || isHead(from, at));
        return withDirectives(from, at);
    }

    /** Whether there are directives, comments and blank lines alone: they belong to the document that starts behind. */
    private boolean isHead(int from, int to) {
        int at = from;
        while (at < to) {
            int lineEnd = source.text().indexOf('\n', at) + 1;
            if (!isDirective(at) && !isBlank(at, lineEnd)) {
                return false;
            }
            at = lineEnd;
        }
        return true;
    }

    private boolean isDirective(int lineStart) {
        return source.text().startsWith("%", lineStart);
    }

    private boolean isBlank(int lineStart, int lineEnd) {
        int at = lineStart;
        while (at < lineEnd && isBlank(source.text().charAt(at))) {
            at++;
        }
        return at == lineEnd || source.text().charAt(at) == '#';
    }

    private boolean isStart(int at) {
        String text = source.text();
        return text.startsWith(START, at)
                && (at + START.length() == text.length() || isBlank(text.charAt(at + START.length())));
    }

    /** What YAML takes for a blank or a line end; Unicode has more. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** The first line of the directives that stand right before a start of a document, behind an end of one. */
    private int withDirectives(int from, int documentStart) {
        String text = source.text();
        int first = documentStart;
        int at = documentStart;
        while (at > from) {
            int lineStart = Math.max(text.lastIndexOf('\n', at - 2) + 1, from);
            if (isDirective(lineStart)) {
                first = lineStart;
            } else if (!isBlank(lineStart, at)) {
                return text.startsWith(END, lineStart) ? first : documentStart;
            }
            at = lineStart;
        }
        return documentStart;
    }
}
