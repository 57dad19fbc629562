package io.github.smi4j.translate.linkerd;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a TrafficSplit becomes. */
public enum SplitMode {
    /** An HTTPRoute for each port of the root, or a TCPRoute. */
    HTTPROUTE,
    /** One ServiceProfile for the root, with all its ports; it knows no conditions. */
    SERVICEPROFILE;

    static Optional<SplitMode> parse(String text) {
        return Stream.of(values()).filter(mode -> mode.toString().equals(text)).findFirst();
    }

    /** {@code httproute} or {@code serviceprofile}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
