/** How SMI becomes Linkerd. Not part of the API. */
@NullMarked
package io.github.smi4j.translate.linkerd.internal;

import org.jspecify.annotations.NullMarked;
