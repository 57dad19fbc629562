package io.github.smi4j.translate.consul;

import static io.github.smi4j.testkit.proof.Law.ACCEPTED;
import static io.github.smi4j.testkit.proof.Law.EXACT_ALLOWS;
import static io.github.smi4j.testkit.proof.Law.NEVER_WIDER;
import static io.github.smi4j.testkit.proof.Law.SAME_SHARES;
import static io.github.smi4j.testkit.proof.Law.UNSEEN_TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.KubernetesService;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.policy.Share;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.bundle.ClusterStyle;
import io.github.smi4j.testkit.consul.ConsulModel;
import io.github.smi4j.testkit.proof.AlteredTranslator;
import io.github.smi4j.testkit.proof.AlteredTranslator.Alteration;
import io.github.smi4j.testkit.proof.Law;
import io.github.smi4j.testkit.proof.Proof;
import io.github.smi4j.testkit.proof.ProofReport;
import io.github.smi4j.testkit.proof.Violation;
import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.Trees;
import io.github.smi4j.translate.spi.TranslationContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof can fail: it catches translators that walk into what makes translations to Consul silently wrong. */
class WrongTranslatorsTest {
    private static final int BUNDLES = 128;
    private static final int TRIES = 50;
    private static final String INTENTIONS = "ServiceIntentions";
    private static final String DEFAULTS = "ServiceDefaults";
    private static final String ROUTER = "ServiceRouter";
    private static final String SPLITTER = "ServiceSplitter";
    private static final String SOURCES = "spec.sources";
    private static final String PERMISSIONS = SOURCES + ".permissions";
    private static final String HTTP = PERMISSIONS + ".http";
    private static final String ROUTES = "spec.routes";
    private static final String MATCH = ROUTES + ".match.http";
    private static final String SPLITS = "spec.splits";
    private static final Map<String, Object> ANY =
            Map.of("header", List.of(Map.of("name", ":method", "present", true)));

    private static Arguments several(String trap, Law law, String kind, Alteration mistake) {
        Alteration alteration = tree -> kind.equals(tree.get("kind")) ? mistake.alter(tree) : List.of(tree);
        return Arguments.of(trap, law, AlteredTranslator.of(ConsulTranslator.create(), alteration, code -> true));
    }

    private static Arguments wrong(String trap, Law law, String kind, UnaryOperator<Map<String, Object>> mistake) {
        return several(trap, law, kind, tree -> List.of(mistake.apply(tree)));
    }

    private static Arguments access(String trap, Law law, String path, UnaryOperator<Object> mistake) {
        return wrong(trap, law, INTENTIONS, tree -> Trees.change(tree, path, mistake));
    }

    private static Arguments source(String trap, Law law, UnaryOperator<Map<String, Object>> mistake) {
        return access(trap, law, SOURCES, sources -> each(sources, mistake));
    }

    private static Arguments split(String trap, Law law, UnaryOperator<List<Map<String, Object>>> mistake) {
        return wrong(trap, law, SPLITTER, tree -> Trees.change(tree, SPLITS, splits -> mistake.apply(objects(splits))));
    }

    private static Arguments route(String trap, UnaryOperator<Map<String, Object>> mistake) {
        return wrong(trap, SAME_SHARES, ROUTER, mistake);
    }

    private static Arguments silent(Law law, ConsulCode... codes) {
        Set<ConsulCode> left = Set.of(codes);
        return Arguments.of(
                "nothing said: " + List.of(codes),
                law,
                AlteredTranslator.of(
                        ConsulTranslator.create(),
                        List::of,
                        code -> !(code instanceof ConsulCode c && left.contains(c))));
    }

    private static Arguments byInput(String trap, Law law, Function<TranslationContext, Alteration> mistake) {
        return Arguments.of(trap, law, AlteredTranslator.byInput(ConsulTranslator.create(), mistake, code -> true));
    }

    private static Arguments at(ConsulGate gate, Arguments mistake) {
        List<Object> all = new ArrayList<>(List.of(mistake.get()));
        all.add(gate);
        return Arguments.of(all.toArray());
    }

    private static List<Map<String, Object>> objects(Object list) {
        return Trees.objects(Map.of("list", list), "list");
    }

    private static Object each(Object list, UnaryOperator<Map<String, Object>> change) {
        return objects(list).stream().map(change).toList();
    }

    private static Map<String, Object> with(Map<String, Object> tree, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(tree);
        changed.put(name, value);
        return changed;
    }

    private static boolean isEverybody(Map<String, Object> source) {
        return "*".equals(source.get("name"));
    }

    static Stream<Arguments> widerAccess() {
        return Stream.of(
                access(
                        "no permission that refuses the rest",
                        NEVER_WIDER,
                        PERMISSIONS,
                        list -> ((List<?>) list).subList(0, ((List<?>) list).size() - 1)),
                several("nothing said of all other callers", NEVER_WIDER, INTENTIONS, WrongTranslatorsTest::forNamed),
                source("all other callers allowed", NEVER_WIDER, s -> isEverybody(s) ? with(s, "action", "allow") : s),
                source("an action in place of permissions", NEVER_WIDER, WrongTranslatorsTest::asAction),
                access("callers under each other's names", NEVER_WIDER, SOURCES, WrongTranslatorsTest::rotated),
                access("the permission that refuses first", EXACT_ALLOWS, PERMISSIONS, list -> {
                    List<Object> others = new ArrayList<>((List<?>) list);
                    Collections.rotate(others, 1);
                    return others;
                }),
                wrong(
                        "methods left out",
                        NEVER_WIDER,
                        INTENTIONS,
                        t -> orAny(Trees.remove(t, HTTP + ".methods"), PERMISSIONS)),
                wrong(
                        "headers left out",
                        NEVER_WIDER,
                        INTENTIONS,
                        t -> orAny(Trees.change(t, HTTP, WrongTranslatorsTest::withoutHeaders), PERMISSIONS)),
                access("paths left out", NEVER_WIDER, HTTP, WrongTranslatorsTest::withoutPath),
                wrong(
                        "all other callers of the own namespace only",
                        NEVER_WIDER,
                        INTENTIONS,
                        t -> Trees.removeIf(t, SOURCES + ".namespace", "*"::equals)),
                several(
                        "services that nobody may call without intentions",
                        NEVER_WIDER,
                        INTENTIONS,
                        t -> Trees.objects(Trees.object(t.get("spec")), "sources")
                                                .size()
                                        == 1
                                ? List.of()
                                : List.of(t)),
                several("no intentions", NEVER_WIDER, INTENTIONS, t -> List.of()),
                several(
                        "intentions for all services in place of each",
                        NEVER_WIDER,
                        INTENTIONS,
                        t -> List.of(Trees.change(t, "spec.destination.name", name -> "other"))));
    }

    static Stream<Arguments> narrowerAccess() {
        return Stream.of(
                several("permissions without ServiceDefaults", EXACT_ALLOWS, DEFAULTS, t -> List.of()),
                wrong("permissions of a tcp service", EXACT_ALLOWS, DEFAULTS, t -> spoken(t, "tcp")),
                wrong("defaults without a protocol", EXACT_ALLOWS, DEFAULTS, t -> spoken(t, "")),
                access("a path expression without its open end", EXACT_ALLOWS, HTTP, WrongTranslatorsTest::closed),
                access(
                        "a prefix as an exact path",
                        EXACT_ALLOWS,
                        HTTP,
                        http -> renamed(http, "pathPrefix", "pathExact")),
                access(
                        "the pattern of a header as its value",
                        EXACT_ALLOWS,
                        HTTP + ".header",
                        headers -> each(headers, h -> Trees.object(renamed(h, "regex", "exact")))),
                several(
                        "two entries for one destination",
                        EXACT_ALLOWS,
                        INTENTIONS,
                        WrongTranslatorsTest::oneForEachSource),
                access(
                        "the last caller left out",
                        EXACT_ALLOWS,
                        SOURCES,
                        sources -> objects(sources).stream().skip(1).toList()),
                source(
                        "only the first request",
                        EXACT_ALLOWS,
                        s -> Trees.change(
                                s,
                                "permissions",
                                p -> List.of(((List<?>) p).get(0), ((List<?>) p).get(((List<?>) p).size() - 1)))),
                access(
                        "a namespace that the edition does not have",
                        EXACT_ALLOWS,
                        SOURCES,
                        sources ->
                                each(sources, s -> s.containsKey("namespace") ? s : with(s, "namespace", "default"))));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                access("methods in lower case", ACCEPTED, HTTP + ".methods", Trees.texts(String::toLowerCase)),
                access("any method as a star", ACCEPTED, HTTP + ".methods", methods -> List.of("*")),
                access("a request without tests", ACCEPTED, HTTP, http -> Map.of()),
                wrong("a permission without its request", ACCEPTED, INTENTIONS, t -> Trees.remove(t, HTTP)),
                source(
                        "an action beside permissions",
                        ACCEPTED,
                        s -> s.containsKey("permissions") ? with(s, "action", "allow") : s),
                access("a caller twice", ACCEPTED, SOURCES, sources -> {
                    List<Object> twice = new ArrayList<>((List<?>) sources);
                    twice.add(twice.get(0));
                    return twice;
                }),
                access("no callers", ACCEPTED, SOURCES, sources -> List.of()),
                access("permissions for all services", ACCEPTED, "spec.destination.name", name -> "*"),
                access(
                        "two tests of a path",
                        ACCEPTED,
                        HTTP,
                        http -> with(Trees.object(http), "pathRegex", "/.*").containsKey("pathPrefix")
                                ? with(Trees.object(http), "pathRegex", "/.*")
                                : http),
                access("a prefix without its slash", ACCEPTED, HTTP + ".pathPrefix", Trees.text(p -> p.substring(1))),
                access("an expression with a look-ahead", ACCEPTED, HTTP + ".pathRegex", Trees.text(p -> "(?=/)" + p)),
                access(
                        "a description that is too long",
                        ACCEPTED,
                        SOURCES + ".description",
                        Trees.text(text -> text.repeat(40))),
                access(
                        "two tests of a header",
                        ACCEPTED,
                        HTTP + ".header",
                        headers -> each(headers, h -> with(h, "suffix", "x"))),
                wrong("a protocol that is none", ACCEPTED, DEFAULTS, t -> spoken(t, "https")));
    }

    static Stream<Arguments> splits() {
        return Stream.of(
                byInput("weights as they are written", ACCEPTED, WrongTranslatorsTest::unnormalised),
                split(
                        "weights without their fractions",
                        ACCEPTED,
                        splits -> weights(splits, w -> w.setScale(0, RoundingMode.DOWN))),
                split(
                        "a backend twice",
                        ACCEPTED,
                        splits -> splits.size() == 1
                                ? List.of(with(splits.get(0), "weight", 50), with(splits.get(0), "weight", 50))
                                : splits),
                split("no backend", ACCEPTED, splits -> List.of()),
                split("weights of the backends in the wrong order", SAME_SHARES, WrongTranslatorsTest::swapped),
                split("all for the first backend", SAME_SHARES, splits -> List.of(with(splits.get(0), "weight", 100))),
                several("no ServiceDefaults of a root", SAME_SHARES, DEFAULTS, t -> List.of()),
                wrong("defaults of tcp", SAME_SHARES, DEFAULTS, t -> spoken(t, "tcp")),
                several("no splitter", SAME_SHARES, SPLITTER, t -> List.of()),
                several("no router", SAME_SHARES, ROUTER, t -> List.of()),
                several(
                        "a splitter of the root beside its router",
                        SAME_SHARES,
                        ROUTER,
                        t -> List.of(t, splitterBeside(t))),
                route(
                        "a route for the rest to the backend",
                        t -> Trees.change(t, ROUTES, routes -> {
                            List<Object> more = new ArrayList<>((List<?>) routes);
                            more.add(with(
                                    Trees.object(more.get(0)), "match", Map.of("http", Map.of("pathPrefix", "/"))));
                            return more;
                        })),
                route("methods left out", t -> Trees.remove(t, MATCH + ".methods")),
                route("headers left out", t -> Trees.remove(t, MATCH + ".header")),
                route(
                        "the pattern of a header as its value",
                        t -> Trees.change(
                                t,
                                MATCH + ".header",
                                headers -> each(headers, h -> Trees.object(renamed(h, "regex", "exact"))))),
                route(
                        "only the first of several routes",
                        t -> Trees.change(t, ROUTES, routes -> ((List<?>) routes).subList(0, 1))),
                route(
                        "the root in place of the backend",
                        t -> Trees.change(
                                t,
                                ROUTES + ".destination.service",
                                service -> Trees.object(t.get("metadata")).get("name"))));
    }

    static Stream<Arguments> silence() {
        return Stream.of(
                silent(SAME_SHARES, ConsulCode.PORT_NOT_REGISTERED),
                silent(SAME_SHARES, ConsulCode.SERVICE_NOT_REGISTERED),
                silent(SAME_SHARES, ConsulCode.SERVICE_AMBIGUOUS),
                silent(SAME_SHARES, ConsulCode.WEIGHTS_APPROXIMATED),
                silent(UNSEEN_TOLD, ConsulCode.WORKLOAD_NOT_IN_MESH),
                silent(UNSEEN_TOLD, ConsulCode.PROXY_NOT_TRANSPARENT),
                silent(EXACT_ALLOWS, ConsulCode.DESTINATION_SHARED),
                silent(EXACT_ALLOWS, ConsulCode.PORTS_IN_PART),
                silent(EXACT_ALLOWS, ConsulCode.SOURCE_NOT_A_SERVICE),
                silent(EXACT_ALLOWS, ConsulCode.SOURCE_AMBIGUOUS),
                silent(EXACT_ALLOWS, ConsulCode.FOREIGN_IDENTITY),
                silent(EXACT_ALLOWS, ConsulCode.HTTP_ON_TCP_SERVICE),
                silent(SAME_SHARES, ConsulCode.SPLIT_PASSED_BY),
                silent(SAME_SHARES, ConsulCode.DEFAULTS_REQUIRED),
                silent(EXACT_ALLOWS, ConsulCode.SOURCE_UNKNOWN),
                silent(NEVER_WIDER, ConsulCode.ONE_NAMESPACE));
    }

    /** What only the later bundles have. */
    static Stream<Arguments> late() {
        return Stream.of(
                split("one for a weight of zero", SAME_SHARES, WrongTranslatorsTest::oneForZero),
                split(
                        "weights rounded one by one",
                        ACCEPTED,
                        splits -> weights(splits, w -> w.setScale(0, RoundingMode.HALF_UP))),
                split(
                        "weights with three digits",
                        ACCEPTED,
                        splits -> weights(splits, w -> w.signum() == 0 ? new BigDecimal("0.001") : w)),
                route(
                        "a path expression without its open end",
                        t -> Trees.change(t, MATCH, WrongTranslatorsTest::closed)),
                access(
                        "requests of one caller for all",
                        NEVER_WIDER,
                        SOURCES,
                        WrongTranslatorsTest::withPermissionsOfAll),
                access(
                        "an exact path as a prefix",
                        NEVER_WIDER,
                        HTTP,
                        http -> renamed(http, "pathExact", "pathPrefix")),
                wrong(
                        "callers of an account of the name in another namespace",
                        NEVER_WIDER,
                        INTENTIONS,
                        t -> Trees.change(t, SOURCES, WrongTranslatorsTest::withoutNamespace)),
                access("a path expression without its group", EXACT_ALLOWS, HTTP, WrongTranslatorsTest::ungrouped),
                silent(SAME_SHARES, ConsulCode.PROTOCOLS_DIFFER),
                silent(EXACT_ALLOWS, ConsulCode.SOURCE_SHARED),
                silent(SAME_SHARES, ConsulCode.PORTS_UNKNOWN),
                silent(UNSEEN_TOLD, ConsulCode.PORTS_EXCLUDED));
    }

    /** What clusters seldom have, each with the cluster that has it. */
    static Stream<Arguments> rare() {
        return Stream.of(
                at(
                        ConsulGate.ORDERED,
                        split("an order whose sum is refused", ACCEPTED, WrongTranslatorsTest::refusedOrder)),
                at(
                        ConsulGate.WHOLE,
                        wrong(
                                "a redirection to another backend",
                                SAME_SHARES,
                                "ServiceResolver",
                                t -> Trees.change(t, "spec.redirect.service", service -> "gate-b"))),
                at(
                        ConsulGate.CONDITION,
                        route(
                                "an exact path as a prefix",
                                t -> Trees.change(t, MATCH, http -> renamed(http, "pathExact", "pathPrefix")))),
                at(
                        ConsulGate.OUTSIDE,
                        byInput("ports left out of account", NEVER_WIDER, WrongTranslatorsTest::onAnyPort)),
                at(ConsulGate.UDP, silent(SAME_SHARES, ConsulCode.PORT_NOT_PROXIED)),
                at(ConsulGate.UDP, silent(UNSEEN_TOLD, ConsulCode.UDP_NOT_ENFORCED)),
                at(ConsulGate.TWO_PORTS, silent(SAME_SHARES, ConsulCode.PORTS_DIFFER)),
                at(ConsulGate.HEADLESS, silent(SAME_SHARES, ConsulCode.ROOT_WITHOUT_CLUSTER_IP)),
                at(ConsulGate.EMPTY_ROOT, silent(SAME_SHARES, ConsulCode.ROOT_WITHOUT_INSTANCES)),
                at(ConsulGate.UNNAMED, silent(SAME_SHARES, ConsulCode.PROTOCOL_UNKNOWN)),
                at(ConsulGate.UNNAMED_AND_CONDITION, silent(SAME_SHARES, ConsulCode.SPLIT_NOT_VERIFIED)),
                at(ConsulGate.TCP, silent(SAME_SHARES, ConsulCode.SPLIT_ON_TCP_SERVICE)),
                at(ConsulGate.SMALL, silent(SAME_SHARES, ConsulCode.SHARE_LOST)),
                at(ConsulGate.NO_ORDER, silent(SAME_SHARES, ConsulCode.NO_ORDER_OF_WEIGHTS)),
                at(ConsulGate.TAKEN, silent(SAME_SHARES, ConsulCode.ENTRY_TAKEN)),
                at(ConsulGate.DIVERTED, silent(SAME_SHARES, ConsulCode.BACKEND_DIVERTED)),
                at(ConsulGate.CONDITION_OF_A_METHOD, silent(SAME_SHARES, ConsulCode.SPLIT_METHOD)),
                at(ConsulGate.CONDITION_OF_A_HEADER, silent(SAME_SHARES, ConsulCode.SPLIT_HEADER_OF_PROXY)),
                at(ConsulGate.METHOD, silent(EXACT_ALLOWS, ConsulCode.METHOD_UNKNOWN)),
                at(ConsulGate.HEADER, silent(EXACT_ALLOWS, ConsulCode.HEADER_OF_PROXY)),
                at(ConsulGate.PERMISSIVE, silent(UNSEEN_TOLD, ConsulCode.MTLS_PERMISSIVE_FOUND)),
                at(
                        ConsulGate.OTHER_PORTS,
                        silent(EXACT_ALLOWS, ConsulCode.DESTINATION_NARROWED, ConsulCode.PORTS_NOT_REGISTERED)),
                at(ConsulGate.NO_PORT, silent(EXACT_ALLOWS, ConsulCode.PORT_UNKNOWN)),
                at(ConsulGate.INTENTIONS, silent(EXACT_ALLOWS, ConsulCode.INTENTIONS_TAKEN)),
                at(ConsulGate.UNREADABLE, silent(NEVER_WIDER, ConsulCode.SERVICES_UNKNOWN)),
                at(ConsulGate.TWICE, silent(EXACT_ALLOWS, ConsulCode.DESTINATION_AMBIGUOUS)));
    }

    private static List<Map<String, Object>> forNamed(Map<String, Object> tree) {
        List<Map<String, Object>> named = Trees.objects(Trees.object(tree.get("spec")), "sources").stream()
                .filter(s -> !isEverybody(s))
                .toList();
        return named.isEmpty() ? List.of() : List.of(Trees.change(tree, SOURCES, sources -> named));
    }

    private static Map<String, Object> asAction(Map<String, Object> source) {
        Map<String, Object> changed = new LinkedHashMap<>(source);
        if (changed.remove("permissions") != null) {
            changed.put("action", "allow");
        }
        return changed;
    }

    private static Object withPermissionsOfAll(Object sources) {
        List<Object> all = new ArrayList<>();
        objects(sources).forEach(s -> all.addAll(Fields.list(s, "permissions")));
        return each(sources, s -> s.containsKey("permissions") ? with(s, "permissions", all) : s);
    }

    /** The callers' names change places; that of all others stays. */
    private static Object rotated(Object sources) {
        List<Map<String, Object>> all = objects(sources);
        int named = all.size() - 1;
        return IntStream.range(0, all.size())
                .mapToObj(i -> i < named
                        ? with(all.get(i), "name", all.get((i + 1) % named).get("name"))
                        : all.get(i))
                .toList();
    }

    /** Permissions of which no test is left are for all requests. */
    private static Map<String, Object> orAny(Map<String, Object> tree, String path) {
        return Trees.change(tree, path + ".http", http -> Trees.object(http).isEmpty() ? ANY : http);
    }

    private static Object withoutHeaders(Object http) {
        return http.equals(ANY) ? http : Trees.remove(Trees.object(http), "header");
    }

    private static Object withoutPath(Object http) {
        Map<String, Object> changed = new LinkedHashMap<>(Trees.object(http));
        boolean path = changed.remove("pathExact") != null
                || changed.remove("pathPrefix") != null
                || changed.remove("pathRegex") != null;
        return path && changed.isEmpty() ? ANY : changed;
    }

    private static Object renamed(Object tree, String from, String to) {
        Map<String, Object> changed = new LinkedHashMap<>(Trees.object(tree));
        Object value = changed.remove(from);
        if (value != null) {
            changed.put(to, value);
        }
        return changed;
    }

    private static Object closed(Object http) {
        return Trees.change(
                Trees.object(http), "pathRegex", Trees.text(regex -> regex.substring(0, regex.length() - 2)));
    }

    private static Object ungrouped(Object http) {
        return Trees.change(
                Trees.object(http), "pathRegex", Trees.text(regex -> regex.substring(3, regex.length() - 3) + ".*"));
    }

    private static Object withoutNamespace(Object sources) {
        return each(sources, s -> isEverybody(s) ? s : Trees.remove(s, "namespace"))
                        .equals(sources)
                ? sources
                : distinct(objects(each(sources, s -> isEverybody(s) ? s : Trees.remove(s, "namespace"))));
    }

    /** The first of those of one name. */
    private static List<Map<String, Object>> distinct(List<Map<String, Object>> sources) {
        Map<Object, Map<String, Object>> byName = new LinkedHashMap<>();
        sources.forEach(s -> byName.putIfAbsent(s.get("name"), s));
        return List.copyOf(byName.values());
    }

    private static Map<String, Object> spoken(Map<String, Object> defaults, String protocol) {
        return Trees.change(defaults, "spec.protocol", p -> protocol);
    }

    private static List<Map<String, Object>> oneForEachSource(Map<String, Object> tree) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Map<String, Object> source : Trees.objects(Trees.object(tree.get("spec")), "sources")) {
            Map<String, Object> one = Trees.change(tree, SOURCES, sources -> List.of(source));
            int number = entries.size();
            entries.add(number == 0 ? one : Trees.change(one, "metadata.name", Trees.text(n -> n + "-" + number)));
        }
        return entries;
    }

    /** Whoever may connect to some port of the pods of a service may connect to the service. */
    private static Alteration onAnyPort(TranslationContext in) {
        return tree -> {
            if (!INTENTIONS.equals(tree.get("kind"))) {
                return List.of(tree);
            }
            Map<String, Object> spec = Trees.object(tree.get("spec"));
            String namespace = Fields.text(Fields.object(tree, "metadata"), "namespace");
            Map<?, ?> destination = Fields.object(spec, "destination");
            List<Map<String, Object>> sources = new ArrayList<>(Trees.objects(spec, "sources"));
            for (ResolvedTarget target : in.policy().targets()) {
                if (isFor(target, namespace, Fields.text(destination, "name"), in)) {
                    target.sources()
                            .forEach(source -> allowed(source, namespace, destination)
                                    .filter(s -> sources.stream()
                                            .noneMatch(o -> o.get("name").equals(s.get("name"))))
                                    .ifPresent(s -> sources.add(0, s)));
                }
            }
            return List.of(Trees.change(tree, SOURCES, old -> sources));
        };
    }

    private static boolean isFor(ResolvedTarget target, String namespace, String service, TranslationContext in) {
        return target.destinations().stream()
                .filter(workload -> workload.namespace().equals(namespace))
                .filter(workload -> in.inventory().servicesOf(workload).stream()
                        .map(KubernetesService::name)
                        .anyMatch(name -> name.name().equals(service)))
                .anyMatch(
                        workload -> target.grants(workload).stream().anyMatch(Grant.TcpConnections.class::isInstance));
    }

    private static Optional<Map<String, Object>> allowed(Identity source, String namespace, Map<?, ?> destination) {
        if (!(source instanceof Identity.ServiceAccount account)
                || !account.name().namespace().equals(namespace)
                || account.name().name().equals("default")) {
            return Optional.empty();
        }
        Map<String, Object> allowed = new LinkedHashMap<>();
        allowed.put("name", account.name().name());
        if (destination.containsKey("namespace")) {
            allowed.put("namespace", destination.get("namespace"));
        }
        allowed.put("action", "allow");
        return Optional.of(allowed);
    }

    private static Alteration unnormalised(TranslationContext in) {
        Map<String, BigInteger> weights = new HashMap<>();
        in.policy().splits().stream()
                .flatMap(split -> split.ports().stream())
                .flatMap(port -> port.routes().stream())
                .flatMap(route -> route.shares().stream())
                .forEach((Share share) -> weights.put(share.backend().name(), share.weight()));
        return tree -> SPLITTER.equals(tree.get("kind"))
                ? List.of(Trees.change(
                        tree, SPLITS, splits -> each(splits, s -> with(s, "weight", weights.get(s.get("service"))))))
                : List.of(tree);
    }

    private static BigDecimal weight(Map<String, Object> split) {
        return new BigDecimal(split.get("weight").toString());
    }

    private static List<Map<String, Object>> weights(
            List<Map<String, Object>> splits, UnaryOperator<BigDecimal> change) {
        return splits.stream()
                .map(s -> with(s, "weight", change.apply(weight(s))))
                .toList();
    }

    private static List<Map<String, Object>> swapped(List<Map<String, Object>> splits) {
        return IntStream.range(0, splits.size())
                .mapToObj(i -> with(
                        splits.get(i),
                        "weight",
                        splits.get((i + 1) % splits.size()).get("weight")))
                .toList();
    }

    /** One percent of the largest goes to each that has none. */
    private static List<Map<String, Object>> oneForZero(List<Map<String, Object>> splits) {
        BigDecimal zeros = BigDecimal.valueOf(
                splits.stream().filter(s -> weight(s).signum() == 0).count());
        BigDecimal largest = splits.stream()
                .map(WrongTranslatorsTest::weight)
                .max(BigDecimal::compareTo)
                .orElse(zeros);
        boolean[] taken = {false};
        return weights(splits, w -> {
            if (w.signum() == 0) {
                return BigDecimal.ONE;
            }
            boolean first = w.equals(largest) && !taken[0];
            taken[0] |= first;
            return first ? w.subtract(zeros) : w;
        });
    }

    private static List<Map<String, Object>> refusedOrder(List<Map<String, Object>> splits) {
        List<Map<String, Object>> order = new ArrayList<>(splits);
        Random random = new Random(1);
        for (int i = 0; i < TRIES; i++) {
            Collections.shuffle(order, random);
            float sum = 0;
            for (Map<String, Object> split : order) {
                sum += weight(split).floatValue();
            }
            if (Float.compare(sum, 100f) != 0) {
                return order;
            }
        }
        return splits;
    }

    private static Map<String, Object> splitterBeside(Map<String, Object> router) {
        Map<String, Object> splitter = new LinkedHashMap<>(router);
        Map<String, Object> destination = Trees.object(
                Trees.objects(Trees.object(router.get("spec")), "routes").get(0).get("destination"));
        splitter.put("kind", SPLITTER);
        splitter.put("spec", Map.of("splits", List.of(Map.of("weight", 100, "service", destination.get("service")))));
        return splitter;
    }

    /** One in four in a build, which has little time; all of them with -Pproof. */
    private static Stream<Arguments> some(Stream<Arguments> mistakes) {
        List<Arguments> all = mistakes.toList();
        return Boolean.getBoolean("smi4j.proof")
                ? all.stream()
                : IntStream.range(0, all.size()).filter(i -> i % 8 == 0).mapToObj(all::get);
    }

    static Stream<Arguments> usual() {
        Stream<Arguments> early = some(Stream.of(splits(), widerAccess(), narrowerAccess(), refused(), silence())
                .flatMap(group -> group));
        return Boolean.getBoolean("smi4j.proof") ? Stream.concat(early, late()) : early;
    }

    static Stream<Arguments> hard() {
        return some(rare());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usual")
    void proof_ofAWrongTranslator_fails(String trap, Law law, AlteredTranslator wrong) {
        prove(
                trap,
                law,
                wrong,
                BundleGenerator.create()
                        .withManifests(ConsulClusters::manifests)
                        .withStyles(ConsulClusters::style)
                        .withMeshSettings(WrongTranslatorsTest::settings));
    }

    @ParameterizedTest(name = "{0} ({3})")
    @MethodSource("hard")
    void proof_inAHardCase_fails(String trap, Law law, AlteredTranslator wrong, ConsulGate gate) {
        ClusterStyle alone = new ClusterStyle(manifests -> List.of(), gate.settings());
        prove(
                trap,
                law,
                wrong,
                BundleGenerator.create()
                        .withManifests(random -> gate.manifests())
                        .withStyles(random -> alone));
    }

    private static void prove(String trap, Law law, AlteredTranslator wrong, BundleGenerator generator) {
        ProofReport report = Proof.of(wrong)
                .model(ConsulModel.create())
                .generator(generator)
                .exceptions(new ConsulExceptions())
                .bundles(BUNDLES)
                .seed(1)
                .untilFirstViolation(law)
                .asDrawn()
                .build()
                .run();
        assertThat(report.violations()).as(trap).extracting(Violation::law).contains(law);
    }

    /** Custom resources alone, whose trees the mistakes are made in. */
    private static Map<String, String> settings(Random random) {
        Map<String, String> settings = ConsulClusters.settings(random);
        settings.remove("output");
        return settings;
    }
}
