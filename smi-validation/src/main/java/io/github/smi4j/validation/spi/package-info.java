/**
 * The contract of rules. A rule of somebody else implements {@link io.github.smi4j.validation.spi.ResourceRule} or
 * {@link io.github.smi4j.validation.spi.SetRule} and is named as a service
 * {@code io.github.smi4j.validation.spi.Rule}.
 */
@NullMarked
package io.github.smi4j.validation.spi;

import org.jspecify.annotations.NullMarked;
