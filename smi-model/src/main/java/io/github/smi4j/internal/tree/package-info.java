/** Plain trees of maps, lists and scalars: frozen copies, and the positions of their nodes. */
@NullMarked
package io.github.smi4j.internal.tree;

import org.jspecify.annotations.NullMarked;
