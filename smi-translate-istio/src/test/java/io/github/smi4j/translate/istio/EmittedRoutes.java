package io.github.smi4j.translate.istio;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads an emitted VirtualService as Istio's documentation says: the first route that matches decides.
 *
 * @param tree the VirtualService
 */
record EmittedRoutes(Map<?, ?> tree) {
    private static final String SUFFIX = "." + SplitBundle.NAMESPACE + ".svc.cluster.local";

    List<Map<?, ?>> http() {
        return objects(object(tree, "spec"), "http");
    }

    List<Map<?, ?>> tcp() {
        return objects(object(tree, "spec"), "tcp");
    }

    String root() {
        return service((String) ((List<?>) object(tree, "spec").get("hosts")).get(0));
    }

    /** The HTTP routes that apply to a port, in order. */
    List<Map<?, ?>> http(int port) {
        return http().stream()
                .filter(route ->
                        matches(route).isEmpty() || matches(route).stream().anyMatch(m -> isFor(m, port)))
                .toList();
    }

    static List<Map<?, ?>> matches(Map<?, ?> route) {
        return objects(route, "match");
    }

    static boolean isFor(Map<?, ?> match, int port) {
        return !match.containsKey("port") || match.get("port").equals(port);
    }

    /** Whether the route takes every request to the port. */
    static boolean isUnconditional(Map<?, ?> route, int port) {
        return matches(route).isEmpty() || matches(route).stream().anyMatch(m -> m.equals(Map.of("port", port)));
    }

    /** Which weight each Service has for a request; empty where no route is for the port, and then nothing changes. */
    Map<String, BigDecimal> weights(Request request) {
        List<Map<?, ?>> routes = http(request.port());
        if (routes.isEmpty()) {
            return Map.of(root(), BigDecimal.ONE);
        }
        for (Map<?, ?> route : routes) {
            List<Map<?, ?>> matches = matches(route);
            if (matches.isEmpty() || matches.stream().anyMatch(m -> takes(m, request))) {
                return weights(route);
            }
        }
        return Map.of("404", BigDecimal.ONE);
    }

    static Map<String, BigDecimal> weights(Map<?, ?> route) {
        List<Map<?, ?>> destinations = objects(route, "route");
        Map<String, BigDecimal> weights = new TreeMap<>();
        for (Map<?, ?> destination : destinations) {
            BigDecimal weight = destinations.size() == 1
                    ? BigDecimal.ONE
                    : new BigDecimal(destination.get("weight").toString());
            if (weight.signum() > 0) {
                weights.merge(
                        service((String) object(destination, "destination").get("host")), weight, BigDecimal::add);
            }
        }
        return weights;
    }

    private static boolean takes(Map<?, ?> match, Request request) {
        return isFor(match, request.port())
                && accepts(match.get("uri"), Optional.of(request.path()))
                && accepts(match.get("method"), Optional.of(request.method()))
                && accepts(
                        match.get("authority"),
                        Optional.ofNullable(request.headers().get("host")))
                && object(match, "headers").entrySet().stream()
                        .allMatch(h -> accepts(
                                h.getValue(),
                                Optional.ofNullable(request.headers().get((String) h.getKey()))));
    }

    private static boolean accepts(Object test, Optional<String> value) {
        if (!(test instanceof Map<?, ?> match)) {
            return true;
        }
        String expected = (String) match.values().iterator().next();
        return value.filter(v -> switch ((String) match.keySet().iterator().next()) {
                    case "exact" -> v.equals(expected);
                    case "prefix" -> v.startsWith(expected);
                    case "regex" -> Pattern.matches(expected, v);
                    default -> throw new AssertionError("no such way to match: " + match);
                })
                .isPresent();
    }

    /** Every regular expression of the routes. */
    List<String> regexes() {
        List<String> found = new ArrayList<>();
        collect(tree, found);
        return found;
    }

    private static void collect(Object node, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("regex") instanceof String regex) {
                found.add(regex);
            }
            map.values().forEach(value -> collect(value, found));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, found));
        }
    }

    private static String service(String host) {
        if (!host.endsWith(SUFFIX)) {
            throw new AssertionError("not a full name: " + host);
        }
        return host.substring(0, host.length() - SUFFIX.length());
    }

    private static Map<?, ?> object(Map<?, ?> map, String field) {
        return map.get(field) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static List<Map<?, ?>> objects(Map<?, ?> map, String field) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (map.get(field) instanceof List<?> list) {
            list.forEach(element -> objects.add((Map<?, ?>) element));
        }
        return objects;
    }
}
