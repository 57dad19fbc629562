package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.testkit.mesh.Routes;
import io.github.smi4j.translate.TranslationCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The law of splits: the shares of SMI, or nothing changed on a port of which a finding says so. */
final class RouteLaws {
    /** By how much an approximated share may differ. */
    private static final BigDecimal RESOLUTION = new BigDecimal("0.005");

    /** What says that a split, or a part of it, is left out of the mesh or not seen there. */
    private static final Set<Effect> UNSPLIT = Set.of(Effect.DROPPED, Effect.UNENFORCED);

    private static final Set<Effect> UNSPLIT_IN_PART = Set.of(Effect.NARROWED, Effect.DROPPED, Effect.UNENFORCED);

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
     * @param exceptions where it may go elsewhere
     */
    boolean holds(Dispatch dispatch, Routes before, Routes actual, ToldExceptions exceptions) {
        Routes expected = expected(dispatch);
        boolean unchanged = actual.hasSharesOf(before);
        if (splits(dispatch).isEmpty()) {
            return unchanged;
        }
        if (actual.hasSharesOf(expected) || !isKnown(expected, dispatch) || (unchanged && isToldUnsplit(dispatch))) {
            return true;
        }
        return isToldNear(dispatch, actual) || isToldDiverted(dispatch, exceptions);
    }

    private boolean isToldDiverted(Dispatch dispatch, ToldExceptions exceptions) {
        return splits(dispatch).stream()
                .anyMatch(split -> has(
                        split,
                        d -> exceptions.isDiversion(d)
                                && NamedPorts.in(d.message()).means(dispatch)));
    }

    /** Whether a finding says that shares are approximated, and these are not further from those of SMI than that may be. */
    boolean isToldNear(Dispatch dispatch, Routes routes) {
        return splits(dispatch).stream().anyMatch(split -> has(split, d -> d.effect() == Effect.APPROXIMATED))
                && routes.largestDifference(expected(dispatch)).compareTo(RESOLUTION) <= 0;
    }

    private List<ResourceRef> splits(Dispatch dispatch) {
        return trial.policy().splits().stream()
                .filter(split -> split.root().equals(dispatch.service()))
                .flatMap(split -> split.splits().stream())
                .toList();
    }

    /**
     * Whether a finding of the translator says that the split as a whole, or on this port, is not in force. What the reading
     * finds is no excuse: SMI says already what comes of it.
     */
    boolean isToldUnsplit(Dispatch dispatch) {
        // Where the ports of the root are not known, nobody can say which of them stays unsplit; and a port may carry
        // requests,
        // which are split, and other connections, which are not.
        boolean known = trial.cluster().inventory().service(dispatch.service()).isPresent();
        boolean requests = dispatch.traffic() instanceof Traffic.Http;
        Set<Effect> effects = known && requests ? UNSPLIT : UNSPLIT_IN_PART;
        Set<Diagnostic> reading = Set.copyOf(trial.policy().diagnostics());
        return splits(dispatch).stream()
                .anyMatch(split -> has(
                        split,
                        d -> effects.contains(d.effect())
                                && !reading.contains(d)
                                && NamedPorts.in(d.message()).mayMean(dispatch)));
    }

    /** Whether the mesh has splits at all, so that something can be asked of this one. */
    boolean isSplit(Dispatch dispatch) {
        return expected(dispatch).weights().size() > 1
                && splits(dispatch).stream()
                        .noneMatch(s -> has(s, d -> d.code() == TranslationCode.KIND_NOT_TRANSLATED));
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
