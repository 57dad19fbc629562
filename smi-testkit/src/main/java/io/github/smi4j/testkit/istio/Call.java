package io.github.smi4j.testkit.istio;

import io.github.smi4j.policy.Traffic;
import java.util.Optional;

/**
 * A connection or request as a proxy judges it.
 *
 * @param principal the caller's SPIFFE id without its scheme; absent without mutual TLS
 * @param port the port of the pod
 * @param request the request; absent where the proxy sees bytes
 */
record Call(Optional<String> principal, int port, Optional<Traffic.Http> request) {}
