package io.github.smi4j.it.meaning;

import com.google.re2j.Pattern;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.ServicePort;
import io.github.smi4j.model.Backend;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.regex.RequestDomain;
import io.github.smi4j.testkit.mesh.Dispatch;
import io.github.smi4j.testkit.mesh.Routes;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Splits with their groups, and the ports of each Service.
 *
 * @param resources splits and groups
 * @param ports the ports of each Service by name; empty where Services are unknown
 */
record SplitBundle(List<SmiResource> resources, Map<String, List<ServicePort>> ports) {
    static final String NAMESPACE = "shop";
    static final List<String> ROOTS = List.of("web", "api");
    static final List<Integer> HTTP_PORTS = List.of(80, 90, 8080);

    private static final List<String> BACKENDS = List.of("b0", "b1", "b2", "b3", "web");
    private static final List<Long> WEIGHTS = List.of(0L, 0L, 1L, 3L, 10L, 90L, 2147483647L, 3000000001L, 7000000000L);
    private static final List<ServicePort> PORTS = List.of(
            ServicePort.tcp(80, "http"),
            ServicePort.tcp(90, "http-admin"),
            ServicePort.builder().number(8080).build(),
            ServicePort.tcp(3306, "tcp-db"));
    private static final List<String> PATTERNS = List.of(
            "/a", "/b", "/api", "[ab]", "[0-9]+", "x*", "(?:c|d)", "(e|f)?", "/?", ".*", "\\.", "(?i:z)", "\\w",
            "[^/]*", "$", "|/b", "^/a", "(?i)q", "/{2}");
    private static final List<String> PATH_PARTS =
            List.of("/a", "/b", "/api", "a", "b", "7", "x", "c", "d", "e", ".", "Z", "Q", "/", "//", "0");
    private static final List<String> VALUES = List.of("a", "b", "ab", "a,b", "", "A", "Firefox/1.0", "7");
    private static final List<String> VALUE_PATTERNS =
            List.of("a", ".*", "a|b", ".+", "(?i)a", ".*Firefox.*", "[ab]+", "", "^a$", "\\d");
    private static final List<String> HEADERS = List.of("x-a", "X-B", "Host");
    private static final List<String> METHODS = List.of("GET", "PUT", "M-SEARCH", "*", "A.B");

    static SplitBundle random(Random random) {
        List<SmiResource> resources = new ArrayList<>();
        for (String root : ROOTS) {
            int which = random.nextInt(4);
            if (which != 0) {
                resources.add(split(root, "all", random).build());
            }
            if (which != 1) {
                String name = root + "-group";
                resources.add(split(root, "some", random)
                        .matches(SplitMatches.httpRouteGroups(name))
                        .build());
                resources.add(group(name, random));
            }
        }
        return new SplitBundle(resources, random.nextInt(4) == 0 ? Map.of() : ports(random));
    }

    private static Map<String, List<ServicePort>> ports(Random random) {
        Map<String, List<ServicePort>> ports = new TreeMap<>();
        for (String service : List.of("web", "api", "b0", "b1", "b2", "b3")) {
            ports.put(
                    service, PORTS.stream().filter(p -> random.nextInt(6) != 0).toList());
        }
        return ports;
    }

    private static TrafficSplit.Builder split(String root, String suffix, Random random) {
        TrafficSplit.Builder split = TrafficSplit.builder()
                .name(root + "-" + suffix)
                .namespace(NAMESPACE)
                .service(root);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            long weight = random.nextInt(3) == 0 ? random.nextInt(1000) : pick(WEIGHTS, random);
            split.addBackend(pick(BACKENDS, random), weight);
        }
        return split;
    }

    private static HTTPRouteGroup group(String name, Random random) {
        HTTPRouteGroup.Builder group = HTTPRouteGroup.builder().name(name).namespace(NAMESPACE);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            group.addMatch(match("m" + i, random));
        }
        return group.build();
    }

    private static HTTPMatch match(String name, Random random) {
        HTTPMatch.Builder match = HTTPMatch.builder().name(name);
        int parts = 1 + random.nextInt(7);
        if ((parts & 1) != 0) {
            match.pathRegex(text(PATTERNS, 1 + random.nextInt(4), random));
        }
        if ((parts & 2) != 0) {
            IntStream.rangeClosed(0, random.nextInt(2)).forEach(i -> match.addMethod(pick(METHODS, random)));
        }
        if ((parts & 4) != 0) {
            Map<String, String> headers = new LinkedHashMap<>();
            IntStream.rangeClosed(0, random.nextInt(2))
                    .forEach(i -> headers.put(pick(HEADERS, random), pick(VALUE_PATTERNS, random)));
            match.headers(headers);
        }
        return match.build();
    }

    static Dispatch request(String root, Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : List.of("x-a", "x-b")) {
            if (random.nextBoolean()) {
                headers.put(header, pick(VALUES, random));
            }
        }
        headers.put("host", random.nextBoolean() ? "web.shop:80" : "a");
        String path = "/" + text(PATH_PARTS, random.nextInt(4), random).replaceFirst("^/", "");
        String method = pick(List.of("GET", "PUT", "M-SEARCH", "AxB", "A.B"), random);
        boolean normal = RequestDomain.PATH.contains(path);
        return new Dispatch(
                new ServiceName(NAMESPACE, root),
                pick(HTTP_PORTS, random),
                new Traffic.Http(method, normal ? path : "/", headers));
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static String text(List<String> parts, int count, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pick(parts, random));
        }
        return text.toString();
    }

    Inventory inventory() {
        Inventory.Builder inventory = Inventory.builder();
        ports.forEach((service, list) -> inventory.addService(
                KubernetesService.of(new ServiceName(NAMESPACE, service), list.toArray(ServicePort[]::new))));
        return inventory.build();
    }

    /** Whether the root has this port, as far as is known. */
    boolean hasPort(String service, int port) {
        return ports.isEmpty() || ports.get(service).stream().anyMatch(p -> p.number() == port);
    }

    /** Which weight each backend of the root has for a request, as SMI says; the root alone where nothing is split. */
    Routes routes(Dispatch dispatch) {
        List<TrafficSplit> splits = splits(dispatch.service().name());
        for (TrafficSplit split : splits) {
            if (weights(split, dispatch.port()).isEmpty() || isFaulty(split)) {
                return Routes.all(dispatch.service(), dispatch.port());
            }
        }
        return splits.stream()
                .filter(split -> matches(split, (Traffic.Http) dispatch.traffic()))
                .reduce((all, some) -> some)
                .map(split -> new Routes(weights(split, dispatch.port()), BigInteger.ZERO))
                .orElseGet(() -> Routes.all(dispatch.service(), dispatch.port()));
    }

    List<TrafficSplit> splits(String root) {
        return resources.stream()
                .filter(r -> r instanceof TrafficSplit split && split.service().equals(root))
                .map(TrafficSplit.class::cast)
                .toList();
    }

    /** Whether the group has a match that tests nothing. */
    private boolean isFaulty(TrafficSplit split) {
        return group(split).stream()
                .flatMap(g -> g.matches().stream())
                .anyMatch(m -> m.pathRegex().orElse("").isEmpty()
                        && m.methods().isEmpty()
                        && m.headers().isEmpty());
    }

    private SortedMap<Routes.Place, BigInteger> weights(TrafficSplit split, int port) {
        SortedMap<Routes.Place, BigInteger> weights = new TreeMap<>();
        for (Backend backend : split.backends()) {
            if (backend.weight().signum() > 0 && hasPort(backend.service(), port)) {
                Routes.Place place = new Routes.Place(new ServiceName(NAMESPACE, backend.service()), port);
                weights.merge(place, backend.weight().value().toBigIntegerExact(), BigInteger::add);
            }
        }
        return weights;
    }

    private Optional<HTTPRouteGroup> group(TrafficSplit split) {
        return resources.stream()
                .filter(r -> split.matches() instanceof SplitMatches.Groups groups
                        && r instanceof HTTPRouteGroup group
                        && group.metadata()
                                .displayName()
                                .equals(groups.groups().get(0).name()))
                .map(HTTPRouteGroup.class::cast)
                .findFirst();
    }

    private boolean matches(TrafficSplit split, Traffic.Http request) {
        return split.matches() instanceof SplitMatches.None
                || group(split).orElseThrow().matches().stream().anyMatch(m -> matches(m, request));
    }

    private static boolean matches(HTTPMatch match, Traffic.Http request) {
        boolean path = match.pathRegex()
                .map(re -> Pattern.compile("^(?:" + re + ")")
                        .matcher(request.path())
                        .find())
                .orElse(true);
        boolean method = match.methods().isEmpty()
                || match.methods().contains("*")
                || match.methods().contains(request.method());
        return path
                && method
                && match.headers().entrySet().stream()
                        .allMatch(h -> Optional.ofNullable(
                                        request.headers().get(h.getKey().toLowerCase(Locale.ROOT)))
                                .filter(value -> Pattern.matches(h.getValue(), value))
                                .isPresent());
    }
}
