package io.github.smi4j.testkit.tree;

import java.util.Map;
import java.util.function.Consumer;

/** What a cluster asks of the metadata of a resource. */
public final class MetadataRules {
    private static final int MAX_NAME = 253;
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    private final Consumer<String> faults;

    /**
     * Rules that hand each fault on.
     *
     * @param faults takes a text for each fault
     */
    public MetadataRules(Consumer<String> faults) {
        this.faults = faults;
    }

    /** What is wrong with the metadata of a resource that lies in a namespace. */
    public void check(Map<?, ?> metadata) {
        checkName(metadata);
        if (!isLabel(Fields.text(metadata, "namespace"))) {
            faults.accept("metadata.namespace is not a DNS label");
        }
    }

    /** What is wrong with the name of a resource. */
    public void checkName(Map<?, ?> metadata) {
        if (!isSubdomain(Fields.text(metadata, "name"))) {
            faults.accept("metadata.name is not a DNS subdomain");
        }
    }

    /** Whether a text is a DNS label, as the names of namespaces are. */
    public static boolean isLabel(String text) {
        return text.matches(LABEL);
    }

    /** Whether a text is a DNS subdomain, as the names of most resources are. */
    public static boolean isSubdomain(String text) {
        return text.length() <= MAX_NAME && text.matches(LABEL + "(\\." + LABEL + ")*");
    }
}
