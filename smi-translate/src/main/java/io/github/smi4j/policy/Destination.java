package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.inventory.Workload;
import java.util.List;
import java.util.Map;

/**
 * The pods that a destination means, as far as they are known.
 *
 * @param workloads the workloads, sorted; none if nothing is known of them
 * @param selectors the sets of labels that name pods of it, known or not
 * @param resolved whether these are all, and at least one
 * @param problems what stands in the way, or must be said
 */
record Destination(
        List<Workload> workloads, List<Map<String, String>> selectors, boolean resolved, List<Problem> problems) {
    /**
     * A finding before it is known which target it is about.
     *
     * @param code which kind of finding
     * @param message the sentence
     * @param help what to do next
     */
    record Problem(DiagnosticCode code, String message, String help) {
        Problem(DiagnosticCode code, String message) {
            this(code, message, code.help());
        }
    }

    static Destination unresolved(Problem... problems) {
        return new Destination(List.of(), List.of(), false, List.of(problems));
    }
}
