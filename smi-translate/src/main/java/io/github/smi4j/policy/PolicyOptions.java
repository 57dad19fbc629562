package io.github.smi4j.policy;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceSet;
import java.util.List;
import java.util.Optional;

/** What decides the reading of SMI, given alike to every translator. Immutable. */
public final class PolicyOptions {
    /** With the longest names before it the full name of a Service has no more than DNS allows, 253 characters. */
    private static final int LONGEST_DOMAIN = 120;

    /** {@code default-namespace}: the namespace of resources that have none; {@code default} unless set. */
    public static final OptionKey<String> DEFAULT_NAMESPACE = OptionKey.of(
            "default-namespace",
            "default",
            "The namespace of resources that have none.",
            "a namespace: lower-case letters, digits and hyphens, at most 63",
            text -> Optional.of(text).filter(DnsNames::isLabel));

    /** {@code cluster-domain}: the DNS domain of the cluster; {@code cluster.local} unless set. */
    public static final OptionKey<String> CLUSTER_DOMAIN = OptionKey.of(
            "cluster-domain",
            "cluster.local",
            "The DNS domain of the cluster, which ends the full names of Services.",
            "a DNS name in lower case of at most 120 characters, for example cluster.local",
            text -> Optional.of(text).filter(t -> DnsNames.isSubdomain(t) && t.length() <= LONGEST_DOMAIN));

    /** {@code partial-inventory}: whether namespaces may hold more than the input does; false unless set. */
    public static final OptionKey<Boolean> PARTIAL_INVENTORY = OptionKey.of(
            "partial-inventory",
            false,
            "Whether namespaces may hold more Services and workloads than the input does.",
            "true or false",
            text -> text.equals("true") || text.equals("false")
                    ? Optional.of(Boolean.valueOf(text))
                    : Optional.empty());

    /** All settings, in the order in which they are documented. */
    public static final List<OptionKey<?>> KEYS = List.of(DEFAULT_NAMESPACE, CLUSTER_DOMAIN, PARTIAL_INVENTORY);

    private static final PolicyOptions DEFAULTS = new PolicyOptions(OptionValues.defaults());

    private final OptionValues values;

    private PolicyOptions(OptionValues values) {
        this.values = values;
    }

    /** Every setting has its default. */
    public static PolicyOptions defaults() {
        return DEFAULTS;
    }

    /** A builder in which every setting has its default. */
    public static Builder builder() {
        return new Builder();
    }

    /** The namespace of resources that have none. */
    public String defaultNamespace() {
        return values.get(DEFAULT_NAMESPACE);
    }

    /** The DNS domain of the cluster. */
    public String clusterDomain() {
        return values.get(CLUSTER_DOMAIN);
    }

    /** Whether namespaces may hold more than the input does. */
    public boolean partialInventory() {
        return values.get(PARTIAL_INVENTORY);
    }

    /** What a set tells of the cluster under these settings. */
    public Inventory inventoryOf(ResourceSet set) {
        Inventory.Builder inventory = Inventory.builder().addAll(set, defaultNamespace());
        return (partialInventory() ? inventory.partial() : inventory).build();
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private OptionValues values = OptionValues.defaults();

        private Builder() {}

        /** Sets one of {@link #KEYS}. */
        public <T> Builder set(OptionKey<T> key, T value) {
            values = values.with(key, value);
            return this;
        }

        /**
         * Sets one of {@link #KEYS} by name and text.
         *
         * @throws IllegalArgumentException if no setting has the name, or the text is not as the setting expects
         */
        public Builder set(String name, String text) {
            values = values.withText(KEYS, name, text);
            return this;
        }

        /** The settings. */
        public PolicyOptions build() {
            return new PolicyOptions(values);
        }
    }
}
