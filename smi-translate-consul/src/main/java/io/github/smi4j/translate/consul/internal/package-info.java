/** From the reading of SMI to config entries of Consul. */
@NullMarked
package io.github.smi4j.translate.consul.internal;

import org.jspecify.annotations.NullMarked;
