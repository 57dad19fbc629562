package io.github.smi4j.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * Why a target does not allow a request.
 *
 * @param nearness how much of what it asks for was met; more is nearer
 * @param reason in words
 */
record Refusal(int nearness, String reason) {
    /** How near a refusal is by the sender alone. */
    static final int SENDER = 0;

    /** How near one is whose sender is allowed something else. */
    static final int PORT = 1;

    /** How near one is whose sender may send other requests to the port. */
    static final int REQUEST = 2;

    private static final int MAX_TOLD = 5;

    /** The reasons of those that are nearest, in the order given, and how many more there are. */
    static List<String> nearest(List<Refusal> refusals) {
        int most = refusals.stream().mapToInt(Refusal::nearness).max().orElse(SENDER);
        List<String> all = refusals.stream()
                .filter(refusal -> refusal.nearness() == most)
                .map(Refusal::reason)
                .distinct()
                .toList();
        return all.size() <= MAX_TOLD
                ? all
                : Stream.concat(all.stream().limit(MAX_TOLD), Stream.of("and " + (all.size() - MAX_TOLD) + " more"))
                        .toList();
    }
}
