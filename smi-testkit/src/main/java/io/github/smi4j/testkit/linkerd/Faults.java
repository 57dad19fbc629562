package io.github.smi4j.testkit.linkerd;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.smi4j.testkit.tree.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with a resource. Not thread-safe. */
final class Faults {
    private static final int MAX_PORT = 65535;

    private final List<String> all = new ArrayList<>();

    void add(String fault) {
        all.add(fault);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** A cluster drops unknown fields without a word, or refuses them. */
    void checkFields(String what, Map<?, ?> tree, String... known) {
        Fields.unknown(tree, known).forEach(field -> add(what + " has the field " + field + ", which is not known"));
    }

    /** A list that must have some elements. */
    void checkSize(String what, int size, int least, int most) {
        if (size < least || size > most) {
            add(what + " has " + size + " elements, not " + least + " to " + most);
        }
    }

    void checkLength(String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            add(what + " has " + text.length() + " characters, not " + least + " to " + most);
        }
    }

    void checkPort(String what, Map<?, ?> tree) {
        long port = Fields.number(tree, "port", 0);
        if (port < 1 || port > MAX_PORT) {
            add(what + " has the port " + tree.get("port") + ", which is not within 1..65535");
        }
    }

    void checkOneOf(String what, String value, String... values) {
        if (!List.of(values).contains(value)) {
            add(what + " is " + value + ", not one of " + String.join(", ", values));
        }
    }

    void checkRegex(String what, String regex) {
        try {
            Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            add(what + " is a regex that is not RE2: " + e.getMessage());
        }
    }
}
