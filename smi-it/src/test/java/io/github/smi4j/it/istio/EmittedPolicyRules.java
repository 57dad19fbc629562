package io.github.smi4j.it.istio;

import io.github.smi4j.it.output.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What smi4j asks of an AuthorizationPolicy that it emits, beyond what Istio does. */
final class EmittedPolicyRules {
    private static final Set<String> HTTP = Set.of("hosts", "notHosts", "methods", "notMethods", "paths", "notPaths");

    private EmittedPolicyRules() {}

    /** What is wrong with an AuthorizationPolicy. */
    static List<String> faults(Map<String, Object> tree) {
        Map<?, ?> spec = Fields.object(tree, "spec");
        List<String> faults = new ArrayList<>();
        if (spec.containsKey("rules")
                && Fields.object(Fields.object(spec, "selector"), "matchLabels").isEmpty()) {
            faults.add("rules without a selector are for all workloads of the namespace");
        }
        if (spec.containsKey("selector") && !"ALLOW".equals(spec.get("action"))) {
            faults.add("a policy with a selector does not say ALLOW");
        }
        for (Map<?, ?> rule : Fields.objects(spec, "rules")) {
            checkRule(rule, faults);
        }
        return faults;
    }

    private static void checkRule(Map<?, ?> rule, List<String> faults) {
        List<Map<?, ?>> operations = Fields.objects(rule, "to").stream()
                .<Map<?, ?>>map(to -> Fields.object(to, "operation"))
                .toList();
        if (Fields.list(rule, "from").isEmpty() || operations.isEmpty()) {
            faults.add("a rule has no from or no to");
        }
        if (Fields.objects(rule, "from").stream()
                .<Map<?, ?>>map(from -> Fields.object(from, "source"))
                .anyMatch(source -> Fields.list(source, "principals").isEmpty()
                        && Fields.list(source, "serviceAccounts").isEmpty())) {
            faults.add("a source has no principals or service accounts");
        }
        if (operations.stream().anyMatch(o -> Fields.list(o, "ports").isEmpty())) {
            faults.add("an operation has no ports");
        }
        Set<Boolean> http = operations.stream()
                .map(o -> o.keySet().stream().anyMatch(HTTP::contains))
                .collect(Collectors.toSet());
        if (http.size() > 1 || (http.contains(false) && rule.containsKey("when"))) {
            faults.add("a rule mixes tests of requests with ports alone: on a TCP port Istio skips it");
        }
    }
}
