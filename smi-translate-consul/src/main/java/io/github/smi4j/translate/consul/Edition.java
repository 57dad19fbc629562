package io.github.smi4j.translate.consul;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The edition of Consul. */
public enum Edition {
    /** No namespaces: services of one name are one service, wherever they are in Kubernetes. */
    COMMUNITY,
    /** With namespaces, and services of several ports. */
    ENTERPRISE;

    static Optional<Edition> parse(String text) {
        return Stream.of(values())
                .filter(edition -> edition.toString().equals(text))
                .findFirst();
    }

    /** {@code community} or {@code enterprise}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
