/** The {@code smi} command. */
@NullMarked
package io.github.smi4j.cli;

import org.jspecify.annotations.NullMarked;
