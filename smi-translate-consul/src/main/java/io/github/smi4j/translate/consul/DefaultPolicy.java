package io.github.smi4j.translate.consul;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of calls that no intention is for. */
public enum DefaultPolicy {
    /** They are refused, as with ACLs on. */
    DENY,
    /** They are let in, as with ACLs off. */
    ALLOW;

    static Optional<DefaultPolicy> parse(String text) {
        return Stream.of(values())
                .filter(policy -> policy.toString().equals(text))
                .findFirst();
    }

    /** {@code deny} or {@code allow}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
