package io.github.smi4j.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who wrote a name that there is not. */
public final class NearestName {
    /** How many letters may be wrong, missing or too many: {@value}. */
    public static final int FARTHEST_SLIP = 2;

    /** How many known names are compared at most; those behind are not looked at: {@value}. */
    public static final int MAX_COMPARED = 200;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST = 253;

    private NearestName() {}

    /**
     * The known name that the given one begins, or else the one that differs by the fewest letters, if those are few and fewer
     * than half of them. Letters count alike in both cases.
     *
     * @param name what was given
     * @param known what there is, in an order that does not depend on the order of the input
     */
    public static Optional<String> of(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String given = name.toLowerCase(Locale.ROOT);
        Optional<String> nearest = Optional.empty();
        int least = FARTHEST_SLIP + 1;
        int compared = 0;
        for (String candidate : known) {
            String other = candidate.toLowerCase(Locale.ROOT);
            if (compared++ == MAX_COMPARED) {
                break;
            }
            if (other.length() > LONGEST) {
                continue;
            }
            if (given.length() >= SHORTEST_BEGINNING && other.startsWith(given)) {
                return Optional.of(candidate);
            }
            if (Math.abs(other.length() - given.length()) < least) {
                int distance = distance(given, other);
                if (distance < least && distance * 2 < other.length()) {
                    least = distance;
                    nearest = Optional.of(candidate);
                }
            }
        }
        return nearest;
    }

    /**
     * The help of a code, with the nearest name before it if there is one.
     *
     * @param name what was given
     * @param known what there is, in an order that does not depend on the order of the input
     */
    public static String help(DiagnosticCode code, String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> "Did you mean " + UserText.show(nearest) + "? " + code.help())
                .orElse(code.help());
    }

    /** Letters that are wrong, missing, too many, or in each other's place: the optimal string alignment. */
    private static int distance(String left, String right) {
        int[][] rows = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(left, right, i, j, rows);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int step(String left, String right, int i, int j, int[][] rows) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + change);
        boolean swapped = i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
