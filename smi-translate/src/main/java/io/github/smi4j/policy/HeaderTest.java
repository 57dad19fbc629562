package io.github.smi4j.policy;

import io.github.smi4j.regex.Regex;
import java.util.Objects;

/**
 * A test of one request header. A request without the header never passes.
 *
 * @param name the header's name in lower case
 * @param value what the whole value must match
 */
public record HeaderTest(String name, Regex value) {
    /** Refuses null. */
    public HeaderTest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }
}
