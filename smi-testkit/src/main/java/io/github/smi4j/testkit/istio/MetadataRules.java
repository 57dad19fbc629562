package io.github.smi4j.testkit.istio;

import java.util.Map;
import java.util.function.Consumer;

/** What a cluster asks of the metadata of a resource; Istio looks at some annotations only. */
final class MetadataRules {
    private static final int MAX_NAME = 253;
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    private final Consumer<String> faults;

    MetadataRules(Consumer<String> faults) {
        this.faults = faults;
    }

    void check(Map<?, ?> metadata) {
        String name = Fields.text(metadata, "name");
        if (name.length() > MAX_NAME || !name.matches(LABEL + "(\\." + LABEL + ")*")) {
            faults.accept("metadata.name is not a DNS subdomain");
        }
        if (!Fields.text(metadata, "namespace").matches(LABEL)) {
            faults.accept("metadata.namespace is not a DNS label");
        }
    }

    /** The annotation is for AuthorizationPolicies only. */
    void checkNoDryRun(Map<?, ?> metadata) {
        if (Fields.object(metadata, "annotations").containsKey("istio.io/dry-run")) {
            faults.accept("the annotation istio.io/dry-run is for AuthorizationPolicies only");
        }
    }
}
