package io.github.smi4j.policy;

import io.github.smi4j.inventory.ServiceName;
import java.math.BigInteger;
import java.util.Objects;

/**
 * The part of the traffic that a backend takes: its weight over the sum of the weights beside it.
 *
 * @param backend the backend's Service
 * @param weight a whole number &gt;= 0; 0 takes no traffic
 */
public record Share(ServiceName backend, BigInteger weight) {
    /** Refuses null and negative weights. */
    public Share {
        Objects.requireNonNull(backend, "backend");
        if (weight.signum() < 0) {
            throw new IllegalArgumentException("a weight must be >= 0, was " + weight);
        }
    }
}
