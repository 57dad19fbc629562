package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several outcomes come to. */
final class Outcomes {
    private Outcomes() {}

    /** One that allows is enough. */
    static Outcome any(Stream<Outcome> outcomes) {
        Set<Outcome> all = outcomes.collect(Collectors.toSet());
        if (all.contains(Outcome.ALLOWED)) {
            return Outcome.ALLOWED;
        }
        return all.contains(Outcome.EITHER) ? Outcome.EITHER : Outcome.DENIED;
    }

    /** All must allow; without any it is allowed. */
    static Outcome all(Stream<Outcome> outcomes) {
        Set<Outcome> all = outcomes.collect(Collectors.toSet());
        if (all.contains(Outcome.DENIED)) {
            return Outcome.DENIED;
        }
        return all.contains(Outcome.EITHER) ? Outcome.EITHER : Outcome.ALLOWED;
    }

    /** One of them is the outcome, but nobody knows which. */
    static Outcome oneOf(Stream<Outcome> outcomes) {
        Set<Outcome> all = outcomes.collect(Collectors.toSet());
        if (all.size() == 1) {
            return all.iterator().next();
        }
        // Whichever it is, no policy denies it.
        if (Set.of(Outcome.ALLOWED, Outcome.NOT_CARRIED).equals(all)) {
            return Outcome.ALLOWED;
        }
        boolean open = all.contains(Outcome.ALLOWED) || all.contains(Outcome.EITHER);
        return open ? Outcome.EITHER : Outcome.DENIED;
    }

    static Outcome of(boolean allowed) {
        return allowed ? Outcome.ALLOWED : Outcome.DENIED;
    }
}
