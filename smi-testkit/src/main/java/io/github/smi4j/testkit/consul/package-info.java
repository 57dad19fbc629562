/**
 * Consul as its documentation and the sources of its controllers describe it, executable: intentions, service defaults and
 * discovery chains for pods with sidecars. Nothing here knows the translator.
 */
@NullMarked
package io.github.smi4j.testkit.consul;

import org.jspecify.annotations.NullMarked;
