package io.github.smi4j.testkit.istio;

import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.MetadataRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Istio asks of an AuthorizationPolicy, transcribed from its validation and the rules of its schema. */
final class AuthorizationPolicyRules {
    private static final int MAX_RULES = 512;
    private static final int MAX_TARGET_REFS = 16;
    private static final int MAX_PORT = 65535;
    private static final Pattern KEYS = Pattern.compile("request\\.headers\\[[^\\[\\]]+]"
            + "|request\\.auth\\.(principal|audiences|presenter|claims\\[.+])"
            + "|source\\.(ip|namespace|serviceAccount|principal|trustDomain)|remote\\.ip"
            + "|destination\\.(ip|port)|connection\\.sni|experimental\\.envoy\\.filters\\..+");
    private static final Pattern SEGMENT = Pattern.compile("[a-zA-Z0-9\\-._~%!$&'()+,;:@=]+");
    private static final Set<String> OPERATORS = Set.of("{*}", "{**}");

    private final List<String> faults = new ArrayList<>();
    private final SourceRules sources = new SourceRules(faults::add);

    private AuthorizationPolicyRules() {}

    /** What is wrong with an AuthorizationPolicy. */
    static List<String> faults(Map<String, ?> tree) {
        AuthorizationPolicyRules rules = new AuthorizationPolicyRules();
        Map<?, ?> spec = Fields.object(tree, "spec");
        new MetadataRules(rules.faults::add).check(Fields.object(tree, "metadata"));
        rules.checkFields("spec", spec, "selector", "targetRef", "targetRefs", "action", "provider", "rules");
        rules.checkAttachment(spec);
        rules.checkAction(spec, Fields.object(Fields.object(tree, "metadata"), "annotations"));
        rules.checkRules(spec);
        return rules.faults;
    }

    private void checkFields(String what, Map<?, ?> tree, String... known) {
        tree.keySet().stream()
                .filter(key -> !List.of(known).contains(key))
                .forEach(key -> faults.add(what + " has the unknown field " + key));
    }

    private void checkAttachment(Map<?, ?> spec) {
        long ways = List.of("selector", "targetRef", "targetRefs").stream()
                .filter(spec::containsKey)
                .count();
        if (ways > 1) {
            faults.add("only one of selector, targetRef and targetRefs can be set");
        }
        if (Fields.list(spec, "targetRefs").size() > MAX_TARGET_REFS) {
            faults.add("targetRefs has more than 16 elements");
        }
        new SelectorRules(faults::add).check(spec);
        Map<?, ?> labels = Fields.object(Fields.object(spec, "selector"), "matchLabels");
        if (spec.containsKey("selector") && labels.isEmpty() && spec.containsKey("rules")) {
            faults.add("an empty selector has rules: they are for all workloads of the namespace");
        }
    }

    private void checkAction(Map<?, ?> spec, Map<?, ?> annotations) {
        Object action = spec.containsKey("action") ? spec.get("action") : "ALLOW";
        if (!List.of("ALLOW", "DENY", "AUDIT", "CUSTOM").contains(action)) {
            faults.add("action " + action + " does not exist");
        }
        if (spec.containsKey("provider") && !action.equals("CUSTOM")) {
            faults.add("provider needs the action CUSTOM");
        }
        if (action.equals("CUSTOM")
                && Fields.text(Fields.object(spec, "provider"), "name").isEmpty()) {
            faults.add("the action CUSTOM needs a provider");
        }
        if (action.equals("DENY") && Fields.list(spec, "rules").isEmpty()) {
            faults.add("the action DENY needs rules");
        }
        boolean dryRun = DryRun.isThere(annotations);
        if (dryRun && !DryRun.isValid(annotations)) {
            faults.add("the annotation istio.io/dry-run is no truth value");
        }
        if (dryRun && !List.of("ALLOW", "DENY").contains(action)) {
            faults.add("the annotation istio.io/dry-run needs the action ALLOW or DENY");
        }
    }

    private void checkRules(Map<?, ?> spec) {
        checkLists(spec);
        if (Fields.list(spec, "rules").size() > MAX_RULES) {
            faults.add("rules has more than 512 elements");
        }
        Fields.objects(spec, "rules").forEach(this::checkRule);
    }

    /** To Istio an empty list is none, and none is no constraint. */
    private void checkLists(Object node) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (List.of().equals(value)) {
                    faults.add(key + " is an empty list");
                }
                checkLists(value);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(this::checkLists);
        }
    }

    private void checkRule(Map<?, ?> rule) {
        checkFields("a rule", rule, "from", "to", "when");
        if (Fields.list(rule, "from").size() > MAX_RULES) {
            faults.add("from has more than 512 elements");
        }
        for (Map<?, ?> from : Fields.objects(rule, "from")) {
            checkFields("an element of from", from, "source");
            sources.check(Fields.object(from, "source"));
        }
        for (Map<?, ?> to : Fields.objects(rule, "to")) {
            checkFields("an element of to", to, "operation");
            checkOperation(Fields.object(to, "operation"));
        }
        Fields.objects(rule, "when").forEach(this::checkCondition);
    }

    private void checkOperation(Map<?, ?> operation) {
        checkFields(
                "an operation",
                operation,
                "hosts",
                "notHosts",
                "ports",
                "notPorts",
                "methods",
                "notMethods",
                "paths",
                "notPaths");
        if (operation.values().stream().allMatch(List.of()::equals)) {
            faults.add("an operation is empty");
        }
        for (String field : List.of("hosts", "notHosts", "methods", "notMethods", "paths", "notPaths")) {
            checkTexts(field, operation);
        }
        for (String field : List.of("ports", "notPorts")) {
            Fields.list(operation, field).forEach(this::checkPort);
        }
        for (String field : List.of("paths", "notPaths")) {
            Fields.list(operation, field).forEach(path -> checkPath(path.toString()));
        }
    }

    private void checkTexts(String field, Map<?, ?> tree) {
        for (Object value : Fields.list(tree, field)) {
            if (!(value instanceof String text) || text.isEmpty()) {
                faults.add(field + " has an element that is no text, or an empty one");
            }
        }
    }

    private void checkPort(Object port) {
        boolean decimal = port instanceof String text && text.matches("[0-9]{1,5}");
        if (!decimal || Integer.parseInt((String) port) > MAX_PORT) {
            faults.add("port " + port + " is not a decimal text within 0..65535");
        }
    }

    private void checkPath(String path) {
        if (!path.contains("{") && !path.contains("}")) {
            return;
        }
        // Istio trims slashes, but Envoy refuses a template without the first.
        if (!path.startsWith("/")) {
            faults.add("the template " + path + " does not begin with a slash");
        }
        boolean rest = false;
        for (String segment : path.replaceAll("^/|/$", "").split("/", -1)) {
            boolean operator = OPERATORS.contains(segment);
            if (!operator && !SEGMENT.matcher(segment).matches()) {
                faults.add("the path " + path + " has a brace, or characters that a template must not have");
            }
            if (rest && operator) {
                faults.add("the template " + path + " has an operator after {**}");
            }
            rest |= segment.equals("{**}");
        }
    }

    private void checkCondition(Map<?, ?> condition) {
        checkFields("a condition", condition, "key", "values", "notValues");
        String key = Fields.text(condition, "key");
        if (!KEYS.matcher(key).matches()) {
            faults.add("the key " + key + " of a condition is not known");
        }
        List<Object> values = new ArrayList<>(Fields.list(condition, "values"));
        values.addAll(Fields.list(condition, "notValues"));
        if (values.isEmpty()) {
            faults.add("a condition has neither values nor notValues");
        }
        checkTexts("values", condition);
        checkTexts("notValues", condition);
        if (key.equals("destination.port")) {
            values.forEach(this::checkPort);
        }
    }
}
