package io.github.smi4j.testkit.istio;

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
        MetadataRules metadata = new MetadataRules(rules.faults::add);
        metadata.check(Fields.object(tree, "metadata"));
        metadata.checkNoDryRun(Fields.object(tree, "metadata"));
        rules.checkSpec(Fields.object(tree, "spec"));
        return rules.faults;
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
