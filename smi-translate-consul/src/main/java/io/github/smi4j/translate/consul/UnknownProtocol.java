package io.github.smi4j.translate.consul;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a Service port carries that does not say so. */
public enum UnknownProtocol {
    /** Connections, of which Consul sees no requests. */
    TCP,
    /** Requests. */
    HTTP;

    static Optional<UnknownProtocol> parse(String text) {
        return Stream.of(values())
                .filter(protocol -> protocol.toString().equals(text))
                .findFirst();
    }

    /** {@code tcp} or {@code http}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
