package io.github.smi4j.translate.istio;

import io.github.smi4j.inventory.Workload;
import java.util.Map;
import java.util.Optional;

/**
 * What arrives at a pod.
 *
 * @param principal the caller's SPIFFE id without its scheme; absent without mutual TLS
 * @param workload whose pod it is
 * @param port the port of the pod
 * @param call the HTTP request; absent for bytes that are none
 */
record Arrival(Optional<String> principal, Workload workload, int port, Optional<Call> call) {
    /**
     * An HTTP request.
     *
     * @param method the method
     * @param path the path, without a query
     * @param headers the headers, names in lower case
     */
    record Call(String method, String path, Map<String, String> headers) {}
}
