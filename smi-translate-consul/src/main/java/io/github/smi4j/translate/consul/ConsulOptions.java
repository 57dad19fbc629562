package io.github.smi4j.translate.consul;

import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.policy.OptionKey;
import java.util.List;
import java.util.Optional;

/** The settings of the translator to Consul. */
public final class ConsulOptions {
    private static final String TRUE_OR_FALSE = "true or false";
    private static final int MAX_PREFIX = 40;

    /** {@code edition}: the edition of Consul; {@code community} unless set. */
    public static final OptionKey<Edition> EDITION = OptionKey.of(
            "edition",
            Edition.COMMUNITY,
            "The edition of Consul; the community edition has no namespaces, so a service is known by its name alone.",
            "community or enterprise",
            Edition::parse);

    /** {@code acls}: whether Consul has ACLs; {@code true} unless set. */
    public static final OptionKey<Boolean> ACLS = OptionKey.of(
            "acls",
            true,
            "Whether Consul has ACLs; with them a pod starts only if its service account has the name of its service.",
            TRUE_OR_FALSE,
            ConsulOptions::flag);

    /** {@code namespace-mirroring}: whether each namespace is one of Consul; {@code true} unless set. */
    public static final OptionKey<Boolean> NAMESPACE_MIRRORING = OptionKey.of(
            "namespace-mirroring",
            true,
            "Whether each namespace of Kubernetes is one of Consul (enterprise edition); if not, one holds all services.",
            TRUE_OR_FALSE,
            ConsulOptions::flag);

    /** {@code namespace-prefix}: what mirrored namespaces begin with; nothing unless set. */
    public static final OptionKey<String> NAMESPACE_PREFIX = OptionKey.of(
            "namespace-prefix",
            "",
            "What the names of mirrored namespaces begin with.",
            "the beginning of a DNS label, for example k8s-",
            text -> Optional.of(text)
                    .filter(prefix ->
                            prefix.isEmpty() || (prefix.length() <= MAX_PREFIX && DnsNames.isLabel(prefix + "x"))));

    /** {@code default-policy}: what becomes of calls that no intention is for; {@code deny} unless set. */
    public static final OptionKey<DefaultPolicy> DEFAULT_POLICY = OptionKey.of(
            "default-policy",
            DefaultPolicy.DENY,
            "What Consul does with calls that no intention is for; intentions are closed in either case.",
            "deny or allow",
            DefaultPolicy::parse);

    /** {@code service-defaults}: where ServiceDefaults come from; {@code generate} unless set. */
    public static final OptionKey<DefaultsMode> SERVICE_DEFAULTS = OptionKey.of(
            "service-defaults",
            DefaultsMode.GENERATE,
            "Where the ServiceDefaults come from that the input lacks: emitted, taken to be in the cluster, or nowhere.",
            "generate, require or verify",
            DefaultsMode::parse);

    /** {@code unknown-protocol}: what a Service port carries that does not say so; {@code tcp} unless set. */
    public static final OptionKey<UnknownProtocol> UNKNOWN_PROTOCOL = OptionKey.of(
            "unknown-protocol",
            UnknownProtocol.TCP,
            "What a Service port carries that says it neither by appProtocol nor by its name; Consul itself takes it for tcp.",
            "tcp or http",
            UnknownProtocol::parse);

    /** {@code transparent-proxy}: whether proxies take all traffic unless pods say otherwise; {@code true} unless set. */
    public static final OptionKey<Boolean> TRANSPARENT_PROXY = OptionKey.of(
            "transparent-proxy",
            true,
            "Whether proxies take all traffic to a pod unless annotations say otherwise, as consul-k8s is installed by default.",
            TRUE_OR_FALSE,
            ConsulOptions::flag);

    /** {@code visible-roots}: whether roots without pods get intentions; {@code false} unless set. */
    public static final OptionKey<Boolean> VISIBLE_ROOTS = OptionKey.of(
            "visible-roots",
            false,
            "Whether a root without pods gets intentions for all who may call a backend, so that their proxies see it; they"
                    + " become grants once the root gets pods.",
            TRUE_OR_FALSE,
            ConsulOptions::flag);

    /** {@code output}: the form of the config entries; {@code crd} unless set. */
    public static final OptionKey<OutputForm> OUTPUT = OptionKey.of(
            "output",
            OutputForm.CRD,
            "Whether config entries are written as custom resources, or as Consul itself reads them.",
            "crd or native",
            OutputForm::parse);

    /** {@code datacenter}: whose consul-k8s may take native entries over; none unless set. */
    public static final OptionKey<String> DATACENTER = OptionKey.of(
            "datacenter",
            "",
            "The datacenter whose consul-k8s may take native entries over later; it is written to their Meta.",
            "a name of lower-case letters, digits, - and _",
            ConsulOptions::datacenter);

    /** All settings, in the order in which they are documented. */
    public static final List<OptionKey<?>> KEYS = List.of(
            EDITION,
            ACLS,
            NAMESPACE_MIRRORING,
            NAMESPACE_PREFIX,
            DEFAULT_POLICY,
            SERVICE_DEFAULTS,
            UNKNOWN_PROTOCOL,
            TRANSPARENT_PROXY,
            VISIBLE_ROOTS,
            OUTPUT,
            DATACENTER);

    private ConsulOptions() {}

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<String> datacenter(String text) {
        boolean known = text.length() <= 64
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
        return known ? Optional.of(text) : Optional.empty();
    }
}
