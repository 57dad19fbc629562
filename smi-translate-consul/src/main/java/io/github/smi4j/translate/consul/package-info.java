/** The translator to Consul, its settings and what it reports. */
@NullMarked
package io.github.smi4j.translate.consul;

import org.jspecify.annotations.NullMarked;
