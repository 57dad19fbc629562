package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import java.util.Optional;
import java.util.function.Consumer;
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

    TextDocuments(SourceText source, Consumer<TextDocument> documents, Consumer<Diagnostic> faults) {
        this.source = source;
        this.documents = documents;
        this.faults = faults;
    }

    void read() {
        int start = 0;
        while (start >= 0) {
            start = readFrom(start);
        }
    }

    /** Reads the documents from a place on; the place to go on from after broken text, or -1 at the end. */
    private int readFrom(int start) {
        String text = source.text().substring(start);
        int lineOffset = lines(source.text(), start);
        Progress progress = new Progress(lineOffset);
        try {
            Parser parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
            while (parser.hasNext()) {
                Event event = parser.next();
                if (event instanceof DocumentStartEvent) {
                    progress.documentLine =
                            lineOffset + event.getStartMark().map(Mark::getLine).orElse(0);
                    readDocument(parser, lineOffset);
                }
            }
            return -1;
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            int line = lineOffset + (mark == null ? 0 : mark.getLine());
            report(line + 1, mark == null ? 1 : mark.getColumn() + 1, problem(e));
            return nextDocument(Math.max(line, progress.documentLine + 1));
        } catch (YamlEngineException e) {
            report(progress.documentLine + 1, 1, String.valueOf(e.getMessage()).split("\n", 2)[0]);
            return nextDocument(progress.documentLine + 1);
        }
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

    /** The start of the first line from the given one on, counted from 0, that starts a document; -1 without one. */
    private int nextDocument(int fromLine) {
        String text = source.text();
        int start = 0;
        for (int line = 0; start >= 0 && start < text.length(); line++) {
            if (line >= fromLine && isDocumentStart(text, start)) {
                return start;
            }
            int end = text.indexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
        }
        return -1;
    }

    private static boolean isDocumentStart(String text, int at) {
        return text.startsWith("---", at) && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)));
    }

    private static int lines(String text, int end) {
        return (int) text.chars().limit(end).filter(c -> c == '\n').count();
    }
}
