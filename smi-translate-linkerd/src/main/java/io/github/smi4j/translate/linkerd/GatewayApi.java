package io.github.smi4j.translate.linkerd;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Gateway API that a cluster has.
 *
 * @param installed whether it has any
 * @param minor the number after {@code 1.}; 0 without any
 * @param experimental whether the resources of the experimental channel are installed, TCPRoutes among them
 */
public record GatewayApi(boolean installed, int minor, boolean experimental) {
    /** A cluster without the Gateway API; Linkerd has HTTPRoutes of its own. */
    public static final GatewayApi NONE = new GatewayApi(false, 0, false);

    // A fixed pattern on short text, without nested repetition.
    private static final Pattern TEXT = Pattern.compile("1\\.([0-9]{1,3})(\\.[0-9]{1,3})?(-experimental|-standard)?");

    /** Reads {@code none}, {@code 1.2}, {@code 1.2.1} or {@code 1.2-experimental}; absent for any other text. */
    public static Optional<GatewayApi> parse(String text) {
        if (text.equals("none")) {
            return Optional.of(NONE);
        }
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new GatewayApi(
                        true, Integer.parseInt(matcher.group(1)), "-experimental".equals(matcher.group(3))))
                : Optional.empty();
    }

    /** {@code none}, {@code 1.2} or {@code 1.2-experimental}. */
    @Override
    public String toString() {
        return installed ? "1." + minor + (experimental ? "-experimental" : "") : "none";
    }
}
