package io.github.smi4j.testkit;

import io.github.smi4j.model.ResourceSet;

/** Assertions about SMI resources, for tests of their users. */
public final class SmiAssertions {
    private SmiAssertions() {}

    /** About who may call whom by the resources of a set, with the cluster that it tells of. */
    public static AccessAssert assertThat(ResourceSet set) {
        return new AccessAssert(set);
    }
}
