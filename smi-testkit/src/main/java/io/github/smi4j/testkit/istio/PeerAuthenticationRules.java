package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Istio asks of a PeerAuthentication, transcribed from its validation and the rules of its schema. */
final class PeerAuthenticationRules {
    private static final List<String> MODES = List.of("UNSET", "DISABLE", "PERMISSIVE", "STRICT");

    private final List<String> faults = new ArrayList<>();

    private PeerAuthenticationRules() {}

    /** What is wrong with a PeerAuthentication. */
    static List<String> faults(Map<String, ?> tree) {
        PeerAuthenticationRules rules = new PeerAuthenticationRules();
        new MetadataRules(rules.faults::add).check(Fields.object(tree, "metadata"));
        rules.checkNoDryRun(Fields.object(tree, "metadata"));
        rules.checkSpec(Fields.object(tree, "spec"));
        return rules.faults;
    }

    /** The annotation is for AuthorizationPolicies only. */
    private void checkNoDryRun(Map<?, ?> metadata) {
        if (DryRun.isThere(Fields.object(metadata, "annotations"))) {
            faults.add("the annotation istio.io/dry-run is for AuthorizationPolicies only");
        }
    }

    private void checkSpec(Map<?, ?> spec) {
        new SelectorRules(faults::add).check(spec);
        spec.keySet().stream()
                .filter(key -> !List.of("selector", "mtls", "portLevelMtls").contains(key))
                .forEach(key -> faults.add("spec has the unknown field " + key));
        checkMode(Fields.object(spec, "mtls"));
        if (!spec.containsKey("portLevelMtls")) {
            return;
        }
        Map<?, ?> ports = Fields.object(spec, "portLevelMtls");
        if (Fields.object(Fields.object(spec, "selector"), "matchLabels").isEmpty()) {
            faults.add("portLevelMtls needs a selector");
        }
        if (ports.isEmpty()) {
            faults.add("portLevelMtls has no port");
        }
        ports.forEach((port, mtls) -> {
            if (!port.toString().matches("[1-9][0-9]{0,4}") || Integer.parseInt(port.toString()) > 65535) {
                faults.add("port " + port + " is not within 1..65535");
            }
            checkMode(Fields.object(ports, port.toString()));
        });
    }

    private void checkMode(Map<?, ?> mtls) {
        if (mtls.containsKey("mode") && !MODES.contains(mtls.get("mode"))) {
            faults.add("the mode " + mtls.get("mode") + " does not exist");
        }
    }
}
