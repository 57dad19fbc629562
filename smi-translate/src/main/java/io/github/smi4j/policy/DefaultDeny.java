package io.github.smi4j.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which workloads are closed to everything that no TrafficTarget allows; {@link #NAMESPACE} unless set. */
public enum DefaultDeny {
    /** All workloads of each namespace in which a TrafficTarget, faulty or not, names a destination of that namespace. */
    NAMESPACE,
    /** The workloads of destinations only; a destination that cannot be resolved puts its namespace under {@link #NAMESPACE}. */
    DESTINATIONS,
    /** Destinations are still closed; but one that cannot be resolved stays open, which is an error. */
    NONE;

    /** The value with this name in lower case; absent for any other text. */
    static Optional<DefaultDeny> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.toString().equals(text)).findFirst();
    }

    /** The name in lower case, as options write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
