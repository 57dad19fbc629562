package io.github.smi4j.policy;

import io.github.smi4j.inventory.ServiceAccountName;
import java.util.List;
import java.util.Optional;

/**
 * A SPIFFE id by its parts (SPIFFE-ID, section 2).
 *
 * @param trustDomain the trust domain
 * @param segments the segments of the path; at least one
 */
record SpiffeId(String trustDomain, List<String> segments) {
    private static final String SCHEME = "spiffe://";
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_TRUST_DOMAIN = 255;

    /** Reads an id, with or without its scheme; absent where the text is none, or names a trust domain alone. */
    static Optional<SpiffeId> parse(String text) {
        String id = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
        int slash = id.indexOf('/');
        if (slash < 0 || id.length() + SCHEME.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String trustDomain = id.substring(0, slash);
        List<String> segments = List.of(id.substring(slash + 1).split("/", -1));
        return isTrustDomain(trustDomain) && segments.stream().allMatch(SpiffeId::isSegment)
                ? Optional.of(new SpiffeId(trustDomain, segments))
                : Optional.empty();
    }

    static boolean isTrustDomain(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_TRUST_DOMAIN
                && text.chars().allMatch(c -> isLowerOrDigit(c) || c == '.' || c == '-' || c == '_');
    }

    private static boolean isSegment(String text) {
        return !text.isEmpty()
                && !text.equals(".")
                && !text.equals("..")
                && text.chars()
                        .allMatch(c -> isLowerOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_');
    }

    private static boolean isLowerOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** The namespace and name of a service account, where the path is that of one: {@code /ns/<namespace>/sa/<name>}. */
    Optional<ServiceAccountName> serviceAccount() {
        boolean account = segments.size() == 4
                && segments.get(0).equals("ns")
                && segments.get(2).equals("sa")
                && DnsNames.isLabel(segments.get(1))
                && DnsNames.isSubdomain(segments.get(3));
        return account ? Optional.of(new ServiceAccountName(segments.get(1), segments.get(3))) : Optional.empty();
    }

    /** The path, with its first slash. */
    String path() {
        return "/" + String.join("/", segments);
    }

    /** The id with its scheme. */
    @Override
    public String toString() {
        return SCHEME + trustDomain + path();
    }
}
