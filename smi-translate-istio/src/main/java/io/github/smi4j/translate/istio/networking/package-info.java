/** Resources of Istio's API group {@code networking.istio.io}, as far as the translator emits them. */
@NullMarked
package io.github.smi4j.translate.istio.networking;

import org.jspecify.annotations.NullMarked;
