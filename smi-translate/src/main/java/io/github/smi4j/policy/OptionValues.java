package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.UserText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values of settings; what was not set has its default. Immutable. */
public final class OptionValues {
    private static final OptionValues NONE = new OptionValues(Map.of());

    private final Map<OptionKey<?>, Object> values;

    private OptionValues(Map<OptionKey<?>, Object> values) {
        this.values = values;
    }

    /** Every setting has its default. */
    public static OptionValues defaults() {
        return NONE;
    }

    /** The same values but for one. */
    public <T> OptionValues with(OptionKey<T> key, T value) {
        Map<OptionKey<?>, Object> changed = new LinkedHashMap<>(values);
        changed.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return new OptionValues(changed);
    }

    /**
     * The same values but for one, given by name and text.
     *
     * @param known the settings that exist
     * @throws IllegalArgumentException if no setting has the name, or the text is not as the setting expects
     */
    public OptionValues withText(List<? extends OptionKey<?>> known, String name, String text) {
        for (OptionKey<?> key : known) {
            if (key.name().equals(name)) {
                return parsed(key, text);
            }
        }
        throw unknown(name, known);
    }

    private static IllegalArgumentException unknown(String name, List<? extends OptionKey<?>> known) {
        String names = known.stream().map(OptionKey::name).sorted().collect(Collectors.joining(", "));
        return new IllegalArgumentException("no option " + UserText.show(name)
                + (names.isEmpty() ? ": there are none" : "; the options are " + names));
    }

    /**
     * Refuses values of settings that do not exist.
     *
     * @param known the settings that exist
     * @throws IllegalArgumentException if a value is of another setting
     */
    public void requireOnly(List<? extends OptionKey<?>> known) {
        for (OptionKey<?> key : values.keySet()) {
            if (!known.contains(key)) {
                throw unknown(key.name(), known);
            }
        }
    }

    private <T> OptionValues parsed(OptionKey<T> key, String text) {
        return with(key, key.parse(text));
    }

    /** The value of a setting, its default where it was not set. */
    @SuppressWarnings("unchecked") // with() ties each value to its key's type
    public <T> T get(OptionKey<T> key) {
        return (T) values.getOrDefault(key, key.defaultValue());
    }
}
