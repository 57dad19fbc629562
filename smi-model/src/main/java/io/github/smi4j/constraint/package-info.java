/**
 * SMI resources under Jakarta Validation: {@link io.github.smi4j.constraint.ValidSmi} is on every resource, and the rules
 * come from {@code smi-validation}, if it is there.
 */
@NullMarked
package io.github.smi4j.constraint;

import org.jspecify.annotations.NullMarked;
