/** Finds all that is wrong with SMI resources; {@link io.github.smi4j.validation.SmiValidator} is the entry. */
@NullMarked
package io.github.smi4j.validation;

import org.jspecify.annotations.NullMarked;
