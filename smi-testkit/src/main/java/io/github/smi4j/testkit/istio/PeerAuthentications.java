package io.github.smi4j.testkit.istio;

import io.github.smi4j.inventory.Workload;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether pods take mutual TLS, plain text, or both (Istio, "PeerAuthentication"): workload before namespace before mesh. */
final class PeerAuthentications {
    private final ResourcesInForce resources;

    /** How pods take connections. */
    enum Mode {
        /** Mutual TLS only. */
        STRICT,
        /** With mutual TLS or without. */
        PERMISSIVE,
        /** Without, so that no caller has an identity. */
        DISABLE
    }

    PeerAuthentications(ResourcesInForce resources) {
        this.resources = resources;
    }

    Mode mode(Workload workload, int port) {
        return Stream.of(
                        workloadMode(workload, port),
                        first(r -> !resources.isInRoot(r) && isUnselective(r) && resources.selects(r, workload)),
                        first(r -> resources.isInRoot(r) && isUnselective(r)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Mode.PERMISSIVE);
    }

    /** The oldest for the workload; those of the root namespace are for the mesh or nothing. */
    private Optional<Mode> workloadMode(Workload workload, int port) {
        return all().filter(r -> !resources.isInRoot(r) && !isUnselective(r) && resources.selects(r, workload))
                .findFirst()
                .flatMap(r -> {
                    Map<?, ?> spec = Fields.object(r, "spec");
                    Map<?, ?> ofPort = Fields.object(Fields.object(spec, "portLevelMtls"), String.valueOf(port));
                    return read(ofPort).or(() -> read(Fields.object(spec, "mtls")));
                });
    }

    private Optional<Mode> first(Predicate<Map<?, ?>> test) {
        return all().filter(test).findFirst().flatMap(r -> read(Fields.object(Fields.object(r, "spec"), "mtls")));
    }

    private Stream<Map<?, ?>> all() {
        List<Map<?, ?>> all = resources.ofKind("PeerAuthentication");
        all.forEach(r -> Fields.requireKnown(
                Fields.object(r, "spec"), "a PeerAuthentication", "selector", "mtls", "portLevelMtls"));
        return all.stream();
    }

    private static boolean isUnselective(Map<?, ?> resource) {
        return ResourcesInForce.labels(resource).isEmpty();
    }

    /** What is not set is taken from the next wider resource. */
    private static Optional<Mode> read(Map<?, ?> mtls) {
        Fields.requireKnown(mtls, "mtls", "mode");
        String mode = Fields.text(mtls, "mode");
        return mode.isEmpty() || mode.equals("UNSET") ? Optional.empty() : Optional.of(Mode.valueOf(mode));
    }
}
