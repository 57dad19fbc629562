package io.github.smi4j.manifest;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** The parser fails on some broken text, {@code "\\u} at its end for one, with an exception of Java's own. */
final class GuardedParser {
    private final Parser parser;
    private final SectionReader reader;

    GuardedParser(Parser parser, SectionReader reader) {
        this.parser = parser;
        this.reader = reader;
    }

    /** The next event of the text. */
    Event next() {
        try {
            Event event = parser.next();
            reader.event();
            return event;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new YamlEngineException("the text cannot be parsed", e);
        }
    }

    /** Whether there is a further event. */
    boolean hasNext() {
        try {
            return parser.hasNext();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new YamlEngineException("the text cannot be parsed", e);
        }
    }
}
