package io.github.smi4j.translate.linkerd;

import static io.github.smi4j.testkit.proof.Law.ACCEPTED;
import static io.github.smi4j.testkit.proof.Law.EXACT_ALLOWS;
import static io.github.smi4j.testkit.proof.Law.NEVER_WIDER;
import static io.github.smi4j.testkit.proof.Law.REPEATABLE;
import static io.github.smi4j.testkit.proof.Law.SAME_SHARES;
import static io.github.smi4j.testkit.proof.Law.UNSEEN_TOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.linkerd.LinkerdModel;
import io.github.smi4j.testkit.proof.AlteredTranslator;
import io.github.smi4j.testkit.proof.AlteredTranslator.Alteration;
import io.github.smi4j.testkit.proof.Law;
import io.github.smi4j.testkit.proof.Proof;
import io.github.smi4j.testkit.proof.ProofReport;
import io.github.smi4j.testkit.proof.Violation;
import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.Trees;
import io.github.smi4j.translate.spi.TranslationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof can fail: it catches translators that walk into what makes translations to Linkerd silently wrong. */
class WrongTranslatorsTest {
    private static final int BUNDLES = 128;
    /** Of so many wrong translators of one law a build tries one. */
    private static final int ONE_OF = 16;

    private static final String POLICY = "policy.linkerd.io";
    private static final String RULES = "spec.rules";
    private static final String MATCHES = RULES + ".matches";
    private static final String BACKENDS = RULES + ".backendRefs";
    private static final String PARENTS = "spec.parentRefs";
    private static final String AUTHENTICATIONS = "spec.requiredAuthenticationRefs";
    private static final Map<String, Object> ANY_PATH = Map.of("type", "PathPrefix", "value", "/");
    private static final Map<String, Object> ANY_BY_REGEX = Map.of("type", "RegularExpression", "value", ".*");

    private static Arguments several(String trap, Law law, Predicate<Map<String, Object>> where, Alteration mistake) {
        Alteration alteration = tree -> where.test(tree) ? mistake.alter(tree) : List.of(tree);
        return Arguments.of(trap, law, AlteredTranslator.of(LinkerdTranslator.create(), alteration, code -> true));
    }

    private static Arguments wrong(
            String trap, Law law, Predicate<Map<String, Object>> where, UnaryOperator<Map<String, Object>> mistake) {
        return several(trap, law, where, tree -> List.of(mistake.apply(tree)));
    }

    private static Arguments wrong(String trap, Law law, String kind, UnaryOperator<Map<String, Object>> mistake) {
        return wrong(trap, law, tree -> kind.equals(tree.get("kind")), mistake);
    }

    private static Arguments split(String trap, Law law, UnaryOperator<Map<String, Object>> mistake) {
        return wrong(trap, law, WrongTranslatorsTest::isOfService, mistake);
    }

    private static Arguments access(String trap, Law law, UnaryOperator<Map<String, Object>> mistake) {
        return wrong(trap, law, WrongTranslatorsTest::isOfServer, mistake);
    }

    private static Arguments dropped(String trap, Law law, Predicate<Map<String, Object>> which) {
        return several(trap, law, which, tree -> List.of());
    }

    private static Arguments silent(Law law, LinkerdCode... codes) {
        Set<LinkerdCode> left = Set.of(codes);
        return Arguments.of(
                "nothing said: " + List.of(codes),
                law,
                AlteredTranslator.of(
                        LinkerdTranslator.create(),
                        List::of,
                        code -> !(code instanceof LinkerdCode c && left.contains(c))));
    }

    private static Arguments byInput(
            String trap, Law law, Function<TranslationContext, Alteration> mistake, LinkerdCode... left) {
        return Arguments.of(
                trap,
                law,
                AlteredTranslator.byInput(
                        LinkerdTranslator.create(),
                        mistake,
                        code -> !(code instanceof LinkerdCode c && List.of(left).contains(c))));
    }

    /** Leaves out the routes of which each test is in some match, and all of them in none. */
    private static Alteration withoutShared(TranslationContext in) {
        Set<List<String>> own = new HashSet<>();
        matches(in).forEach(match -> own.add(List.of(path(match), headers(match))));
        Set<String> paths = own.stream().map(tests -> tests.get(0)).collect(Collectors.toSet());
        return tree -> {
            boolean shared = isOfServer(tree)
                    && matches(tree).stream()
                            .map(match -> List.of(
                                    Fields.text(Fields.object(match, "path"), "value"),
                                    Fields.objects(match, "headers").stream()
                                            .map(h -> h.get("name") + "=" + h.get("value"))
                                            .sorted()
                                            .toList()
                                            .toString()))
                            .allMatch(tests -> paths.contains(tests.get(0)) && !own.contains(tests));
            return shared ? List.of() : List.of(tree);
        };
    }

    private static Stream<ResolvedMatch> matches(TranslationContext in) {
        return in.policy().targets().stream()
                .flatMap(target -> target.destinations().stream().flatMap(w -> target.grants(w).stream()))
                .flatMap(grant -> grant instanceof Grant.HttpRequests http ? http.matches().stream() : Stream.empty());
    }

    private static String path(ResolvedMatch match) {
        return match.pathRegex()
                .filter(path -> !path.openMatchesAll())
                .map(path -> "(?:" + path.print() + ").*")
                .orElse("/");
    }

    private static String headers(ResolvedMatch match) {
        return match.headers().stream()
                .map(header -> header.name() + "=^(?:" + header.value().print() + ")$")
                .sorted()
                .toList()
                .toString();
    }

    /** Of callers that no target has together, those of one target alone. */
    private static Alteration withoutOuterCallers(TranslationContext in) {
        List<Set<String>> sources = in.policy().targets().stream()
                .map(target -> target.sources().stream()
                        .map(source -> source instanceof Identity.ServiceAccount account
                                ? account.name().toString()
                                : "")
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()))
                .filter(names -> !names.isEmpty())
                .toList();
        return tree -> {
            List<Map<String, Object>> refs =
                    Trees.objects(Trees.object(tree.getOrDefault("spec", Map.of())), "identityRefs");
            Set<String> names = refs.stream().map(WrongTranslatorsTest::account).collect(Collectors.toSet());
            return sources.stream()
                    .filter(one -> !sources.contains(names) && names.containsAll(one))
                    .findFirst()
                    .map(one -> List.of(Trees.change(
                            tree,
                            "spec.identityRefs",
                            all -> refs.stream()
                                    .filter(ref -> one.contains(account(ref)))
                                    .toList())))
                    .orElse(List.of(tree));
        };
    }

    private static String account(Map<String, Object> ref) {
        return ref.get("namespace") + "/" + ref.get("name");
    }

    private static boolean isRoute(Map<String, Object> tree, String parent) {
        return "HTTPRoute".equals(tree.get("kind"))
                && Trees.objects(Trees.object(tree.get("spec")), "parentRefs").stream()
                        .allMatch(ref -> parent.equals(ref.get("kind")));
    }

    private static boolean isOfService(Map<String, Object> tree) {
        return isRoute(tree, "Service");
    }

    private static boolean isOfServer(Map<String, Object> tree) {
        return isRoute(tree, "Server");
    }

    private static List<Map<String, Object>> rules(Map<String, Object> route) {
        return Trees.objects(Trees.object(route.get("spec")), "rules");
    }

    private static List<Map<String, Object>> matches(Map<String, Object> route) {
        return rules(route).stream()
                .flatMap(rule -> Trees.objects(rule, "matches").stream())
                .toList();
    }

    static Stream<Arguments> splits() {
        return Stream.of(
                split(
                        "a path expression without its open end",
                        SAME_SHARES,
                        t -> Trees.change(t, MATCHES + ".path.value", Trees.text(WrongTranslatorsTest::closed))),
                split("methods left out", SAME_SHARES, t -> Trees.remove(t, MATCHES + ".method")),
                split("headers left out", SAME_SHARES, t -> Trees.remove(t, MATCHES + ".headers")),
                split(
                        "a prefix where the rest is an expression",
                        SAME_SHARES,
                        t -> Trees.change(t, RULES, rules -> eachBut(rules, WrongTranslatorsTest::prefix))),
                split(
                        "an expression for the rest where others are prefixes",
                        SAME_SHARES,
                        t -> Trees.change(t, RULES, rules -> last(rules, WrongTranslatorsTest::expression))),
                split("no rule for the rest", SAME_SHARES, t -> Trees.change(t, RULES, rules -> init((List<?>) rules))),
                split(
                        "the rule for the rest first",
                        SAME_SHARES,
                        t -> Trees.change(t, RULES, WrongTranslatorsTest::lastFirst)),
                split("a parent without its port", REPEATABLE, t -> Trees.remove(t, PARENTS + ".port")),
                split(
                        "weights of the backends in the wrong order",
                        SAME_SHARES,
                        t -> Trees.change(t, BACKENDS, WrongTranslatorsTest::swapped)),
                several(
                        "a profile beside the route",
                        SAME_SHARES,
                        WrongTranslatorsTest::isOfService,
                        t -> List.of(t, profileOf(t))),
                split("all weights at 0", ACCEPTED, t -> Trees.change(t, BACKENDS + ".weight", weight -> 0)),
                split(
                        "a lone backend at weight 0",
                        ACCEPTED,
                        t -> Trees.change(t, BACKENDS, refs -> {
                            Map<String, Object> first = new LinkedHashMap<>(Trees.object(((List<?>) refs).get(0)));
                            first.put("weight", 0);
                            return List.of(first);
                        })),
                split(
                        "two ports of a parent",
                        ACCEPTED,
                        t -> Trees.change(t, PARENTS, refs -> {
                            Map<String, Object> other = new LinkedHashMap<>(Trees.object(((List<?>) refs).get(0)));
                            other.put("port", 1);
                            return List.of(((List<?>) refs).get(0), other);
                        })),
                split("a backend without its namespace", ACCEPTED, t -> Trees.remove(t, BACKENDS + ".namespace")),
                split("a backend without its port", ACCEPTED, t -> Trees.remove(t, BACKENDS + ".port")),
                access(
                        "more matches of a rule than Linkerd takes",
                        ACCEPTED,
                        t -> Trees.change(t, MATCHES, all -> Collections.nCopies(9, ((List<?>) all).get(0)))),
                wrong(
                        "weights of a profile that overflow",
                        ACCEPTED,
                        "ServiceProfile",
                        t -> Trees.change(t, "spec.dstOverrides.weight", weight -> 429_497)),
                wrong(
                        "weights of a profile at 0",
                        ACCEPTED,
                        "ServiceProfile",
                        t -> Trees.change(t, "spec.dstOverrides.weight", weight -> 0)),
                split("a route that the translator does not know again", REPEATABLE, WrongTranslatorsTest::renamed));
    }

    static Stream<Arguments> widerAccess() {
        return Stream.of(
                dropped("a port without its Server", NEVER_WIDER, tree -> "Server".equals(tree.get("kind"))),
                wrong(
                        "a Server for whoever is authenticated",
                        NEVER_WIDER,
                        "Server",
                        t -> Trees.change(t, "spec.accessPolicy", policy -> "all-authenticated")),
                wrong(
                        "a Server for everybody",
                        NEVER_WIDER,
                        "Server",
                        t -> Trees.change(t, "spec.accessPolicy", policy -> "all-unauthenticated")),
                wrong(
                        "what is granted of a route, in its namespace",
                        NEVER_WIDER,
                        "AuthorizationPolicy",
                        t -> Trees.change(t, "spec.targetRef", ref -> ofNamespace(t))),
                wrong(
                        "callers by their namespace",
                        NEVER_WIDER,
                        "MeshTLSAuthentication",
                        t -> Trees.change(t, "spec.identityRefs", WrongTranslatorsTest::namespaces)),
                wrong(
                        "any caller of the mesh",
                        NEVER_WIDER,
                        "MeshTLSAuthentication",
                        t -> Trees.change(t, "spec", spec -> Map.of("identities", List.of("*")))),
                wrong(
                        "callers of an account of the same name",
                        NEVER_WIDER,
                        "MeshTLSAuthentication",
                        t -> Trees.remove(t, "spec.identityRefs.namespace")),
                wrong(
                        "other SPIFFE ids",
                        NEVER_WIDER,
                        "MeshTLSAuthentication",
                        t -> Trees.change(
                                t,
                                "spec.identities",
                                ids -> List.of(
                                        "spiffe://partner.example/ns/shop/sa/web",
                                        "spiffe://partner.example/ns/shop/sa/api",
                                        "spiffe://partner.example/batch/job"))),
                wrong("callers from everywhere", NEVER_WIDER, tree -> true, WrongTranslatorsTest::fromEverywhere),
                access("tests of headers left out", NEVER_WIDER, t -> Trees.remove(t, MATCHES + ".headers")),
                access("tests of methods left out", NEVER_WIDER, t -> Trees.remove(t, MATCHES + ".method")),
                access("tests of paths left out", NEVER_WIDER, t -> Trees.remove(t, MATCHES + ".path")),
                wrong(
                        "all pods of the namespace",
                        NEVER_WIDER,
                        "Server",
                        t -> Trees.change(t, "spec.podSelector", selector -> Map.of())),
                wrong(
                        "labels that others have, too",
                        EXACT_ALLOWS,
                        "Server",
                        t -> Trees.remove(t, "spec.podSelector.matchExpressions")),
                Arguments.of(
                        "no patch, and nothing said of ports that are closed by it",
                        NEVER_WIDER,
                        AlteredTranslator.of(
                                LinkerdTranslator.create(),
                                t -> POLICY.equals(group(t)) || group(t).contains(".") ? List.of(t) : List.of(),
                                code -> code != LinkerdCode.DENY_AFTER_RESTART)),
                silent(EXACT_ALLOWS, LinkerdCode.SERVER_TAKEN),
                silent(NEVER_WIDER, LinkerdCode.DENY_AFTER_RESTART));
    }

    static Stream<Arguments> narrowerAccess() {
        return Stream.of(
                access(
                        "a path expression without its open end",
                        EXACT_ALLOWS,
                        t -> Trees.change(t, MATCHES + ".path.value", Trees.text(WrongTranslatorsTest::closed))),
                access(
                        "any path as an expression",
                        EXACT_ALLOWS,
                        t -> Trees.change(t, MATCHES + ".path", path -> path.equals(ANY_PATH) ? ANY_BY_REGEX : path)),
                dropped(
                        "no route for what a Server lets in",
                        EXACT_ALLOWS,
                        t -> isOfServer(t) && matches(t).equals(List.of(Map.of("path", ANY_PATH)))),
                dropped("no routes at all", EXACT_ALLOWS, WrongTranslatorsTest::isOfServer),
                wrong(
                        "a policy for a route of another group",
                        EXACT_ALLOWS,
                        "AuthorizationPolicy",
                        t -> Trees.change(t, "spec.targetRef", ref -> ofGateway(Trees.object(ref), "HTTPRoute"))),
                wrong(
                        "a policy for a route of another kind",
                        EXACT_ALLOWS,
                        "AuthorizationPolicy",
                        t -> Trees.change(t, "spec.targetRef", ref -> ofGateway(Trees.object(ref), "GRPCRoute"))),
                wrong(
                        "an authentication that is not there",
                        EXACT_ALLOWS,
                        "MeshTLSAuthentication",
                        WrongTranslatorsTest::renamed),
                wrong(
                        "an authentication by the name of another kind",
                        EXACT_ALLOWS,
                        "AuthorizationPolicy",
                        t -> Trees.change(t, AUTHENTICATIONS + ".kind", kind -> "NetworkAuthentication")),
                wrong(
                        "no authentication",
                        ACCEPTED,
                        "AuthorizationPolicy",
                        t -> Trees.change(t, AUTHENTICATIONS, refs -> List.of())),
                wrong(
                        "several authentications in one policy",
                        ACCEPTED,
                        "AuthorizationPolicy",
                        t -> Trees.change(
                                t, AUTHENTICATIONS, refs -> List.of(((List<?>) refs).get(0), ((List<?>) refs).get(0)))),
                wrong(
                        "only the first caller",
                        EXACT_ALLOWS,
                        "MeshTLSAuthentication",
                        t -> Trees.change(t, "spec.identityRefs", refs -> ((List<?>) refs).subList(0, 1))),
                wrong(
                        "ports of bytes",
                        EXACT_ALLOWS,
                        "Server",
                        t -> Trees.change(t, "spec.proxyProtocol", protocol -> "opaque")),
                wrong(
                        "the Server of another port",
                        NEVER_WIDER,
                        "Server",
                        t -> Trees.change(t, "spec.port", port -> 1)),
                byInput("no route for what two routes share", EXACT_ALLOWS, WrongTranslatorsTest::withoutShared),
                byInput(
                        "a route within another without the callers of that",
                        EXACT_ALLOWS,
                        WrongTranslatorsTest::withoutOuterCallers,
                        LinkerdCode.ROUTES_OVERLAP),
                silent(EXACT_ALLOWS, LinkerdCode.HTTP_ON_OPAQUE_PORT),
                silent(EXACT_ALLOWS, LinkerdCode.HEADER_OF_PROXY),
                silent(EXACT_ALLOWS, LinkerdCode.SELECTOR_AMBIGUOUS),
                wrong(
                        "a Server that the translator does not know again",
                        REPEATABLE,
                        "Server",
                        WrongTranslatorsTest::renamed));
    }

    static Stream<Arguments> silence() {
        return Stream.of(
                silent(UNSEEN_TOLD, LinkerdCode.WORKLOAD_NOT_IN_MESH),
                silent(SAME_SHARES, LinkerdCode.PORT_OPAQUE),
                silent(SAME_SHARES, LinkerdCode.MATCHES_ON_OPAQUE_PORT),
                silent(SAME_SHARES, LinkerdCode.CONNECTIONS_UNSPLIT),
                silent(SAME_SHARES, LinkerdCode.WEIGHTS_APPROXIMATED),
                silent(SAME_SHARES, LinkerdCode.SPLIT_HEADER_OF_PROXY),
                silent(SAME_SHARES, LinkerdCode.SPLIT_METHOD),
                silent(SAME_SHARES, LinkerdCode.PROFILE_WITHOUT_MATCHES));
    }

    /** What clusters seldom have. */
    static Stream<Arguments> rare() {
        return Stream.of(
                split(
                        "a header expression of which the first alternative counts",
                        SAME_SHARES,
                        t -> Trees.change(t, MATCHES + ".headers.value", Trees.text(WrongTranslatorsTest::bare))),
                wrong("a route of requests for connections", SAME_SHARES, "TCPRoute", t -> {
                    Map<String, Object> other = new LinkedHashMap<>(t);
                    other.put("apiVersion", "gateway.networking.k8s.io/v1");
                    other.put("kind", "HTTPRoute");
                    return other;
                }),
                silent(EXACT_ALLOWS, LinkerdCode.ROUTES_OVERLAP),
                silent(SAME_SHARES, LinkerdCode.PORT_NOT_PROXIED),
                silent(SAME_SHARES, LinkerdCode.ROOT_WITHOUT_CLUSTER_IP),
                silent(SAME_SHARES, LinkerdCode.PORTS_UNKNOWN),
                silent(SAME_SHARES, LinkerdCode.PROFILE_FOR_ALL_PORTS));
    }

    private static String group(Map<String, Object> tree) {
        return String.valueOf(tree.get("apiVersion")).split("/")[0];
    }

    private static String closed(String path) {
        return path.equals(".*") ? path : path.replaceAll("\\.\\*$", "");
    }

    /** What is between {@code ^(?:} and {@code )$}. */
    private static String bare(String header) {
        return header.substring(4, header.length() - 2);
    }

    private static Map<String, Object> prefix(Map<String, Object> rule) {
        return Trees.change(rule, "matches.path", path -> path.equals(ANY_BY_REGEX) ? ANY_PATH : path);
    }

    private static Map<String, Object> expression(Map<String, Object> rule) {
        return Trees.change(rule, "matches.path", path -> ANY_BY_REGEX);
    }

    private static Object eachBut(Object rules, UnaryOperator<Map<String, Object>> change) {
        List<Object> others = new ArrayList<>((List<?>) rules);
        for (int i = 0; i < others.size() - 1; i++) {
            others.set(i, change.apply(Trees.object(others.get(i))));
        }
        return others;
    }

    private static Object last(Object rules, UnaryOperator<Map<String, Object>> change) {
        List<Object> others = new ArrayList<>((List<?>) rules);
        others.set(others.size() - 1, change.apply(Trees.object(others.get(others.size() - 1))));
        return others;
    }

    private static List<?> init(List<?> rules) {
        return rules.size() > 1 ? rules.subList(0, rules.size() - 1) : rules;
    }

    private static Object lastFirst(Object rules) {
        List<Object> others = new ArrayList<>((List<?>) rules);
        Collections.rotate(others, 1);
        return others;
    }

    private static Object swapped(Object backends) {
        List<?> list = (List<?>) backends;
        List<Object> others = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Object weight = Trees.object(list.get((i + 1) % list.size())).get("weight");
            Map<String, Object> one = new LinkedHashMap<>(Trees.object(list.get(i)));
            one.computeIfPresent("weight", (k, v) -> weight);
            others.add(one);
        }
        return others;
    }

    private static Map<String, Object> profileOf(Map<String, Object> route) {
        Map<String, Object> metadata = Trees.object(route.get("metadata"));
        Object root = Trees.objects(Trees.object(route.get("spec")), "parentRefs")
                .get(0)
                .get("name");
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("apiVersion", "linkerd.io/v1alpha2");
        profile.put("kind", "ServiceProfile");
        profile.put(
                "metadata",
                Map.of(
                        "name",
                        root + "." + metadata.get("namespace") + ".svc.cluster.local",
                        "namespace",
                        metadata.get("namespace")));
        profile.put("spec", Map.of("routes", List.of(Map.of("name", "all", "condition", Map.of("pathRegex", "/.*")))));
        return profile;
    }

    private static Map<String, Object> ofNamespace(Map<String, Object> tree) {
        Object namespace = Trees.object(tree.get("metadata")).get("namespace");
        return Map.of("group", "", "kind", "Namespace", "name", namespace);
    }

    private static Map<String, Object> ofGateway(Map<String, Object> targetRef, String kind) {
        Map<String, Object> other = new LinkedHashMap<>(targetRef);
        if ("HTTPRoute".equals(targetRef.get("kind"))) {
            other.put("group", "gateway.networking.k8s.io");
            other.put("kind", kind);
        }
        return other;
    }

    private static Object namespaces(Object refs) {
        return ((List<?>) refs)
                .stream()
                        .map(ref -> Map.of(
                                "kind", "Namespace", "name", Trees.object(ref).get("namespace")))
                        .distinct()
                        .toList();
    }

    private static Map<String, Object> fromEverywhere(Map<String, Object> tree) {
        Map<String, Object> other = new LinkedHashMap<>(tree);
        if ("MeshTLSAuthentication".equals(tree.get("kind"))) {
            other.put("kind", "NetworkAuthentication");
            other.put("spec", Map.of("networks", List.of(Map.of("cidr", "0.0.0.0/0"), Map.of("cidr", "::/0"))));
        }
        return "AuthorizationPolicy".equals(tree.get("kind"))
                ? Trees.change(tree, AUTHENTICATIONS + ".kind", kind -> "NetworkAuthentication")
                : other;
    }

    private static Map<String, Object> renamed(Map<String, Object> tree) {
        return Trees.change(tree, "metadata.name", Trees.text(name -> "another-" + name));
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

    static Stream<Arguments> usual() {
        return tried(
                Stream.of(splits(), widerAccess(), narrowerAccess(), silence()).flatMap(some -> some));
    }

    static Stream<Arguments> hard() {
        return tried(rare());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usual")
    void proof_ofAWrongTranslator_fails(String trap, Law law, AlteredTranslator wrong) {
        prove(trap, law, wrong, LinkerdCluster::manifests);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hard")
    void proof_inClustersOfHardCases_fails(String trap, Law law, AlteredTranslator wrong) {
        prove(trap, law, wrong, LinkerdCluster::hard);
    }

    private static void prove(
            String trap, Law law, AlteredTranslator wrong, Function<Random, List<Map<String, Object>>> manifests) {
        ProofReport report = Proof.of(wrong)
                .model(LinkerdModel.create())
                .generator(BundleGenerator.create().withManifests(manifests).withMeshSettings(LinkerdCluster::settings))
                .exceptions(new LinkerdExceptions())
                .bundles(BUNDLES)
                .seed(1)
                .untilFirstViolation(law)
                .asDrawn()
                .build()
                .run();
        assertThat(report.violations()).as(trap).extracting(Violation::law).contains(law);
    }
}
