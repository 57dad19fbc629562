/**
 * The codec: plain trees to values and back, one class for each kind, written out by hand. One model serves all versions
 * of a kind, each fault needs its path, and the order of fields is part of the output; data binding gives none of these.
 */
@NullMarked
package io.github.smi4j.internal.codec;

import org.jspecify.annotations.NullMarked;
