/** The laws that a translation owes, checked on many random bundles. */
@NullMarked
package io.github.smi4j.testkit.proof;

import org.jspecify.annotations.NullMarked;
