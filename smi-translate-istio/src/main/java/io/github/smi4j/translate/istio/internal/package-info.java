/** How SMI becomes Istio: one mapper for each SMI kind. Not exported. */
@NullMarked
package io.github.smi4j.translate.istio.internal;

import org.jspecify.annotations.NullMarked;
