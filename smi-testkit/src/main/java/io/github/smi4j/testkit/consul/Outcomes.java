package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several outcomes come to. */
final class Outcomes {
    private Outcomes() {}

    /** One of them is the outcome, but nobody knows which; without any it is denied, for there is nobody to be let in. */
    static Outcome oneOf(Stream<Outcome> outcomes) {
        Set<Outcome> all = outcomes.collect(Collectors.toSet());
        if (all.isEmpty()) {
            return Outcome.DENIED;
        }
        if (all.size() == 1) {
            return all.iterator().next();
        }
        if (Set.of(Outcome.ALLOWED, Outcome.UNSEEN).equals(all)) {
            return Outcome.ALLOWED;
        }
        if (Set.of(Outcome.NOT_CARRIED, Outcome.UNSEEN).equals(all)) {
            return Outcome.UNSEEN;
        }
        return Set.of(Outcome.DENIED, Outcome.NOT_CARRIED).equals(all) ? Outcome.DENIED : Outcome.EITHER;
    }

    static Outcome of(boolean allowed) {
        return allowed ? Outcome.ALLOWED : Outcome.DENIED;
    }
}
