package io.github.smi4j.inventory;

import java.util.Objects;

/**
 * A health check that the kubelet makes by HTTP (Kubernetes API, {@code HTTPGetAction}).
 *
 * @param path the path, {@code /} unless declared
 * @param port the port of the pod, by number or by the name of a container port
 */
public record HttpProbe(String path, TargetPort port) {
    /** Refuses null. */
    public HttpProbe {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(port, "port");
    }
}
