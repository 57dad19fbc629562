package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.inventory.ServicePort;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a Service port says that it carries: by appProtocol, else by the first word of its name. */
final class PortProtocol {
    static final String TCP = "tcp";
    static final String HTTP = "http";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("http", HTTP),
            Map.entry("kubernetes.io/ws", HTTP),
            Map.entry("http2", "http2"),
            Map.entry("kubernetes.io/h2c", "http2"),
            Map.entry("grpc", "grpc"),
            Map.entry("tcp", TCP),
            Map.entry("tls", TCP),
            Map.entry("https", TCP),
            Map.entry("kubernetes.io/wss", TCP),
            Map.entry("mongo", TCP),
            Map.entry("mysql", TCP),
            Map.entry("postgres", TCP),
            Map.entry("redis", TCP));

    private PortProtocol() {}

    /** {@code http}, {@code http2}, {@code grpc} or {@code tcp}; absent where the port does not say. */
    static Optional<String> of(ServicePort port) {
        String declared = port.appProtocol().or(port::name).orElse("").toLowerCase(Locale.ROOT);
        int hyphen = declared.indexOf('-');
        Optional<String> known = Optional.ofNullable(WORDS.get(hyphen < 0 ? declared : declared.substring(0, hyphen)));
        // A word that nobody knows here is not HTTP, where the port was asked what it speaks.
        return known.isEmpty() && port.appProtocol().isPresent() ? Optional.of(TCP) : known;
    }

    /** Whether Consul knows a protocol. */
    static boolean isKnown(String protocol) {
        return WORDS.containsValue(protocol);
    }

    /** Whether Consul sees the requests of a protocol. */
    static boolean hasRequests(String protocol) {
        return !protocol.equals(TCP);
    }
}
