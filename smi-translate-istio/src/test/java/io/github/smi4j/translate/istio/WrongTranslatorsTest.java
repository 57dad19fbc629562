package io.github.smi4j.translate.istio;

import static io.github.smi4j.testkit.proof.Law.ACCEPTED;
import static io.github.smi4j.testkit.proof.Law.EXACT_ALLOWS;
import static io.github.smi4j.testkit.proof.Law.NEVER_WIDER;
import static io.github.smi4j.testkit.proof.Law.REPEATABLE;
import static io.github.smi4j.testkit.proof.Law.SAME_SHARES;
import static io.github.smi4j.testkit.proof.Law.UNSEEN_TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.istio.IstioModel;
import io.github.smi4j.testkit.proof.AlteredTranslator;
import io.github.smi4j.testkit.proof.Law;
import io.github.smi4j.testkit.proof.Proof;
import io.github.smi4j.testkit.proof.ProofReport;
import io.github.smi4j.testkit.proof.Violation;
import io.github.smi4j.testkit.tree.Trees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof can fail: it catches translators that walk into what makes translations to Istio silently wrong. */
class WrongTranslatorsTest {
    private static final int BUNDLES = 1000;
    /** Of so many wrong translators of one law a build tries one. */
    private static final int ONE_OF = 16;

    private static final String RULES = "spec.rules.";
    private static final String OPERATION = RULES + "to.operation.";
    private static final String MATCH = "spec.http.match.";

    private static AlteredTranslator altered(AlteredTranslator.Alteration mistake, Predicate<DiagnosticCode> reported) {
        return AlteredTranslator.of(IstioTranslator.create(), mistake, reported);
    }

    private static Arguments wrong(String trap, Law law, String kind, UnaryOperator<Map<String, Object>> mistake) {
        return several(trap, law, kind, tree -> List.of(mistake.apply(tree)));
    }

    private static Arguments several(String trap, Law law, String kind, AlteredTranslator.Alteration mistake) {
        AlteredTranslator.Alteration alteration =
                tree -> kind.equals(tree.get("kind")) ? mistake.alter(tree) : List.of(tree);
        return Arguments.of(trap, law, altered(alteration, code -> true));
    }

    private static Arguments silent(String trap, Law law, Predicate<DiagnosticCode> reported) {
        return Arguments.of(trap, law, altered(List::of, reported));
    }

    private static Arguments route(String trap, UnaryOperator<Map<String, Object>> mistake) {
        return wrong(trap, SAME_SHARES, "VirtualService", mistake);
    }

    private static Arguments access(String trap, Law law, UnaryOperator<Map<String, Object>> mistake) {
        return wrong(trap, law, "AuthorizationPolicy", mistake);
    }

    static Stream<Arguments> routes() {
        return Stream.of(
                route(
                        "a path expression without its open end",
                        t -> Trees.change(
                                t, MATCH + "uri.regex", Trees.text(regex -> regex.replaceAll("\\.\\*$", "")))),
                route(
                        "a path prefix as a whole path",
                        t -> Trees.change(
                                t,
                                MATCH + "uri",
                                uri -> Trees.object(uri).containsKey("prefix")
                                        ? Map.of("exact", Trees.object(uri).get("prefix"))
                                        : uri)),
                route(
                        "a header expression that is searched for",
                        t -> Trees.change(t, MATCH + "headers", headers -> {
                            Map<String, Object> others = new LinkedHashMap<>(Trees.object(headers));
                            others.replaceAll((name, test) -> Trees.change(
                                    Trees.object(test), "regex", Trees.text(regex -> ".*(?:" + regex + ").*")));
                            return others;
                        })),
                route("methods that are left out", t -> Trees.remove(t, MATCH + "method")),
                route(
                        "no last route without conditions",
                        t -> Trees.change(t, "spec.http", WrongTranslatorsTest::init)),
                route(
                        "a lone backend at weight 0",
                        t -> Trees.change(t, "spec.http.route", WrongTranslatorsTest::lone)),
                route(
                        "weights of the backends in the wrong order",
                        t -> Trees.change(t, "spec.http.route", WrongTranslatorsTest::swapped)),
                route(
                        "a host with a dot that is not the full name",
                        t -> Trees.change(t, "spec.hosts", Trees.texts(WrongTranslatorsTest::dotted))),
                route(
                        "a destination with a dot that is not the full name",
                        t -> Trees.change(
                                t, "spec.http.route.destination.host", Trees.text(WrongTranslatorsTest::dotted))),
                several(
                        "two VirtualServices for one host",
                        SAME_SHARES,
                        "VirtualService",
                        t -> List.of(
                                Trees.change(renamed(t, "a-"), "spec.http", WrongTranslatorsTest::last),
                                renamed(t, "b-"))),
                wrong(
                        "a name that the translator does not know again",
                        REPEATABLE,
                        "VirtualService",
                        t -> renamed(t, "another-")),
                wrong(
                        "weights below 0",
                        ACCEPTED,
                        "VirtualService",
                        t -> Trees.change(t, "spec.http.route.weight", weight -> ((Number) weight).longValue() * -1)));
    }

    static Stream<Arguments> widerAccess() {
        return Stream.of(
                access(
                        "a whole path as a prefix",
                        NEVER_WIDER,
                        t -> Trees.change(
                                t,
                                OPERATION + "paths",
                                Trees.texts(path -> path.endsWith("*") || path.contains("{") ? path : path + "*"))),
                access("exceptions of paths left out", NEVER_WIDER, t -> Trees.remove(t, OPERATION + "notPaths")),
                access("paths left out", NEVER_WIDER, t -> Trees.remove(t, OPERATION + "paths")),
                access(
                        "an empty list of paths",
                        NEVER_WIDER,
                        t -> Trees.change(t, OPERATION + "paths", p -> List.of())),
                access("an empty list of sources", NEVER_WIDER, t -> Trees.change(t, RULES + "from", f -> List.of())),
                access("tests of headers left out", NEVER_WIDER, t -> Trees.remove(t, RULES + "when")),
                access("exceptions of headers left out", NEVER_WIDER, t -> Trees.remove(t, RULES + "when.notValues")),
                access(
                        "an empty selector",
                        NEVER_WIDER,
                        t -> Trees.change(t, "spec.selector.matchLabels", l -> Map.of())),
                access("no selector", NEVER_WIDER, t -> Trees.remove(t, "spec.selector")),
                access(
                        "a policy in the root namespace",
                        NEVER_WIDER,
                        t -> Trees.change(t, "metadata.namespace", Trees.text(n -> "istio-system"))),
                access(
                        "any method of any traffic",
                        NEVER_WIDER,
                        t -> Trees.removeIf(t, OPERATION + "methods", List.of("*")::equals)),
                access("no ports", NEVER_WIDER, t -> Trees.remove(t, OPERATION + "ports")),
                access(
                        "a principal of any trust domain",
                        NEVER_WIDER,
                        t -> Trees.change(
                                t,
                                RULES + "from.source.principals",
                                Trees.texts(id -> "*" + id.substring(id.indexOf('/'))))),
                access(
                        "a principal of any account that begins so",
                        NEVER_WIDER,
                        t -> Trees.change(t, RULES + "from.source.principals", Trees.texts(id -> id + "*"))),
                several(
                        "no policy that denies by default",
                        NEVER_WIDER,
                        "AuthorizationPolicy",
                        t -> Trees.object(t.get("spec")).isEmpty() ? List.of() : List.of(t)),
                access(
                        "a policy that allows everything by default",
                        NEVER_WIDER,
                        t -> Trees.change(
                                t,
                                "spec",
                                spec -> Trees.object(spec).isEmpty() ? Map.of("rules", List.of(Map.of())) : spec)));
    }

    static Stream<Arguments> narrowerOrSilent() {
        return Stream.of(
                access(
                        "ports of Services",
                        EXACT_ALLOWS,
                        t -> Trees.change(
                                t,
                                OPERATION + "ports",
                                Trees.texts(port ->
                                        Map.of("8080", "80", "9091", "90").getOrDefault(port, port)))),
                access(
                        "requests and connections in one rule",
                        EXACT_ALLOWS,
                        t -> Trees.change(t, "spec.rules", WrongTranslatorsTest::merged)),
                access(
                        "only the first rule",
                        EXACT_ALLOWS,
                        t -> Trees.change(t, "spec.rules", rules -> ((List<?>) rules).subList(0, 1))),
                access(
                        "an expression as a path",
                        EXACT_ALLOWS,
                        t -> Trees.change(t, OPERATION + "paths", Trees.texts(path -> path.replace("*", ".*")))),
                silent("nothing said of UDP", UNSEEN_TOLD, code -> code != IstioCode.UDP_NOT_ENFORCED),
                silent(
                        "nothing said of pods without a proxy",
                        UNSEEN_TOLD,
                        code -> code != IstioCode.WORKLOAD_NOT_IN_MESH),
                silent("nothing said of ports past the proxy", UNSEEN_TOLD, code -> code != IstioCode.PORT_EXCLUDED),
                access(
                        "only the first sixteen callers",
                        EXACT_ALLOWS,
                        t -> Trees.change(
                                t,
                                RULES + "from.source.principals",
                                ids -> ((List<?>) ids).subList(0, Math.min(16, ((List<?>) ids).size())))),
                silent(
                        "nothing said of paths that are dropped",
                        EXACT_ALLOWS,
                        code -> code != IstioCode.PATH_DROPPED && code != IstioCode.PATH_UNWRITABLE),
                silent(
                        "nothing said of ports without requests",
                        EXACT_ALLOWS,
                        code -> code != IstioCode.HTTP_ON_TCP_PORT),
                silent(
                        "nothing said of conditions on ports without requests",
                        SAME_SHARES,
                        code -> code != IstioCode.MATCHES_ON_TCP),
                silent("nothing said of ports that clients encrypt", SAME_SHARES, code -> code != IstioCode.PORT_TLS));
    }

    private static Object init(Object routes) {
        List<?> list = (List<?>) routes;
        return list.size() > 1 ? list.subList(0, list.size() - 1) : list;
    }

    private static Object last(Object routes) {
        List<?> list = (List<?>) routes;
        return list.subList(list.size() - 1, list.size());
    }

    private static Object lone(Object destinations) {
        List<?> list = (List<?>) destinations;
        Map<String, Object> one = new LinkedHashMap<>(Trees.object(list.get(list.size() - 1)));
        one.put("weight", 0);
        return List.of(one);
    }

    private static Object swapped(Object destinations) {
        List<?> list = (List<?>) destinations;
        List<Object> others = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Map<String, Object> one = new LinkedHashMap<>(Trees.object(list.get(i)));
            one.computeIfPresent(
                    "weight",
                    (k, v) -> Trees.object(list.get((others.size() + 1) % list.size()))
                            .get(k));
            others.add(one);
        }
        return others;
    }

    private static String dotted(String host) {
        return host.replace(".svc.cluster.local", "");
    }

    private static Map<String, Object> renamed(Map<String, Object> tree, String prefix) {
        return Trees.change(tree, "metadata.name", Trees.text(name -> prefix + name));
    }

    /** All operations of the rules without conditions in the first of them. */
    private static Object merged(Object rules) {
        List<Map<String, Object>> list = Trees.objects(Map.of("rules", rules), "rules");
        List<Object> operations = list.stream()
                .filter(rule -> !rule.containsKey("when"))
                .flatMap(rule -> Trees.objects(rule, "to").stream())
                .<Object>map(operation -> operation)
                .toList();
        List<Object> others = new ArrayList<>();
        list.stream().filter(rule -> rule.containsKey("when")).forEach(others::add);
        list.stream().filter(rule -> !rule.containsKey("when")).limit(1).forEach(rule -> {
            Map<String, Object> all = new LinkedHashMap<>(rule);
            all.put("to", operations);
            others.add(all);
        });
        return others;
    }

    /**
     * In a build, of those that break one law the first and every sixteenth after it, which are spread over all kinds of mistakes;
     * all of them with -Pproof, since they take minutes.
     */
    private static Stream<Arguments> tried(Stream<Arguments> wrong) {
        if (Boolean.getBoolean("smi4j.proof")) {
            return wrong;
        }
        Map<Object, List<Arguments>> byLaw =
                wrong.collect(Collectors.groupingBy(w -> w.get()[1], LinkedHashMap::new, Collectors.toList()));
        return byLaw.values().stream()
                .flatMap(all -> IntStream.range(0, all.size())
                        .filter(i -> i % ONE_OF == 0)
                        .mapToObj(all::get));
    }

    static Stream<Arguments> wrong() {
        return tried(Stream.of(routes(), widerAccess(), narrowerOrSilent()).flatMap(some -> some));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void proof_ofAWrongTranslator_fails(String trap, Law law, AlteredTranslator wrong) {
        ProofReport report = Proof.of(wrong)
                .model(IstioModel.create())
                .generator(BundleGenerator.create()
                        .withManifests(IstioCluster::manifests)
                        .withMeshSettings(IstioCluster::settings))
                .exceptions(new IstioExceptions())
                .bundles(BUNDLES)
                .seed(1)
                .untilFirstViolation()
                .asDrawn()
                .build()
                .run();
        assertThat(report.violations()).as(trap).extracting(Violation::law).contains(law);
    }
}
