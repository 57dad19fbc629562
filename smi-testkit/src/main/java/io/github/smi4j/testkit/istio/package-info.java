/**
 * Istio as its documentation and Envoy's describe it, executable: AuthorizationPolicy, PeerAuthentication and VirtualService for
 * workloads with sidecars. Nothing here knows the translator.
 */
@NullMarked
package io.github.smi4j.testkit.istio;

import org.jspecify.annotations.NullMarked;
