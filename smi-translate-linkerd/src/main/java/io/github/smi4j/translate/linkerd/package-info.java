/** Translates SMI to Linkerd. */
@NullMarked
package io.github.smi4j.translate.linkerd;

import org.jspecify.annotations.NullMarked;
