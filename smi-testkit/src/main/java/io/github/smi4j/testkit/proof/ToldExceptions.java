package io.github.smi4j.testkit.proof;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Cluster;

/** Where a mesh may do something else than SMI says, since a finding says so. Anything else violates the promise. */
public interface ToldExceptions {
    /** There are none. */
    ToldExceptions NONE = new ToldExceptions() {};

    /**
     * Whether a finding tells of what is allowed here; never unless overridden.
     *
     * @param arrival what the mesh allows and SMI denies
     * @param finding one of the translation
     * @param smi what SMI says
     * @param cluster what else is there, and the settings
     */
    default boolean isSurplus(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        return false;
    }

    /**
     * Whether a finding tells of something that the cluster has already, and that denies what is sent; never unless overridden.
     *
     * @param arrival what the mesh denies, and a target allows that is EXACT
     * @param finding one of the translation
     * @param smi what SMI says
     * @param cluster what else is there, and the settings
     */
    default boolean isObstacle(Arrival arrival, Diagnostic finding, Evaluator smi, Cluster cluster) {
        return false;
    }

    /**
     * Whether a finding tells that a port of a root, which its message names, is neither split as SMI says nor left as it was;
     * never unless overridden.
     *
     * @param finding one of the translation about a TrafficSplit of the root
     */
    default boolean isDiversion(Diagnostic finding) {
        return false;
    }
}
