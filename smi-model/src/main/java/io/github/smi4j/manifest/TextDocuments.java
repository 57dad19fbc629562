package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.TextCode;
import io.github.smi4j.diagnostic.UserText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The documents of a text. Text that breaks the rules of YAML costs the section it stands in. */
final class TextDocuments {
    private final SourceText source;
    private final ReaderLimits limits;
    private final Consumer<TextDocument> documents;
    private final Consumer<Diagnostic> faults;
    private final StringPool strings = new StringPool();
    private int count;

    TextDocuments(
            SourceText source, ReaderLimits limits, Consumer<TextDocument> documents, Consumer<Diagnostic> faults) {
        this.source = source;
        this.limits = limits;
        this.documents = documents;
        this.faults = faults;
    }

    void read() {
        TextSections sections = new TextSections(source);
        while (sections.hasNext()) {
            TextSection section = sections.next();
            if (isFull(position(section, Optional.empty()))) {
                return;
            }
            Optional<List<Optional<Object>>> plain =
                    PlainTreeBuilder.build(section, limits, limits.maxDocuments() - count, strings);
            plain.ifPresentOrElse(trees -> deliver(trees, section), () -> parse(section));
        }
    }

    /** Whether there may be no further document; reported. */
    private boolean isFull(SourcePosition next) {
        if (count < limits.maxDocuments()) {
            return false;
        }
        report(TextCode.LIMIT, next, "the text has more than " + limits.maxDocuments() + " documents");
        return true;
    }

    private void deliver(List<Optional<Object>> trees, TextSection section) {
        SectionPositions positions = new SectionPositions(section, limits);
        for (int i = 0; i < trees.size(); i++) {
            int number = i;
            count++;
            documents.accept(new TextDocument(
                    trees.get(i).orElse(null), List.of(), false, i == 0 ? positions : () -> positions.of(number)));
        }
    }

    /** Reads a section of which something has to be said. */
    private void parse(TextSection section) {
        // The parser refuses some characters as soon as they come near, and cannot say well where.
        int refused = section.firstRefusedCharacter();
        if (refused >= 0) {
            count++;
            reportCharacter(section, refused);
            return;
        }
        SectionProgress progress = new SectionProgress(section);
        int before = count;
        try {
            progress.parse();
        } catch (SectionReader.ScalarTooLongException e) {
            report(
                    TextCode.LIMIT,
                    progress.position(),
                    "what follows is longer than " + limits.maxScalarLength() + " characters");
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            report(TextCode.SYNTAX, position(section, mark), "not YAML or JSON: " + UserText.visible(problem(e)));
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage()).split("\n", 2)[0];
            report(TextCode.SYNTAX, progress.position(), "not YAML or JSON: " + UserText.visible(problem));
        }
        count = Math.max(count, before + 1);
    }

    /** How far a section has been parsed. */
    private final class SectionProgress {
        private final TextSection section;
        private final GuardedParser parser;
        private Optional<Mark> document = Optional.empty();

        SectionProgress(TextSection section) {
            this.section = section;
            this.parser = section.parser(limits);
        }

        void parse() {
            while (parser.hasNext()) {
                Event event = parser.next();
                if (event instanceof DocumentStartEvent) {
                    document = event.getStartMark();
                    if (isFull(position())) {
                        return;
                    }
                    count++;
                    if (!readDocument()) {
                        return;
                    }
                }
            }
        }

        /** Whether there may be more behind it; the rest of a document that is too large is not worth the time. */
        private boolean readDocument() {
            TreeBuilder builder = new TreeBuilder(parser, section, limits);
            TextDocument read;
            try {
                read = builder.build();
            } catch (TreeBuilder.LimitException e) {
                builder.faults().forEach(faults);
                report(TextCode.LIMIT, e.position(), String.valueOf(e.getMessage()));
                if (!section.mayHoldSeveral()) {
                    return false;
                }
                while (!(parser.next() instanceof DocumentEndEvent)) {
                    // the rest of a document that is too large
                }
                return true;
            }
            documents.accept(read);
            return true;
        }

        /** Where the document starts that is being parsed. */
        SourcePosition position() {
            return TextDocuments.this.position(section, document);
        }
    }

    private SourcePosition position(TextSection section, Optional<Mark> mark) {
        return SourcePosition.of(
                source,
                section.firstLine() + mark.map(Mark::getLine).orElse(0) + 1,
                mark.map(Mark::getColumn).orElse(0) + 1);
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        String context = e.getContext();
        return context == null ? problem : context + ": " + problem;
    }

    private void reportCharacter(TextSection section, int offset) {
        String text = source.text();
        int line = section.firstLine()
                + (int) text.substring(section.start(), offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        report(
                TextCode.SYNTAX,
                SourcePosition.of(source, line + 1, offset - text.lastIndexOf('\n', offset)),
                "not YAML or JSON: "
                        + String.format(Locale.ROOT, "the character U+%04X is not allowed", text.codePointAt(offset)));
    }

    private void report(TextCode code, SourcePosition position, String message) {
        faults.accept(Diagnostic.builder(code)
                .position(Optional.of(position))
                .message(message)
                .build());
    }
}
