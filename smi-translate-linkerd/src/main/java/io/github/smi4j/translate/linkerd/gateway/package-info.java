/** Routes of the Gateway API, as Linkerd reads them. */
@NullMarked
package io.github.smi4j.translate.linkerd.gateway;

import org.jspecify.annotations.NullMarked;
