package io.github.smi4j.regex;

import java.util.List;

/**
 * A language written as finitely many strings: some are members as they are, others stand for all strings of the domain
 * that begin with them, or end with them. Nothing is covered twice.
 *
 * @param whole the strings that are members themselves, in their natural order
 * @param open the beginnings, or endings, all of whose strings of the domain are members; in their natural order
 */
public record FiniteCover(List<String> whole, List<String> open) {
    /** Copies the lists. */
    public FiniteCover {
        whole = List.copyOf(whole);
        open = List.copyOf(open);
    }

    /** How many strings there are, of both sorts. */
    public int size() {
        return whole.size() + open.size();
    }
}
