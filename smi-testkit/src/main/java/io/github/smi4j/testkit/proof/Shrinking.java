package io.github.smi4j.testkit.proof;

import io.github.smi4j.testkit.bundle.Bundle;
import java.util.Iterator;
import java.util.Optional;

/** Looks for the smallest input that violates a law: takes parts away as long as it still does. */
final class Shrinking {
    /** How many smaller inputs are tried at most. */
    private static final int MAX_TRIES = 4000;

    private final BundleCheck check;
    private int tries;
    private int reached;

    Shrinking(BundleCheck check) {
        this.check = check;
    }

    /** What was tried in vain before the last success is tried again at the end only. */
    Found smallest(Found found) {
        Found best = found;
        int from = 0;
        while (true) {
            Optional<Found> smaller = step(best, from);
            if (smaller.isEmpty() && from == 0) {
                return best;
            }
            best = smaller.orElse(best);
            from = smaller.isPresent() ? reached : 0;
        }
    }

    private Optional<Found> step(Found found, int from) {
        if (found.changed().isPresent()) {
            return stepOfChange(found, found.changed().get(), from);
        }
        reached = from;
        Iterator<Bundle> candidates = found.bundle().smaller().skip(from).iterator();
        while (candidates.hasNext() && tries < MAX_TRIES) {
            tries++;
            Optional<Found> again = again(found, candidates.next());
            if (again.isPresent()) {
                return again;
            }
            reached++;
        }
        return Optional.empty();
    }

    /** What a model cannot read any more, since a part of it was taken away, shows nothing. */
    private Optional<Found> again(Found found, Bundle smaller) {
        try {
            return check.again(found, smaller);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Takes the same manifest from both. */
    private Optional<Found> stepOfChange(Found found, Bundle changed, int from) {
        int manifests = found.bundle().manifests().size();
        for (reached = from; reached < manifests && tries < MAX_TRIES; reached++) {
            tries++;
            Optional<Found> again = check.again(found, found.bundle().without(reached), changed.without(reached));
            if (again.isPresent()) {
                return again;
            }
        }
        return Optional.empty();
    }
}
