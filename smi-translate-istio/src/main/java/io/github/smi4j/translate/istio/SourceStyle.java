package io.github.smi4j.translate.istio;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an AuthorizationPolicy names service accounts that may call. */
public enum SourceStyle {
    /** By SPIFFE id, so that accounts of the mesh's own trust domain are meant and no others. */
    PRINCIPALS,
    /**
     * By namespace and name, since Istio 1.25. Every SPIFFE id with these in its path is let in, of any trust domain that the
     * mesh trusts, which is more than SMI says.
     */
    SERVICE_ACCOUNTS;

    static Optional<SourceStyle> parse(String text) {
        return Stream.of(values())
                .filter(style -> style.toString().equals(text))
                .findFirst();
    }

    /** {@code principals} or {@code service-accounts}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
