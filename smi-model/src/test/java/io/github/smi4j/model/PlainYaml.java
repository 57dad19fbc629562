package io.github.smi4j.model;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Trees as a YAML parser that is not ours makes them, so that tests of the codec do not lean on our reader. */
public final class PlainYaml {
    private PlainYaml() {}

    @SuppressWarnings("unchecked") // the texts of the tests have string keys
    public static Map<String, Object> tree(String text) {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
}
