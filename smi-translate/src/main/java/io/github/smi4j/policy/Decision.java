package io.github.smi4j.policy;

import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What SMI says of a question, and why. Immutable.
 *
 * @param verdict the answer for all parts together
 * @param parts the answer for each sender, each pod group that is reached, and each port; sorted
 * @param notes why something does not arrive, or is not known, in words
 */
public record Decision(Verdict verdict, List<Part> parts, List<String> notes) {
    /** Copies. */
    public Decision {
        Objects.requireNonNull(verdict, "verdict");
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    /** The decision that parts add up to. What cannot arrive is not allowed. */
    static Decision of(List<Part> parts, ArrivalNotes notes) {
        Set<Verdict> verdicts = parts.stream().map(Part::verdict).collect(Collectors.toCollection(TreeSet::new));
        Verdict verdict = verdicts.size() > 1
                ? Verdict.MIXED
                : verdicts.stream().findFirst().orElse(Verdict.DENIED);
        return new Decision(notes.isUnknown() ? Verdict.UNKNOWN : verdict, parts, notes.all());
    }

    /**
     * The answer at one place.
     *
     * @param from the sender's identity
     * @param workload the pods that are reached
     * @param servicePort the port of the Service
     * @param podPort the port of the pods that it leads to
     * @param verdict the answer: ALLOWED, DENIED or NOT_GOVERNED
     * @param reasons why, in words: what allows it, or the nearest reasons why not
     */
    public record Part(
            Identity from, Workload workload, int servicePort, int podPort, Verdict verdict, List<String> reasons) {
        /** Copies. */
        public Part {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(workload, "workload");
            Objects.requireNonNull(verdict, "verdict");
            reasons = List.copyOf(reasons);
        }
    }
}
