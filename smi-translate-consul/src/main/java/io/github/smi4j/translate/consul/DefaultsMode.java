package io.github.smi4j.translate.consul;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the ServiceDefaults come from that say what a service speaks. */
public enum DefaultsMode {
    /** Those that the input lacks are emitted. */
    GENERATE,
    /** Those that the input lacks are taken to be in the cluster, and named in the report. */
    REQUIRE,
    /** What the input lacks is not there. */
    VERIFY;

    static Optional<DefaultsMode> parse(String text) {
        return Stream.of(values()).filter(mode -> mode.toString().equals(text)).findFirst();
    }

    /** {@code generate}, {@code require} or {@code verify}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
