/** Config entries of Consul: what they say, as resources of Kubernetes and in the form that Consul itself reads. */
@NullMarked
package io.github.smi4j.translate.consul.config;

import org.jspecify.annotations.NullMarked;
