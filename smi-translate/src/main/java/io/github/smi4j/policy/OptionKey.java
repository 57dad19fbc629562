package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.UserText;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting by name: typed, with a default and its meaning, and with a way to read it from text. Immutable.
 *
 * @param <T> the type of the setting
 */
public final class OptionKey<T> {
    private final String name;
    private final T defaultValue;
    private final String meaning;
    private final String expected;
    private final Function<String, Optional<T>> parser;

    private OptionKey(
            String name, T defaultValue, String meaning, String expected, Function<String, Optional<T>> parser) {
        this.name = Objects.requireNonNull(name, "name");
        this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
        this.meaning = Objects.requireNonNull(meaning, "meaning");
        this.expected = Objects.requireNonNull(expected, "expected");
        this.parser = Objects.requireNonNull(parser, "parser");
    }

    /**
     * A setting.
     *
     * @param name lower-case words joined by hyphens, for example {@code cluster-domain}
     * @param meaning what it decides, in one sentence
     * @param expected what its text must be, for example {@code a DNS name}
     * @param parser the value of a text; absent if the text is not as expected
     */
    public static <T> OptionKey<T> of(
            String name, T defaultValue, String meaning, String expected, Function<String, Optional<T>> parser) {
        return new OptionKey<>(name, defaultValue, meaning, expected, parser);
    }

    /** Lower-case words joined by hyphens, for example {@code cluster-domain}. */
    public String name() {
        return name;
    }

    /** The value where nothing was set. */
    public T defaultValue() {
        return defaultValue;
    }

    /** What it decides, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /**
     * The value that a text stands for.
     *
     * @throws IllegalArgumentException if the text is not as expected; the message says what is
     */
    public T parse(String text) {
        return parser.apply(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "option " + name + " must be " + expected + ", was " + UserText.show(text)));
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
