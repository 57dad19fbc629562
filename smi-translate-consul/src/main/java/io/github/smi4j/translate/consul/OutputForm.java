package io.github.smi4j.translate.consul;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which form config entries are written. */
public enum OutputForm {
    /** As custom resources, which consul-k8s writes to Consul. */
    CRD,
    /** As Consul itself reads them, in the order in which they must be written. */
    NATIVE;

    static Optional<OutputForm> parse(String text) {
        return Stream.of(values()).filter(form -> form.toString().equals(text)).findFirst();
    }

    /** {@code crd} or {@code native}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
