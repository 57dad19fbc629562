package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.AccessQuestion;
import io.github.smi4j.policy.Decision;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to one question.
 *
 * @param question what was asked
 * @param decision what SMI says
 */
record DecisionText(AccessQuestion question, Decision decision) implements Answer {
    @Override
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(UserText.visible(verdict())).append('\n');
        boolean mixed =
                decision.parts().stream().map(Decision.Part::verdict).distinct().count() > 1;
        for (Decision.Part part : decision.parts()) {
            text.append(mixed || decision.verdict() == Verdict.UNKNOWN ? word(part.verdict()) + ": " : "")
                    .append(UserText.visible(line(part)))
                    .append('\n');
            part.reasons()
                    .forEach(reason ->
                            text.append("  ").append(UserText.visible(reason)).append('\n'));
        }
        if (decision.verdict() != Verdict.UNKNOWN) {
            decision.notes()
                    .forEach(note ->
                            text.append("  ").append(UserText.visible(note)).append('\n'));
        }
        return text.toString();
    }

    private String verdict() {
        return decision.verdict() == Verdict.UNKNOWN
                ? "DEPENDS ON what is not known: " + String.join("; ", decision.notes())
                : word(decision.verdict());
    }

    private static String word(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    private String line(Decision.Part part) {
        String ports = part.servicePort() == part.podPort()
                ? "port " + part.podPort()
                : "port " + part.podPort() + ", port " + part.servicePort() + " of the Service";
        return question.traffic() + " from " + part.from() + " to "
                + part.workload().kind() + " " + part.workload().namespace() + "/"
                + part.workload().name() + ", " + ports;
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("verdict", decision.verdict().name());
        tree.put("question", questionTree());
        tree.put("notes", decision.notes());
        tree.put("parts", decision.parts().stream().map(DecisionText::tree).toList());
        return tree;
    }

    private Map<String, Object> questionTree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", question.from().toString());
        tree.put("to", question.to().toString());
        question.port().ifPresent(port -> tree.put("port", port));
        tree.put("protocol", question.traffic().protocol().toString());
        if (question.traffic() instanceof Traffic.Http request) {
            tree.put("method", request.method());
            tree.put("path", request.path());
            tree.put("headers", new LinkedHashMap<>(request.headers()));
        }
        return tree;
    }

    private static Map<String, Object> tree(Decision.Part part) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("verdict", part.verdict().name());
        tree.put("from", part.from().toString());
        tree.put("kind", part.workload().kind());
        tree.put("namespace", part.workload().namespace());
        tree.put("name", part.workload().name());
        tree.put("servicePort", part.servicePort());
        tree.put("podPort", part.podPort());
        tree.put("reasons", List.copyOf(part.reasons()));
        return tree;
    }
}
