/** The translators that are installed, and what a translation gives. */
@NullMarked
package io.github.smi4j.translate;

import org.jspecify.annotations.NullMarked;
