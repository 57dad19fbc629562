package io.github.smi4j.testkit.consul;

import java.util.Optional;

/**
 * The chain of what Consul asks on the way to a service: router, splitter, resolver.
 *
 * @param protocol of the chain
 * @param start its first node
 * @param contradiction why Consul would not compile it; absent if it does
 */
record DiscoveryChain(String protocol, ChainNode start, Optional<String> contradiction) {
    /** The chain as Consul checks it when an entry is written. */
    static DiscoveryChain stored(ConsulService root, ConfigEntries entries) {
        return new ChainCompiler(root, entries, false).compile();
    }

    /**
     * The chain as clients have it: the protocol that is told of the root counts, and one that is no HTTP makes routers and
     * splitters mean nothing.
     */
    static DiscoveryChain ofClients(ConsulService root, ConfigEntries entries) {
        String told = new ServiceProtocols(entries).told(root);
        boolean plain = !told.isEmpty() && !ServiceProtocols.isHttpLike(told);
        DiscoveryChain chain = new ChainCompiler(root, entries, plain).compile();
        return told.isEmpty() ? chain : new DiscoveryChain(told, chain.start(), chain.contradiction());
    }

    /** Whether it carries HTTP. */
    boolean isHttpLike() {
        return ServiceProtocols.isHttpLike(protocol);
    }
}
