package io.github.smi4j.translate.linkerd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The networks that health checks come from.
 *
 * @param networks each as {@code address/prefix length}; at least one
 */
public record ProbeNetworks(List<String> networks) {
    private static final int MAX_NETWORKS = 32;
    private static final int MAX_BYTE = 255;
    private static final int BITS_OF_IPV4 = 32;
    private static final int BITS_OF_IPV6 = 128;

    // Fixed patterns on short text, without nested repetition.
    private static final Pattern IPV4 = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Pattern IPV6_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,3}");
    private static final int GROUPS_OF_IPV6 = 8;

    /** Copies. */
    public ProbeNetworks {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("expected at least one network");
        }
    }

    /** Any network. */
    public static ProbeNetworks any() {
        return new ProbeNetworks(List.of("0.0.0.0/0", "::/0"));
    }

    /** Reads networks between commas; absent if one is none. */
    public static Optional<ProbeNetworks> parse(String text) {
        List<String> networks =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        return networks.size() <= MAX_NETWORKS && networks.stream().allMatch(ProbeNetworks::isNetwork)
                ? Optional.of(new ProbeNetworks(networks.stream().distinct().toList()))
                : Optional.empty();
    }

    private static boolean isNetwork(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !LENGTH.matcher(parts[1]).matches()) {
            return false;
        }
        int length = Integer.parseInt(parts[1]);
        return (isIpv4(parts[0]) && length <= BITS_OF_IPV4) || (isIpv6(parts[0]) && length <= BITS_OF_IPV6);
    }

    private static boolean isIpv4(String address) {
        return IPV4.matcher(address).matches()
                && Stream.of(address.split("\\.")).allMatch(number -> Integer.parseInt(number) <= MAX_BYTE);
    }

    /** Groups between colons, of which one run of zeros may be left out. */
    private static boolean isIpv6(String address) {
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address) == GROUPS_OF_IPV6;
        }
        int left = groups(address.substring(0, gap));
        int right = groups(address.substring(gap + 2));
        return left >= 0 && right >= 0 && left + right < GROUPS_OF_IPV6;
    }

    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] groups = text.split(":", -1);
        return Stream.of(groups).allMatch(group -> IPV6_GROUP.matcher(group).matches())
                ? groups.length
                : -GROUPS_OF_IPV6;
    }

    /** The networks between commas. */
    @Override
    public String toString() {
        return String.join(",", networks);
    }
}
