package io.github.smi4j.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a document to one of its fields, written as Kubernetes writes it:
 * {@code spec.backends[1].weight}, {@code metadata.labels[example.com/team]}. Immutable.
 */
public final class FieldPath implements Comparable<FieldPath> {
    /** One step of a path. */
    public sealed interface Step permits Name, Index, Key {}

    /**
     * A field that the schema names.
     *
     * @param name the field's name, for example {@code backends}
     */
    public record Name(String name) implements Step {
        /** Refuses a null name. */
        public Name {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * An element of a list.
     *
     * @param index the element's place, from 0
     */
    public record Index(int index) implements Step {
        /** Refuses a negative index. */
        public Index {
            if (index < 0) {
                throw new IllegalArgumentException("index must be >= 0, was " + index);
            }
        }
    }

    /**
     * An entry of a map whose keys the author chose, such as labels or headers.
     *
     * @param key the entry's key as written
     */
    public record Key(String key) implements Step {
        /** Refuses a null key. */
        public Key {
            Objects.requireNonNull(key, "key");
        }
    }

    private static final FieldPath ROOT = new FieldPath();

    private final @Nullable FieldPath parent;
    private final @Nullable Step last;

    private FieldPath() {
        this.parent = null;
        this.last = null;
    }

    private FieldPath(FieldPath parent, Step last) {
        this.parent = parent;
        this.last = last;
    }

    /** The document itself; its text is empty. */
    public static FieldPath root() {
        return ROOT;
    }

    /** The path over the given field names, outermost first. */
    public static FieldPath of(String... names) {
        FieldPath path = ROOT;
        for (String name : names) {
            path = path.field(name);
        }
        return path;
    }

    /** The path over the given steps, outermost first. */
    public static FieldPath of(List<Step> steps) {
        FieldPath path = ROOT;
        for (Step step : steps) {
            path = new FieldPath(path, Objects.requireNonNull(step, "step"));
        }
        return path;
    }

    /** The path of the named field below this one. */
    public FieldPath field(String name) {
        return new FieldPath(this, new Name(name));
    }

    /** The path of the list element below this one, counted from 0. */
    public FieldPath index(int index) {
        return new FieldPath(this, new Index(index));
    }

    /** The path of the map entry below this one. */
    public FieldPath key(String key) {
        return new FieldPath(this, new Key(key));
    }

    /** The steps from the top, in order; empty for the document itself. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (FieldPath path = this; path.last != null && path.parent != null; path = path.parent) {
            steps.add(path.last);
        }
        Collections.reverse(steps);
        return Collections.unmodifiableList(steps);
    }

    /** Whether this is the document itself. */
    public boolean isRoot() {
        return last == null;
    }

    /** Orders as a reader meets fields: names alphabetically, indexes by number, a parent before its children. */
    @Override
    public int compareTo(FieldPath other) {
        List<Step> own = steps();
        List<Step> others = other.steps();
        int shared = Math.min(own.size(), others.size());
        for (int i = 0; i < shared; i++) {
            int order = compare(own.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(own.size(), others.size());
    }

    private static int compare(Step left, Step right) {
        if (left instanceof Index l && right instanceof Index r) {
            return Integer.compare(l.index(), r.index());
        }
        return text(left).compareTo(text(right));
    }

    private static String text(Step step) {
        if (step instanceof Name name) {
            return name.name();
        }
        if (step instanceof Index index) {
            return "[" + index.index() + "]";
        }
        return "[" + ((Key) step).key() + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldPath that && steps().equals(that.steps());
    }

    @Override
    public int hashCode() {
        return steps().hashCode();
    }

    /** The path in the Kubernetes notation, empty for the document itself. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps()) {
            if (step instanceof Name && !text.isEmpty()) {
                text.append('.');
            }
            text.append(text(step));
        }
        return text.toString();
    }
}
