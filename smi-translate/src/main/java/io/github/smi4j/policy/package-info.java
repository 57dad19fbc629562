/**
 * The one reading of SMI that all translators share: {@link io.github.smi4j.policy.ResolvedPolicy}.
 * References are resolved, names qualified, weights and ports worked out, and everything that is wrong with meaning and
 * references has been reported.
 */
@NullMarked
package io.github.smi4j.policy;

import org.jspecify.annotations.NullMarked;
