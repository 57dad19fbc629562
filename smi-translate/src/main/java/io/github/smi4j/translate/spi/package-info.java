/**
 * The contract between smi4j and a mesh: a plugin implements {@link io.github.smi4j.translate.spi.MeshTranslator} and
 * depends on this package and on the types it mentions. Everything else is done for it: resolution, options, positions, order, uniqueness and
 * faults.
 */
@NullMarked
package io.github.smi4j.translate.spi;

import org.jspecify.annotations.NullMarked;
