package io.github.smi4j.translate.istio;

import java.util.Map;

/**
 * A request to a port of a Service.
 *
 * @param port the port
 * @param method the method
 * @param path the path, without a query
 * @param headers the headers, names in lower case
 */
record Request(int port, String method, String path, Map<String, String> headers) {}
