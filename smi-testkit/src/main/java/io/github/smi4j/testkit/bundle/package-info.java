/**
 * Random bundles for tests: SMI resources with faulty ones among them, the cluster that they are for, and what is sent to it. They
 * are drawn from a seed, and shrink to the smallest that still fails.
 */
@NullMarked
package io.github.smi4j.testkit.bundle;

import org.jspecify.annotations.NullMarked;
