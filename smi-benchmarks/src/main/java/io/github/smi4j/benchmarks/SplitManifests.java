package io.github.smi4j.benchmarks;

import io.github.smi4j.diagnostic.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One text of many TrafficSplit documents with three backends each; the same text for the same number. */
final class SplitManifests {
    /** The field whose position is asked for. */
    static final FieldPath LAST_WEIGHT =
            FieldPath.of("spec", "backends").index(2).field("weight");

    private static final String WEIGHT = "    weight: ";
    private static final List<String> TEAMS = List.of("shop", "payments", "logistics", "identity", "search");
    private static final List<String> STAGES = List.of("dev", "staging", "production");
    private static final List<String> SERVICES =
            List.of("checkout", "cart", "catalogue", "ledger", "parcel-tracking", "login", "suggestions");

    private final String text;
    private final int documents;

    private SplitManifests(String text, int documents) {
        this.text = text;
        this.documents = documents;
    }

    /** Where a field stands, counted from 1. */
    record Place(int line, int column) {
        /** A number that differs for most other places. */
        long checksum() {
            return 1_000L * line + column;
        }
    }

    /** A text of the given number of documents. */
    static SplitManifests of(int documents) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < documents; i++) {
            text.append(document(i));
        }
        return new SplitManifests(text.toString(), documents);
    }

    private static String document(int number) {
        String team = TEAMS.get(number % TEAMS.size());
        String service = SERVICES.get(number % SERVICES.size());
        int stable = 50 + number % 45;
        int canary = (100 - stable) * 2 / 3;
        return String.format(
                Locale.ROOT,
                """
                ---
                apiVersion: split.smi-spec.io/v1alpha4
                kind: TrafficSplit
                metadata:
                  name: %1$s-rollout-%2$05d
                  namespace: %3$s-%4$s
                  labels:
                    app.kubernetes.io/name: %1$s
                    app.kubernetes.io/part-of: %3$s
                    app.kubernetes.io/managed-by: rollouts
                spec:
                  service: %1$s
                  backends:
                  - service: %1$s-stable
                    weight: %5$d
                  - service: %1$s-canary
                    weight: %6$d
                  - service: %1$s-preview
                    weight: %7$d
                """,
                service,
                number,
                team,
                STAGES.get(number % STAGES.size()),
                stable,
                canary,
                100 - stable - canary);
    }

    /** All of it. */
    String text() {
        return text;
    }

    /** All of it in UTF-8. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** How many documents it has. */
    int documents() {
        return documents;
    }

    /** Where {@link #LAST_WEIGHT} of each document stands, found by looking at the lines. */
    List<Place> lastWeights() {
        List<Place> weights = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(WEIGHT)) {
                weights.add(new Place(i + 1, WEIGHT.length() + 1));
            }
        }
        List<Place> last = new ArrayList<>();
        for (int i = 2; i < weights.size(); i += 3) {
            last.add(weights.get(i));
        }
        return last;
    }
}
