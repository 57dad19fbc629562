package io.github.smi4j.translate.istio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minor version of Istio; it decides which API versions and features the output may use.
 *
 * @param minor the number after {@code 1.}, at least {@value #OLDEST_MINOR}
 */
public record IstioVersion(int minor) implements Comparable<IstioVersion> {
    /** The oldest minor version that is translated to: weights need not sum to 100 since. */
    public static final int OLDEST_MINOR = 15;

    // A fixed pattern on short text, without nested repetition.
    private static final Pattern TEXT = Pattern.compile("1\\.([0-9]{1,3})(\\.[0-9]{1,3})?");

    /** Refuses versions that are too old. */
    public IstioVersion {
        if (minor < OLDEST_MINOR) {
            throw new IllegalArgumentException("Istio must be 1." + OLDEST_MINOR + " or newer, was 1." + minor);
        }
    }

    /** Reads {@code 1.24} or {@code 1.24.3}; absent if the text is neither, or too old. */
    public static Optional<IstioVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(Integer.parseInt(matcher.group(1)))
                        .filter(minor -> minor >= OLDEST_MINOR)
                        .map(IstioVersion::new)
                : Optional.empty();
    }

    /** The API version of VirtualService: {@code v1} since Istio 1.22. */
    public String networkingApiVersion() {
        return minor >= 22 ? "networking.istio.io/v1" : "networking.istio.io/v1beta1";
    }

    /** The API version of AuthorizationPolicy: {@code v1} since Istio 1.20. */
    public String authorizationApiVersion() {
        return minor >= 20 ? "security.istio.io/v1" : "security.istio.io/v1beta1";
    }

    /** The API version of PeerAuthentication: {@code v1} since Istio 1.22. */
    public String peerAuthenticationApiVersion() {
        return minor >= 22 ? "security.istio.io/v1" : "security.istio.io/v1beta1";
    }

    /** Whether paths of an AuthorizationPolicy may be templates, {@code /a/{*}/b}: since Istio 1.22. */
    public boolean hasPathTemplates() {
        return minor >= 22;
    }

    /** Whether an AuthorizationPolicy may name service accounts as sources: since Istio 1.25. */
    public boolean hasServiceAccounts() {
        return minor >= 25;
    }

    @Override
    public int compareTo(IstioVersion other) {
        return Integer.compare(minor, other.minor);
    }

    /** {@code 1.24}. */
    @Override
    public String toString() {
        return "1." + minor;
    }
}
