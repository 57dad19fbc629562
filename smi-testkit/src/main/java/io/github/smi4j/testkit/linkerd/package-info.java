/**
 * Linkerd as its documentation and its sources describe it, executable: Server, HTTPRoute, TCPRoute, AuthorizationPolicy and
 * ServiceProfile for pods with proxies. Nothing here knows the translator.
 */
@NullMarked
package io.github.smi4j.testkit.linkerd;

import org.jspecify.annotations.NullMarked;
