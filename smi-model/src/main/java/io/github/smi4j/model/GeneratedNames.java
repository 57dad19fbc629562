package io.github.smi4j.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Names of generated resources: valid in Kubernetes, readable, and different for different parts. */
public final class GeneratedNames {
    /** How long a generated name is at most: {@value} characters, so that it can be a label value too. */
    public static final int MAX_LENGTH = 63;

    private static final int HASH_LENGTH = 10;

    private GeneratedNames() {}

    /**
     * A name made of the given parts, joined by hyphens. One part that is a DNS label is its own name; everything else
     * ends in a hash of the parts, so that no two lists of parts share a name.
     *
     * @throws IllegalArgumentException without any part
     */
    public static String of(String first, String... more) {
        if (more.length == 0 && isLabel(first) && !endsLikeHash(first)) {
            return first;
        }
        StringBuilder readable = new StringBuilder(first);
        StringBuilder unambiguous =
                new StringBuilder().append(first.length()).append(':').append(first);
        for (String part : more) {
            readable.append('-').append(part);
            unambiguous.append(part.length()).append(':').append(part);
        }
        String prefix = sanitized(readable.toString(), MAX_LENGTH - HASH_LENGTH - 1);
        String hash = hash(unambiguous.toString());
        return prefix.isEmpty() ? "x-" + hash : prefix + "-" + hash;
    }

    private static boolean isLabel(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(c -> isAlphanumeric(c) || c == '-')
                && isAlphanumeric(text.charAt(0))
                && isAlphanumeric(text.charAt(text.length() - 1));
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** A given name that looks like a generated one could meet one; it gets a hash too. */
    private static boolean endsLikeHash(String name) {
        int start = name.length() - HASH_LENGTH;
        return start > 0
                && name.charAt(start - 1) == '-'
                && name.substring(start).chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static String sanitized(String text, int maxLength) {
        StringBuilder name = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
            if (isAlphanumeric(c)) {
                name.append(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        name.setLength(Math.min(name.length(), maxLength));
        while (!name.isEmpty() && name.charAt(name.length() - 1) == '-') {
            name.setLength(name.length() - 1);
        }
        return name.toString();
    }

    /** Every char counts, unpaired surrogates too, which an encoder would replace. */
    private static byte[] utf16(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        text.chars().forEach(c -> bytes.putChar((char) c));
        return bytes.array();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf16(text));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
