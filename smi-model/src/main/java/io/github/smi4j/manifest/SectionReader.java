package io.github.smi4j.manifest;

import java.io.Reader;

/**
 * The text of a section, without a copy of it. Refuses to hand over more than some characters while the parser makes one
 * event of them: what is too long is refused before it is held a second time.
 */
final class SectionReader extends Reader {
    /** What a parser reads ahead besides its buffers: as far as a key may be long. */
    private static final int READ_AHEAD = 6144;

    private final String text;
    private final int end;
    private final int limit;
    private int next;
    private int sinceEvent;

    SectionReader(TextSection section, int longestScalar, int buffer) {
        this.text = section.source().text();
        this.next = section.start();
        this.end = section.end();
        this.limit = longestScalar + READ_AHEAD + 2 * buffer;
    }

    /** The parser made an event. */
    void event() {
        sinceEvent = 0;
    }

    @Override
    public int read(char[] into, int offset, int length) {
        if (next >= end) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, end - next);
        sinceEvent += count;
        if (sinceEvent > limit) {
            throw new ScalarTooLongException();
        }
        text.getChars(next, next + count, into, offset);
        next += count;
        return count;
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** A scalar, comment or gap is longer than the limit. */
    static final class ScalarTooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
