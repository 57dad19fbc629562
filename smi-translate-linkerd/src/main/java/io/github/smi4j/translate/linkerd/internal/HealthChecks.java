package io.github.smi4j.translate.linkerd.internal;

import io.github.smi4j.inventory.HttpProbe;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.regex.RequestDomain;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the kubelet asks of pods by HTTP, to see whether they are well. It has no identity. */
final class HealthChecks {
    private static final int MAX_PATH = 1024;

    private HealthChecks() {}

    /** The paths that are asked for at a port of pods, without queries. */
    static SortedSet<String> paths(ServerDraft draft) {
        SortedSet<String> paths = new TreeSet<>();
        for (Workload workload : draft.group().workloads()) {
            workload.httpProbes().stream()
                    .filter(probe -> port(workload, probe) == draft.port())
                    .forEach(probe -> paths.add(probe.path().split("\\?", -1)[0]));
        }
        return paths;
    }

    /** Whether a route can be for a path alone. */
    static boolean isWritable(String path) {
        return RequestDomain.PATH.contains(path) && path.length() <= MAX_PATH;
    }

    /** The port of the pods that is asked; 0 where it is a name that they do not have. */
    static int port(Workload workload, HttpProbe probe) {
        return workload.port(
                        ServicePort.builder().number(1).targetPort(probe.port()).build())
                .orElse(0);
    }
}
