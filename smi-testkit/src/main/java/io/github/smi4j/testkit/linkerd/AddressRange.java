package io.github.smi4j.testkit.linkerd;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses with a common prefix.
 *
 * @param bits how many bits an address has
 * @param network the first of the addresses
 * @param prefix how many bits they have in common
 */
record AddressRange(int bits, BigInteger network, int prefix) {
    private static final Pattern CIDR =
            Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");

    /** An address, or a range in the notation of CIDR; absent if a text is neither. */
    static Optional<AddressRange> parse(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            // Never a name, so that nothing is looked up.
            byte[] address = InetAddress.getByName(matcher.group(1)).getAddress();
            int bits = address.length * Byte.SIZE;
            int prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
            return prefix > bits
                    ? Optional.empty()
                    : Optional.of(new AddressRange(bits, new BigInteger(1, address), prefix));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(AddressRange other) {
        return bits == other.bits
                && prefix <= other.prefix
                && network.shiftRight(bits - prefix).equals(other.network.shiftRight(bits - prefix));
    }
}
