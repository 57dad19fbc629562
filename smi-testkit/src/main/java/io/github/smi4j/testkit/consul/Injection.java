package io.github.smi4j.testkit.consul;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.Workload;
import java.util.Optional;
import java.util.Set;

/**
 * Whether pods get a sidecar, and whether it takes all that is sent to them. Pods that say nothing are taken to get one. The webhook
 * refuses pods with a flag that is none, and with several services and a transparent proxy.
 */
final class Injection {
    private static final Set<String> WITHOUT = Set.of("kube-system", "kube-public", "local-path-storage");
    private static final String TRANSPARENT = "transparent-proxy";
    private static final String EXCLUDED = "transparent-proxy-exclude-inbound-ports";

    private final Inventory inventory;
    private final Settings settings;

    Injection(Inventory inventory, Settings settings) {
        this.inventory = inventory;
        this.settings = settings;
    }

    /** What becomes of pods. */
    enum State {
        /** They have a sidecar. */
        INJECTED,
        /** They have none, and run. */
        OUTSIDE,
        /** They are refused. */
        REFUSED
    }

    /** Whether pods of a namespace can have a sidecar. */
    static boolean mayInject(String namespace) {
        return !WITHOUT.contains(namespace);
    }

    State of(Workload workload) {
        boolean before =
                !PodAnnotations.of(workload, "connect-inject-status").orElse("").isEmpty();
        if (!mayInject(workload.namespace()) || workload.hostNetwork() || before) {
            return State.OUTSIDE;
        }
        Optional<String> inject = PodAnnotations.of(workload, "connect-inject");
        Optional<Boolean> wanted = inject.isEmpty() ? Optional.of(true) : PodAnnotations.flag(inject.get());
        if (wanted.isPresent() && !wanted.get()) {
            return State.OUTSIDE;
        }
        Optional<Boolean> transparent = transparent(workload);
        boolean refused =
                wanted.isEmpty() || transparent.isEmpty() || (transparent.get() && hasSeveralServices(workload));
        return refused ? State.REFUSED : State.INJECTED;
    }

    /** Whether pods are of the old kind that has a sidecar for each of several services. */
    static boolean hasSeveralServices(Workload workload) {
        return PodAnnotations.list(workload, "connect-service").size() > 1;
    }

    /** Whether all that is sent to pods goes through the sidecar. */
    boolean isTransparent(Workload workload) {
        return transparent(workload).orElse(false);
    }

    private Optional<Boolean> transparent(Workload workload) {
        String ofNamespace = inventory.namespaceLabels(workload.namespace()).get(PodAnnotations.PREFIX + TRANSPARENT);
        return PodAnnotations.of(workload, TRANSPARENT)
                .or(() -> Optional.ofNullable(ofNamespace))
                .map(PodAnnotations::flag)
                .orElse(Optional.of(settings.transparentProxy()));
    }

    /** Whether a port is kept from the sidecar: by its number, or within a range with a colon. */
    static boolean isExcluded(Workload workload, int port) {
        return PodAnnotations.list(workload, EXCLUDED).stream()
                .filter(part -> !part.isEmpty())
                .anyMatch(part -> contains(part, port));
    }

    private static boolean contains(String part, int port) {
        String[] ends = part.split(":", -1);
        try {
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            return first <= port && port <= last;
        } catch (NumberFormatException e) {
            throw new UnsupportedOperationException("the model of Consul does not know the ports " + part, e);
        }
    }
}
