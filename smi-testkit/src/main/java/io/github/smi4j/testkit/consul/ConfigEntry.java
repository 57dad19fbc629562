package io.github.smi4j.testkit.consul;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.testkit.tree.Fields;
import java.util.Map;
import java.util.Optional;

/**
 * A config entry, in the form that resources have.
 *
 * @param kind the kind as Consul calls it
 * @param service what it is for
 * @param spec its fields, without kind and name
 * @param object the resource that it comes from; absent if it is native
 */
record ConfigEntry(String kind, ConsulService service, Map<?, ?> spec, Optional<ResourceRef> object) {
    static final String GROUP = "consul.hashicorp.com";
    static final String INTENTIONS = "service-intentions";
    static final String DEFAULTS = "service-defaults";
    static final String ROUTER = "service-router";
    static final String SPLITTER = "service-splitter";
    static final String RESOLVER = "service-resolver";
    static final String PROXY_DEFAULTS = "proxy-defaults";
    static final String MESH = "mesh";

    /** The kinds of resources, and what Consul calls them. */
    static final Map<String, String> KINDS = Map.of(
            "ServiceIntentions", INTENTIONS,
            "ServiceDefaults", DEFAULTS,
            "ServiceRouter", ROUTER,
            "ServiceSplitter", SPLITTER,
            "ServiceResolver", RESOLVER,
            "ProxyDefaults", PROXY_DEFAULTS,
            "Mesh", MESH);

    /** Whether it is about all proxies, and not about one service. */
    boolean isGlobal() {
        return kind.equals(PROXY_DEFAULTS) || kind.equals(MESH);
    }

    /** Whether a source of it has permissions. */
    boolean hasPermissions() {
        return Fields.objects(spec, "sources").stream()
                .anyMatch(source -> !Fields.list(source, "permissions").isEmpty());
    }

    /** Kind and service. */
    @Override
    public String toString() {
        return kind + " " + service;
    }
}
