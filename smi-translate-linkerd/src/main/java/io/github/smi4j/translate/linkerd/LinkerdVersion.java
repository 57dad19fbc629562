package io.github.smi4j.translate.linkerd;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Linkerd; it decides which API versions and kinds the output may use.
 *
 * @param minor the number after {@code 2.}, at least {@value #OLDEST_MINOR}
 */
public record LinkerdVersion(int minor) implements Comparable<LinkerdVersion> {
    /** The oldest minor version that is translated to: the first whose HTTPRoutes of a Service have all that is needed. */
    public static final int OLDEST_MINOR = 14;

    // A fixed pattern on short text, without nested repetition.
    private static final Pattern TEXT = Pattern.compile("2\\.([0-9]{1,3})(\\.[0-9]{1,3})?");

    /** Refuses versions that are too old. */
    public LinkerdVersion {
        if (minor < OLDEST_MINOR) {
            throw new IllegalArgumentException("Linkerd must be 2." + OLDEST_MINOR + " or newer, was 2." + minor);
        }
    }

    /** Reads {@code 2.18} or {@code 2.18.1}; absent if the text is neither, or too old. */
    public static Optional<LinkerdVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)))
                        .filter(minor -> minor >= OLDEST_MINOR)
                        .map(LinkerdVersion::new)
                : Optional.empty();
    }

    /** The API version of Server: {@code v1beta3} since Linkerd 2.16. */
    public String serverApiVersion() {
        return hasAccessPolicy() ? "policy.linkerd.io/v1beta3" : "policy.linkerd.io/v1beta1";
    }

    /** Whether a Server says what it allows beside policies: since Linkerd 2.16. */
    public boolean hasAccessPolicy() {
        return minor >= 16;
    }

    /** Whether Linkerd reads {@code gateway.networking.k8s.io/v1}: since 2.18; before, v1beta1. */
    public boolean hasGatewayV1() {
        return minor >= 18;
    }

    /** Whether Linkerd reads the {@code appProtocol} of Service ports: since 2.18. */
    public boolean hasAppProtocols() {
        return minor >= 18;
    }

    /** Whether Linkerd reads TCPRoutes: since 2.17. */
    public boolean hasTcpRoutes() {
        return minor >= 17;
    }

    /** By number. */
    @Override
    public int compareTo(LinkerdVersion other) {
        return Integer.compare(minor, other.minor);
    }

    /** {@code 2.18}. */
    @Override
    public String toString() {
        return "2." + minor;
    }
}
