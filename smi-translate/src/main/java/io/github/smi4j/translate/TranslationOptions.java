package io.github.smi4j.translate;

import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.OptionValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Settings of one translator; which exist, {@link Translator#options()} tells. Immutable. */
public final class TranslationOptions {
    private static final TranslationOptions DEFAULTS = builder().build();

    private final OptionValues values;
    private final Map<String, String> texts;

    private TranslationOptions(OptionValues values, Map<String, String> texts) {
        this.values = values;
        this.texts = texts;
    }

    /** Every setting has its default. */
    public static TranslationOptions defaults() {
        return DEFAULTS;
    }

    /** A builder in which every setting has its default. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The values for a translator that has these settings.
     *
     * @throws IllegalArgumentException if one was set that the translator does not have; the message lists those it has
     */
    OptionValues valuesFor(List<OptionKey<?>> known) {
        values.requireOnly(known);
        OptionValues result = values;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            result = result.withText(known, text.getKey(), text.getValue());
        }
        return result;
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private OptionValues values = OptionValues.defaults();
        private final Map<String, String> texts = new LinkedHashMap<>();

        private Builder() {}

        /** Sets one of the translator's settings. */
        public <T> Builder set(OptionKey<T> key, T value) {
            values = values.with(key, value);
            texts.remove(key.name());
            return this;
        }

        /** Sets one of the translator's settings by name and text; both are checked when the translator is called. */
        public Builder set(String name, String text) {
            texts.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(text, "text"));
            return this;
        }

        /** The settings. */
        public TranslationOptions build() {
            return new TranslationOptions(values, Collections.unmodifiableMap(new LinkedHashMap<>(texts)));
        }
    }
}
