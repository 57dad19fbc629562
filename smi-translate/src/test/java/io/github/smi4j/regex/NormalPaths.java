package io.github.smi4j.regex;

/** RFC 3986 normalisation as its sections 5.2.4 and 6.2.2 describe it, to check the domain of paths against. */
final class NormalPaths {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String HEXADECIMAL = "0123456789abcdefABCDEF";

    private NormalPaths() {}

    static boolean isNormal(String path) {
        return path.startsWith("/")
                && path.chars().allMatch(symbol -> ' ' <= symbol && symbol <= '~' && "?#\\".indexOf(symbol) < 0)
                && withoutDotSegments(decoded(path)).equals(path);
    }

    private static String decoded(String path) {
        StringBuilder out = new StringBuilder();
        for (int index = 0; index < path.length(); index++) {
            boolean triplet = path.charAt(index) == '%'
                    && index + 2 < path.length()
                    && HEXADECIMAL.indexOf(path.charAt(index + 1)) >= 0
                    && HEXADECIMAL.indexOf(path.charAt(index + 2)) >= 0;
            if (triplet) {
                int octet = Integer.parseInt(path.substring(index + 1, index + 3), 16);
                boolean plain = UNRESERVED.indexOf(octet) >= 0;
                out.append(plain ? Character.toString(octet) : String.format("%%%02X", octet));
                index += 2;
            } else {
                out.append(path.charAt(index));
            }
        }
        return out.toString();
    }

    private static String withoutDotSegments(String path) {
        String input = path;
        StringBuilder output = new StringBuilder();
        while (!input.isEmpty()) {
            if (input.startsWith("/./") || input.equals("/.")) {
                input = "/" + input.substring(Math.min(3, input.length()));
            } else if (input.startsWith("/../") || input.equals("/..")) {
                input = "/" + input.substring(Math.min(4, input.length()));
                output.setLength(Math.max(0, output.lastIndexOf("/")));
            } else {
                int end = input.indexOf('/', 1);
                int next = end < 0 ? input.length() : end;
                output.append(input, 0, next);
                input = input.substring(next);
            }
        }
        return output.toString();
    }
}
