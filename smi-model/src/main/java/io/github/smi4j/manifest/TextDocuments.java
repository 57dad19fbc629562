package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import java.io.Reader;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The documents of a text. Text that breaks the rules of YAML costs the document it stands in: reading goes on at the
 * next line that starts with {@code ---}, which no document can contain.
 */
final class TextDocuments {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(ReaderLimits.MAX_BYTES)
            .build();

    private final SourceText source;
    private final Consumer<TextDocument> documents;
    private final Consumer<Diagnostic> faults;
    private int refused = -1;

    TextDocuments(SourceText source, Consumer<TextDocument> documents, Consumer<Diagnostic> faults) {
        this.source = source;
        this.documents = documents;
        this.faults = faults;
    }

    void read() {
        Place place = new Place(0, 0);
        while (place != null) {
            place = readFrom(place);
        }
    }

    /**
     * Reads the documents from a place on; the place to go on from, or null at the end. The parser refuses some characters
     * as soon as they come near, which would cost the documents before: it is not shown the document that has one.
     */
    private @Nullable Place readFrom(Place start) {
        int refused = nextRefused(start.offset());
        if (refused < 0) {
            return parse(start, source.text().length());
        }
        Place after = parse(start, startOfDocumentWith(refused, start.offset()));
        if (after != null) {
            return after;
        }
        int line = start.line() + lines(start.offset(), refused);
        report(
                line + 1,
                refused - source.text().lastIndexOf('\n', refused),
                String.format(
                        Locale.ROOT,
                        "the character U+%04X is not allowed",
                        source.text().codePointAt(refused)));
        return nextDocument(start, line + 1, source.text().length());
    }

    /** Parses up to {@code end}; the place of the document after broken text, or null if there is none. */
    private @Nullable Place parse(Place start, int end) {
        Progress progress = new Progress(start.line());
        try {
            Parser parser = new GuardedParser(new ParserImpl(
                    SETTINGS, new StreamReader(SETTINGS, new SectionReader(source.text(), start.offset(), end))));
            while (parser.hasNext()) {
                Event event = parser.next();
                if (event instanceof DocumentStartEvent) {
                    progress.documentLine = start.line()
                            + event.getStartMark().map(Mark::getLine).orElse(0);
                    readDocument(parser, start.line());
                }
            }
            return null;
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            int line = start.line() + (mark == null ? 0 : mark.getLine());
            report(line + 1, mark == null ? 1 : mark.getColumn() + 1, problem(e));
            return nextDocument(start, Math.max(line, progress.documentLine + 1), end);
        } catch (YamlEngineException e) {
            report(progress.documentLine + 1, 1, String.valueOf(e.getMessage()).split("\n", 2)[0]);
            return nextDocument(start, progress.documentLine + 1, end);
        }
    }

    /** The parser fails on some broken text, {@code "\\u} at its end for one, with an exception of Java's own. */
    private record GuardedParser(Parser parser) implements Parser {
        @Override
        public boolean checkEvent(Event.ID choice) {
            return guarded(() -> parser.checkEvent(choice));
        }

        @Override
        public Event peekEvent() {
            return guarded(parser::peekEvent);
        }

        @Override
        public Event next() {
            return guarded(parser::next);
        }

        @Override
        public boolean hasNext() {
            return guarded(parser::hasNext);
        }

        private static <T> T guarded(Supplier<T> step) {
            try {
                return step.get();
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new YamlEngineException("the text cannot be parsed", e);
            }
        }
    }

    /** A place in the text, with its line from 0. */
    private record Place(int offset, int line) {}

    /** A part of a text, without a copy of it. */
    private static final class SectionReader extends Reader {
        private final String text;
        private final int end;
        private int next;

        SectionReader(String text, int start, int end) {
            this.text = text;
            this.next = start;
            this.end = end;
        }

        @Override
        public int read(char[] into, int offset, int length) {
            if (next >= end) {
                return length == 0 ? 0 : -1;
            }
            int count = Math.min(length, end - next);
            text.getChars(next, next + count, into, offset);
            next += count;
            return count;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** The offset of the next character that YAML does not allow in a text, or -1. */
    private int nextRefused(int from) {
        String text = source.text();
        if (refused < from) {
            refused = from;
            while (refused < text.length() && StreamReader.isPrintable(text.codePointAt(refused))) {
                refused += Character.charCount(text.codePointAt(refused));
            }
        }
        return refused < text.length() ? refused : -1;
    }

    private int startOfDocumentWith(int offset, int from) {
        int start = offset;
        while (start > from) {
            start = Math.max(source.text().lastIndexOf('\n', start - 1) + 1, from);
            if (isDocumentStart(source.text(), start)) {
                return start;
            }
            start--;
        }
        return from;
    }

    /** The line, from 0, on which the document that is being read starts. */
    private static final class Progress {
        private int documentLine;

        Progress(int documentLine) {
            this.documentLine = documentLine;
        }
    }

    private void readDocument(Parser parser, int lineOffset) {
        try {
            documents.accept(new TreeBuilder(parser, source, lineOffset).build());
        } catch (TreeBuilder.LimitException e) {
            faults.accept(Diagnostic.builder(TextCode.LIMIT)
                    .position(Optional.of(e.position()))
                    .message(String.valueOf(e.getMessage()))
                    .build());
            while (!(parser.next() instanceof DocumentEndEvent)) {
                // the rest of a document that is too large
            }
        }
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        String context = e.getContext();
        return context == null ? problem : context + ": " + problem;
    }

    private void report(int line, int column, String problem) {
        faults.accept(Diagnostic.builder(TextCode.SYNTAX)
                .position(Optional.of(SourcePosition.of(source, line, column)))
                .message("not YAML or JSON: " + UserText.visible(problem))
                .build());
    }

    /** The first line from the given one on, counted from 0, that starts a document before {@code end}. */
    private @Nullable Place nextDocument(Place from, int fromLine, int end) {
        String text = source.text();
        int start = from.offset();
        int line = from.line();
        while (start < end) {
            if (line >= fromLine && isDocumentStart(text, start)) {
                return new Place(start, line);
            }
            int lineEnd = text.indexOf('\n', start);
            if (lineEnd < 0) {
                return null;
            }
            start = lineEnd + 1;
            line++;
        }
        return null;
    }

    private static boolean isDocumentStart(String text, int at) {
        return text.startsWith("---", at) && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)));
    }

    private int lines(int from, int to) {
        return (int)
                source.text().substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
