package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What ServiceDefaults and ProxyDefaults say of a service: its protocol, and whether it takes connections without mutual TLS. */
final class ServiceProtocols {
    static final String PERMISSIVE = "permissive";
    private static final String TCP = "tcp";
    private static final Set<String> HTTP_LIKE = Set.of("http", "http2", "grpc");

    private final ConfigEntries entries;

    ServiceProtocols(ConfigEntries entries) {
        this.entries = entries;
    }

    static boolean isHttpLike(String protocol) {
        return HTTP_LIKE.contains(protocol);
    }

    /** The protocol of a service. ServiceDefaults without one mean TCP, whatever ProxyDefaults say. */
    String of(ConsulService service) {
        Optional<ConfigEntry> defaults = entries.of(ConfigEntry.DEFAULTS, service);
        String protocol = defaults.isPresent() ? protocol(defaults.get().spec()) : ofProxies();
        return protocol.isEmpty() ? TCP : protocol;
    }

    /** The protocol that clients are told for a service; empty if they are told none. */
    String told(ConsulService service) {
        String protocol = entries.of(ConfigEntry.DEFAULTS, service)
                .map(defaults -> protocol(defaults.spec()))
                .orElse("");
        return protocol.isEmpty() ? ofProxies() : protocol;
    }

    private String ofProxies() {
        return proxyDefaults()
                .map(entry -> protocol(Fields.object(entry.spec(), "config")))
                .orElse("");
    }

    private static String protocol(Map<?, ?> tree) {
        return Fields.text(tree, "protocol").toLowerCase(Locale.ROOT);
    }

    /**
     * Whether callers without identity reach the application port. Mesh decides only whether such a setting may be written, not
     * whether one that is there counts.
     */
    boolean isPermissive(ConsulService service) {
        String mode = entries.of(ConfigEntry.DEFAULTS, service)
                .map(entry -> Fields.text(entry.spec(), "mutualTLSMode"))
                .orElse("");
        if (mode.isEmpty()) {
            mode = proxyDefaults()
                    .map(entry -> Fields.text(entry.spec(), "mutualTLSMode"))
                    .orElse("");
        }
        return mode.equals(PERMISSIVE);
    }

    private Optional<ConfigEntry> proxyDefaults() {
        return entries.global(ConfigEntry.PROXY_DEFAULTS, "global");
    }

    /** Refuses settings of a service that change more than the model knows. */
    void requireKnown(ConsulService service) {
        entries.of(ConfigEntry.DEFAULTS, service)
                .ifPresent(entry -> Fields.requireKnown(
                        entry.spec(),
                        "ServiceDefaults",
                        "protocol",
                        "mutualTLSMode",
                        "balanceInboundConnections",
                        "externalSNI",
                        "localConnectTimeoutMs",
                        "localRequestTimeoutMs",
                        "maxInboundConnections",
                        "meshGateway",
                        "transparentProxy"));
        proxyDefaults().ifPresent(entry -> {
            Fields.requireKnown(
                    entry.spec(),
                    "ProxyDefaults",
                    "config",
                    "mutualTLSMode",
                    "accessLogs",
                    "meshGateway",
                    "failoverPolicy",
                    "prioritizeByLocality",
                    "transparentProxy");
            Fields.requireKnown(
                    Fields.object(entry.spec(), "config"),
                    "the config of ProxyDefaults",
                    "protocol",
                    "connect_timeout_ms",
                    "local_connect_timeout_ms",
                    "local_request_timeout_ms",
                    "envoy_prometheus_bind_addr",
                    "envoy_stats_bind_addr");
        });
    }
}
