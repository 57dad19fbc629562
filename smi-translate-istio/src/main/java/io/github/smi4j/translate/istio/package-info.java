/** The translator to Istio, its settings and its findings; docs/mapping/istio.md tells the mapping field by field. */
@NullMarked
package io.github.smi4j.translate.istio;

import org.jspecify.annotations.NullMarked;
