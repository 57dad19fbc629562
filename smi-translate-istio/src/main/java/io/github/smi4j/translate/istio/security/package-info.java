/** The resources of Istio's security API that are emitted, typed. */
@NullMarked
package io.github.smi4j.translate.istio.security;

import org.jspecify.annotations.NullMarked;
