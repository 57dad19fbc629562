package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.testkit.mesh.Routes;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** The law of splits: the shares of SMI, or nothing changed and an error that says so. */
final class RouteLaws {
    /** By how much an approximated share may differ. */
    private static final BigDecimal RESOLUTION = new BigDecimal("0.005");

    private final Trial trial;

    RouteLaws(Trial trial) {
        this.trial = trial;
    }

    /** Where SMI sends it. */
    Routes expected(Dispatch dispatch) {
        return Routes.of(trial.smi().route(dispatch.service(), dispatch.port(), dispatch.traffic()), dispatch.port());
    }

    /**
     * Whether the law holds.
     *
     * @param before where it went without the output
     * @param actual where it goes with it
     */
    boolean holds(Dispatch dispatch, Routes before, Routes actual) {
        Routes expected = expected(dispatch);
        boolean unchanged = actual.hasSharesOf(before);
        if (splits(dispatch).isEmpty()) {
            return unchanged;
        }
        if (actual.hasSharesOf(expected) || !isKnown(expected, dispatch) || (unchanged && isToldUnsplit(dispatch))) {
            return true;
        }
        return splits(dispatch).stream().anyMatch(split -> has(split, d -> d.effect() == Effect.APPROXIMATED))
                && actual.largestDifference(expected).compareTo(RESOLUTION) <= 0;
    }

    private List<ResourceRef> splits(Dispatch dispatch) {
        return trial.policy().splits().stream()
                .filter(split -> split.root().equals(dispatch.service()))
                .flatMap(split -> split.splits().stream())
                .toList();
    }

    /** Whether a finding says that the Service, or a port of it, stays as it is. */
    boolean isToldUnsplit(Dispatch dispatch) {
        // Where the ports of the root are not known, nobody can say which of them stays unsplit.
        boolean known = trial.cluster().inventory().service(dispatch.service()).isPresent();
        Severity least = known ? Severity.ERROR : Severity.WARNING;
        return splits(dispatch).stream()
                .anyMatch(split -> has(split, d -> d.severity().compareTo(least) <= 0));
    }

    /** Whether each backend has the port, as far as it is known; those of a root without known ports may not. */
    private boolean isKnown(Routes expected, Dispatch dispatch) {
        return expected.weights().keySet().stream()
                .allMatch(place -> trial.cluster().inventory().service(place.service()).stream()
                        .allMatch(service -> service.ports().stream()
                                .anyMatch(port -> port.number() == place.port()
                                        && port.protocol() == dispatch.traffic().protocol())));
    }

    private boolean has(ResourceRef split, Predicate<Diagnostic> test) {
        return trial.translation().diagnostics().stream()
                .anyMatch(d -> d.resource().filter(split::equals).isPresent() && test.test(d));
    }
}
