package io.github.smi4j.policy;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceSet;
import java.util.List;
import java.util.Objects;
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

    /** {@code trust-domain}: the trust domain that service accounts belong to; {@code cluster.local} unless set. */
    public static final OptionKey<String> TRUST_DOMAIN = OptionKey.of(
            "trust-domain",
            "cluster.local",
            "The SPIFFE trust domain of the cluster, which its service accounts belong to.",
            "a trust domain: lower-case letters, digits, dots, hyphens and underscores, at most 255",
            text -> Optional.of(text).filter(SpiffeId::isTrustDomain));

    /** {@code default-deny}: which workloads are closed to what no target allows; {@code namespace} unless set. */
    public static final OptionKey<DefaultDeny> DEFAULT_DENY = OptionKey.of(
            "default-deny",
            DefaultDeny.NAMESPACE,
            "What is closed by default. namespace: all workloads of each namespace in which a TrafficTarget names a"
                    + " destination. destinations: the destinations only, or the whole namespace where one cannot be"
                    + " resolved. none: as destinations, but one that cannot be resolved stays open.",
            "namespace, destinations or none",
            DefaultDeny::parse);

    /** {@code mtls}: whether workloads in scope take connections without mutual TLS; {@code unset} unless set. */
    public static final OptionKey<MutualTls> MTLS = OptionKey.of(
            "mtls",
            MutualTls.UNSET,
            "Whether workloads in scope take connections without mutual TLS: strict refuses them, permissive takes them, unset"
                    + " leaves the setting of the mesh.",
            "unset, strict or permissive",
            MutualTls::parse);

    /**
     * {@code workload-label}: the label that holds the name of the service account, as a guess for destinations whose
     * workloads the input does not tell; empty, which is no guess, unless set.
     */
    public static final OptionKey<String> WORKLOAD_LABEL = OptionKey.of(
            "workload-label",
            "",
            "A guess: the label whose value is the name of the service account, for destinations whose workloads are not"
                    + " in the input; for example app.",
            "the name of a label, for example app or app.kubernetes.io/name",
            text -> Optional.of(text).filter(t -> t.isEmpty() || DnsNames.isLabelKey(t)));

    /** All settings, in the order in which they are documented. */
    public static final List<OptionKey<?>> KEYS = List.of(
            DEFAULT_NAMESPACE, CLUSTER_DOMAIN, TRUST_DOMAIN, DEFAULT_DENY, MTLS, PARTIAL_INVENTORY, WORKLOAD_LABEL);

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

    /** The SPIFFE trust domain of the cluster. */
    public String trustDomain() {
        return values.get(TRUST_DOMAIN);
    }

    /** Which workloads are closed to all that no TrafficTarget allows. */
    public DefaultDeny defaultDeny() {
        return values.get(DEFAULT_DENY);
    }

    /** Whether workloads in scope take connections without mutual TLS. */
    public MutualTls mtls() {
        return values.get(MTLS);
    }

    /** The label that is guessed to hold the name of the service account; absent for no guess. */
    public Optional<String> workloadLabel() {
        return Optional.of(values.get(WORKLOAD_LABEL)).filter(label -> !label.isEmpty());
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
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
            values = values.withText(KEYS, name, text);
            return this;
        }

        /** The settings. */
        public PolicyOptions build() {
            return new PolicyOptions(values);
        }
    }
}
