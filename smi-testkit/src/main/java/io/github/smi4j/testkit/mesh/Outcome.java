package io.github.smi4j.testkit.mesh;

/** What a mesh does with what arrives at a pod. */
public enum Outcome {
    /** It reaches the pod. */
    ALLOWED,
    /** It does not. */
    DENIED,
    /**
     * It depends on what the inventory does not tell, for example on which of two Services is older. Where SMI denies it counts as
     * allowed, and where an EXACT target allows as denied.
     */
    EITHER,
    /**
     * The mesh cannot carry this kind of traffic on this port, whatever its resources say; for example bytes where it expects HTTP.
     * It violates no law.
     */
    NOT_CARRIED,
    /**
     * It passes by the mesh, whatever its resources say; for example UDP where only TCP is captured. Where SMI denies, a finding
     * must say UNENFORCED.
     */
    UNSEEN
}
