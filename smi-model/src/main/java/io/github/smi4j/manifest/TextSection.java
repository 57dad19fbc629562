package io.github.smi4j.manifest;

import io.github.smi4j.diagnostic.SourceText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A part of a text that can be parsed by itself: from one line that starts with {@code ---} to the next, which no document
 * can contain. It holds one document, or several where they are parted by {@code ...} alone.
 *
 * @param source the whole text
 * @param start the offset of its first character
 * @param end the offset behind its last
 * @param firstLine the number of its first line, from 0
 */
record TextSection(SourceText source, int start, int end, int firstLine) {
    /** The parser copies what it holds of a scalar with each buffer: small ones would make long scalars slow. */
    private static final int LARGE_BUFFER = 1 << 16;

    private static final int SMALL_BUFFER = 1 << 10;
    private static final int LARGE_SECTION = 1 << 18;
    private static final LoadSettings WITH_MARKS = settings(true, SMALL_BUFFER);
    private static final LoadSettings WITHOUT_MARKS = settings(false, SMALL_BUFFER);
    private static final LoadSettings LARGE_WITH_MARKS = settings(true, LARGE_BUFFER);
    private static final LoadSettings LARGE_WITHOUT_MARKS = settings(false, LARGE_BUFFER);

    private static LoadSettings settings(boolean marks, int buffer) {
        return LoadSettings.builder()
                .setUseMarks(marks)
                .setBufferSize(buffer)
                .setParseComments(false)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
    }

    /** A parser of the section whose events say where they stand, in lines of the section from 0. */
    GuardedParser parser(ReaderLimits limits) {
        return parser(isLarge() ? LARGE_WITH_MARKS : WITH_MARKS, limits);
    }

    /** A parser of the section whose events do not say where they stand, which is cheaper. */
    GuardedParser parserWithoutMarks(ReaderLimits limits) {
        return parser(isLarge() ? LARGE_WITHOUT_MARKS : WITHOUT_MARKS, limits);
    }

    private boolean isLarge() {
        return end - start > LARGE_SECTION;
    }

    private GuardedParser parser(LoadSettings settings, ReaderLimits limits) {
        SectionReader reader = new SectionReader(this, limits.maxScalarLength(), settings.getBufferSize());
        return new GuardedParser(new ParserImpl(settings, new StreamReader(settings, reader)), reader);
    }

    /** Whether a line that ends as on old Macs may start another document: sections are parted at the others. */
    boolean mayHoldSeveral() {
        String text = source.text();
        for (int at = start; at < end; at++) {
            if (text.charAt(at) == '\r' && text.startsWith("---", at + 1)) {
                return true;
            }
        }
        return false;
    }

    /** The offset of the first character that YAML does not allow, or -1. */
    int firstRefusedCharacter() {
        String text = source.text();
        int at = start;
        while (at < end && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at < end ? at : -1;
    }
}
