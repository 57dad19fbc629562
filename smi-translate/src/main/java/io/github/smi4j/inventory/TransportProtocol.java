package io.github.smi4j.inventory;

/** The transport protocol of a Service port (Kubernetes API, {@code ServicePort.protocol}). */
public enum TransportProtocol {
    /** TCP, the default. */
    TCP,
    /** UDP. */
    UDP,
    /** SCTP. */
    SCTP
}
