package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.Effect;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.Decision;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Outcome;
import java.util.Optional;

/** The laws of access: never wider, exact where that is said, told of where it is not enforced. */
final class AccessLaws {
    private final Trial trial;
    private final ToldExceptions exceptions;

    AccessLaws(Trial trial, ToldExceptions exceptions) {
        this.trial = trial;
        this.exceptions = exceptions;
    }

    /** What SMI says: nobody is allowed who has no identity. */
    Verdict verdict(Arrival arrival) {
        if (!trial.policy().scope().contains(arrival.workload())) {
            return Verdict.NOT_GOVERNED;
        }
        return arrival.caller()
                .map(caller -> trial.smi().decide(caller, arrival.workload(), arrival.port(), arrival.traffic()))
                .map(Decision.Part::verdict)
                .orElse(Verdict.DENIED);
    }

    /** The law that an outcome violates where SMI has this verdict; absent if it violates none. */
    Optional<Law> violated(Arrival arrival, Verdict verdict, Outcome outcome) {
        if (verdict == Verdict.NOT_GOVERNED) {
            return Optional.empty();
        }
        boolean open = outcome == Outcome.ALLOWED || outcome == Outcome.EITHER;
        if (verdict == Verdict.DENIED && open && !isToldOf(arrival)) {
            return Optional.of(Law.NEVER_WIDER);
        }
        boolean unseen = outcome == Outcome.UNSEEN && isKnownToListen(arrival);
        if (verdict == Verdict.DENIED && unseen && !isToldUnenforced(arrival.workload())) {
            return Optional.of(Law.UNSEEN_TOLD);
        }
        boolean denied = outcome == Outcome.DENIED || outcome == Outcome.EITHER;
        if (verdict == Verdict.ALLOWED && denied && isPromised(arrival) && !isObstructed(arrival)) {
            return Optional.of(Law.EXACT_ALLOWS);
        }
        return Optional.empty();
    }

    /** Whether pods are known to take datagrams there, by themselves or by a Service; of TCP it is taken to be known. */
    private boolean isKnownToListen(Arrival arrival) {
        TransportProtocol protocol = arrival.traffic().protocol();
        Workload workload = arrival.workload();
        boolean declared = workload.containerPorts().stream()
                .anyMatch(port -> port.protocol() == protocol && port.number() == arrival.port());
        return protocol == TransportProtocol.TCP
                || declared
                || trial.cluster().inventory().servicesOf(workload).stream()
                        .flatMap(service -> service.ports().stream())
                        .anyMatch(port -> port.protocol() == protocol
                                && workload.port(port).orElse(0) == arrival.port());
    }

    /** A finding that allows more is a warning at least, and says that it does, or that the mesh does not enforce. */
    private boolean isToldOf(Arrival arrival) {
        return trial.translation().diagnostics().stream()
                .filter(d -> d.severity() != Severity.INFO
                        && (d.effect() == Effect.WIDENED || d.effect() == Effect.UNENFORCED))
                .anyMatch(d -> exceptions.isSurplus(arrival, d, trial.smi(), trial.cluster()));
    }

    private boolean isObstructed(Arrival arrival) {
        return trial.translation().diagnostics().stream()
                .anyMatch(d -> exceptions.isObstacle(arrival, d, trial.smi(), trial.cluster()));
    }

    /** Whether a finding about the pods, their namespace, or a target of theirs says that the mesh does not enforce. */
    private boolean isToldUnenforced(Workload workload) {
        return trial.translation().diagnostics().stream()
                // A warning is about what binds later; what is never seen is an error.
                .filter(d -> d.effect() == Effect.UNENFORCED && d.severity() == Severity.ERROR)
                .anyMatch(d -> isAbout(d, workload));
    }

    private boolean isAbout(Diagnostic finding, Workload workload) {
        return finding.resource()
                .filter(ref -> ref.equals(workload.ref())
                        || (ref.kind().equals("Namespace") && ref.name().equals(workload.namespace()))
                        || (ref.kind().equals(ResourceKind.TRAFFIC_TARGET.kind())
                                && trial.policy().targets().stream()
                                        .anyMatch(target -> target.ref().equals(ref)
                                                && target.destinations().contains(workload))))
                .isPresent();
    }

    /** Whether a target grants it that is EXACT, or WIDENED and nothing less. */
    private boolean isPromised(Arrival arrival) {
        return trial.policy().targets().stream()
                .filter(target -> trial.isSaidInFull(target.ref(), target.uses()))
                .anyMatch(target -> Grants.allow(target, arrival));
    }
}
