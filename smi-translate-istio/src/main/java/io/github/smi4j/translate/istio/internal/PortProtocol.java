package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.TransportProtocol;
import java.util.Locale;
import java.util.Set;

/** What Istio takes a Service port to carry: by appProtocol, else by the first word of its name, else it looks. */
enum PortProtocol {
    /** Requests. */
    HTTP,
    /** Bytes. */
    TCP,
    /** Bytes that the client encrypted. */
    TLS,
    /** Istio looks at the first bytes of each connection. */
    DETECTED,
    /** UDP and SCTP, which Istio does not see. */
    NOT_CAPTURED;

    private static final Set<String> HTTP_WORDS =
            Set.of("http", "http2", "grpc", "http_proxy", "kubernetes.io/h2c", "kubernetes.io/ws");
    /** With udp: a TCP port of that name carries bytes. */
    private static final Set<String> TCP_WORDS = Set.of("tcp", "udp", "mongo", "redis", "mysql");

    private static final Set<String> TLS_WORDS = Set.of("https", "tls", "kubernetes.io/wss");
    /** SMTP, DNS, MySQL and MongoDB: a server that speaks first cannot be looked at. */
    private static final Set<Integer> SERVER_FIRST_PORTS = Set.of(25, 53, 3306, 27017);

    static PortProtocol of(ServicePort port) {
        if (port.protocol() != TransportProtocol.TCP) {
            return NOT_CAPTURED;
        }
        String declared = port.appProtocol().or(port::name).orElse("").toLowerCase(Locale.ROOT);
        String word = declared.startsWith("grpc-web") ? "grpc" : firstWord(declared);
        if (HTTP_WORDS.contains(word)) {
            return HTTP;
        }
        if (TLS_WORDS.contains(word)) {
            return TLS;
        }
        return TCP_WORDS.contains(word) || SERVER_FIRST_PORTS.contains(port.number()) ? TCP : DETECTED;
    }

    private static String firstWord(String declared) {
        int hyphen = declared.indexOf('-');
        return hyphen < 0 ? declared : declared.substring(0, hyphen);
    }
}
