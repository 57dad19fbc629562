package io.github.smi4j.testkit.proof;

import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Dispatch;
import java.util.Optional;

/**
 * A violation, with what is needed to look for it again in a smaller bundle.
 *
 * @param law which law
 * @param detail what was seen
 * @param bundle the input
 * @param seed that of the bundle
 * @param arrival the traffic at a pod, if it is about some
 * @param dispatch the traffic to a Service, if it is about some
 * @param changed the same input with a change, if it is about one
 */
record Found(
        Law law,
        String detail,
        Bundle bundle,
        long seed,
        Optional<Arrival> arrival,
        Optional<Dispatch> dispatch,
        Optional<Bundle> changed) {
    static Found of(Law law, String detail, Bundle bundle, long seed) {
        return new Found(law, detail, bundle, seed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Found withArrival(Arrival one) {
        return new Found(law, detail, bundle, seed, Optional.of(one), dispatch, changed);
    }

    Found withDispatch(Dispatch one) {
        return new Found(law, detail, bundle, seed, arrival, Optional.of(one), changed);
    }

    Found withChanged(Bundle other) {
        return new Found(law, detail, bundle, seed, arrival, dispatch, Optional.of(other));
    }

    Violation violation() {
        return new Violation(law, detail, bundle, seed);
    }
}
