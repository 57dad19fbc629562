/** What the executable models share: reading plain trees, and what a cluster asks of every resource. */
@NullMarked
package io.github.smi4j.testkit.tree;

import org.jspecify.annotations.NullMarked;
