package io.github.smi4j.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Why something does not arrive, or why that is not known. */
final class ArrivalNotes {
    private final List<String> unknown = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();

    /**
     * Notes that something is not there.
     *
     * @param known whether that is sure, since its namespace is known as a whole
     */
    void missing(boolean known, String note) {
        (known ? unreachable : unknown).add(note);
    }

    /** Whether something is not known that decides. */
    boolean isUnknown() {
        return !unknown.isEmpty();
    }

    /** All notes, what is not known first. */
    List<String> all() {
        return Stream.concat(unknown.stream(), unreachable.stream()).distinct().toList();
    }
}
