package io.github.smi4j.policy;

/** The syntax of names in Kubernetes (RFC 1123). */
public final class DnsNames {
    private static final int MAX_LABEL = 63;
    private static final int MAX_SUBDOMAIN = 253;

    private DnsNames() {}

    /** Whether the text is a DNS-1123 label: at most 63 of a-z, 0-9 and {@code -}, which neither begins nor ends it. */
    public static boolean isLabel(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LABEL
                && text.chars().allMatch(c -> isAlphanumeric(c) || c == '-')
                && isAlphanumeric(text.charAt(0))
                && isAlphanumeric(text.charAt(text.length() - 1));
    }

    /** Whether the text is a DNS-1123 subdomain: labels joined by dots, at most 253 characters. */
    public static boolean isSubdomain(String text) {
        if (text.length() > MAX_SUBDOMAIN) {
            return false;
        }
        for (String label : text.split("\\.", -1)) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is the key of a label: a name of at most 63 characters, with a DNS subdomain and {@code /} before it. */
    public static boolean isLabelKey(String text) {
        int slash = text.indexOf('/');
        return isQualifiedName(text.substring(slash + 1)) && (slash < 0 || isSubdomain(text.substring(0, slash)));
    }

    /** Whether the text is the value of a label: empty, or a name of at most 63 characters. */
    public static boolean isLabelValue(String text) {
        return text.isEmpty() || isQualifiedName(text);
    }

    private static boolean isQualifiedName(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LABEL
                && text.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '_' || c == '.')
                && isLetterOrDigit(text.charAt(0))
                && isLetterOrDigit(text.charAt(text.length() - 1));
    }

    private static boolean isLetterOrDigit(int c) {
        return isAlphanumeric(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
