package io.github.smi4j.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether workloads in scope take connections without mutual TLS; {@link #UNSET} unless set. */
public enum MutualTls {
    /** Nothing is said; the mesh's own setting stays. */
    UNSET,
    /** Connections without mutual TLS are refused. */
    STRICT,
    /** Connections without mutual TLS are taken; their callers have no identity, so that no TrafficTarget allows them. */
    PERMISSIVE;

    /** The value with this name in lower case; absent for any other text. */
    static Optional<MutualTls> parse(String text) {
        return Arrays.stream(values()).filter(v -> v.toString().equals(text)).findFirst();
    }

    /** The name in lower case, as options write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
