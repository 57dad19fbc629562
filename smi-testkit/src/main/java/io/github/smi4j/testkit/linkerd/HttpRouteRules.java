package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Linkerd, and the Gateway API if it is a route of its group, ask of an HTTPRoute. */
final class HttpRouteRules {
    private static final int MAX_RULES = 16;
    private static final int MAX_MATCHES = 128;
    private static final int MAX_MATCHES_OF_RULE = 64;
    private static final int MAX_MATCHES_OF_LINKERD = 8;
    private static final int MAX_HEADERS = 16;
    private static final int MAX_PATH = 1024;
    private static final int MAX_NAME = 256;
    private static final int MAX_VALUE = 4096;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+");
    private static final Pattern PATH = Pattern.compile("(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+");
    private static final List<String> NOT_IN_PATHS = List.of("//", "/./", "/../", "%2f", "%2F", "#");

    private final Faults faults;
    private final boolean ofGateway;
    private final RouteRules routes;

    HttpRouteRules(Faults faults, boolean ofGateway) {
        this.faults = faults;
        this.ofGateway = ofGateway;
        this.routes = new RouteRules(faults);
    }

    void check(Map<String, ?> route) {
        Map<?, ?> spec = Fields.object(route, "spec");
        faults.checkFields("spec", spec, "parentRefs", "rules");
        routes.checkParents(route, ofGateway ? Resource.GATEWAY : Resource.POLICY, true);
        List<Map<?, ?>> rules = Fields.objects(spec, "rules");
        if (spec.containsKey("rules")) {
            faults.checkSize("rules", rules.size(), ofGateway ? 1 : 0, MAX_RULES);
        }
        rules.forEach(this::checkRule);
        int matches = rules.stream()
                .mapToInt(rule -> Fields.list(rule, "matches").size())
                .sum();
        if (matches > MAX_MATCHES) {
            faults.add("the rules have more than 128 matches");
        }
    }

    private void checkRule(Map<?, ?> rule) {
        faults.checkFields("a rule", rule, "matches", "filters", "backendRefs");
        if (rule.containsKey("matches")) {
            faults.checkSize(
                    "matches",
                    Fields.list(rule, "matches").size(),
                    1,
                    ofGateway ? MAX_MATCHES_OF_RULE : MAX_MATCHES_OF_LINKERD);
        }
        if (!Fields.list(rule, "filters").isEmpty()) {
            faults.add("a rule has filters, which the model of Linkerd does not know");
        }
        Fields.objects(rule, "matches").forEach(this::checkMatch);
        routes.checkBackends(rule, 0);
    }

    private void checkMatch(Map<?, ?> match) {
        faults.checkFields("a match", match, "path", "headers", "method");
        if (match.containsKey("method")) {
            faults.checkOneOf(
                    "a method",
                    Fields.text(match, "method"),
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "DELETE",
                    "CONNECT",
                    "OPTIONS",
                    "TRACE",
                    "PATCH");
        }
        if (match.containsKey("path")) {
            checkPath(Fields.object(match, "path"));
        }
        List<Map<?, ?>> headers = Fields.objects(match, "headers");
        if (headers.size() > MAX_HEADERS) {
            faults.add("a match has more than 16 headers");
        }
        Set<String> names = new HashSet<>();
        for (Map<?, ?> header : headers) {
            checkHeader(header);
            if (!names.add(Fields.text(header, "name").toLowerCase(Locale.ROOT))) {
                faults.add("a match has the header " + header.get("name") + " twice");
            }
        }
    }

    private void checkPath(Map<?, ?> path) {
        faults.checkFields("a path", path, "type", "value");
        String type = path.containsKey("type") ? Fields.text(path, "type") : "PathPrefix";
        String value = path.containsKey("value") ? Fields.text(path, "value") : "/";
        faults.checkOneOf("the type of a path", type, "Exact", "PathPrefix", "RegularExpression");
        faults.checkLength("a path", value, 0, MAX_PATH);
        if (type.equals("RegularExpression")) {
            faults.checkRegex("a path", value);
            return;
        }
        if (!value.startsWith("/")) {
            faults.add("the path " + value + " does not begin with a slash");
        }
        Stream<String> parts = NOT_IN_PATHS.stream().filter(value::contains);
        Stream<String> ends = Stream.of("/.", "/..").filter(value::endsWith);
        if (ofGateway
                && (Stream.concat(parts, ends).findAny().isPresent()
                        || !PATH.matcher(value).matches())) {
            faults.add("the path " + value + " has what the Gateway API does not take");
        }
    }

    private void checkHeader(Map<?, ?> header) {
        faults.checkFields("a header", header, "type", "name", "value");
        String name = Fields.text(header, "name");
        String value = Fields.text(header, "value");
        String type = header.containsKey("type") ? Fields.text(header, "type") : "Exact";
        faults.checkLength("the name of a header", name, 1, MAX_NAME);
        faults.checkLength("the value of a header", value, 1, MAX_VALUE);
        faults.checkOneOf("the type of a header", type, "Exact", "RegularExpression");
        if (!TOKEN.matcher(name).matches()) {
            faults.add("the name of a header is not a token: " + name);
        }
        if (type.equals("RegularExpression")) {
            faults.checkRegex("a header", value);
        }
    }
}
