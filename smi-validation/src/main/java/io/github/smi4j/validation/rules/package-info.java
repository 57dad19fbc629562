/** The rules, one class each. */
@NullMarked
package io.github.smi4j.validation.rules;

import org.jspecify.annotations.NullMarked;
