package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is asked of ServiceIntentions. */
final class IntentionRules {
    private static final List<String> ACTIONS = List.of("allow", "deny");
    private static final int MAX_DESCRIPTION = 512;

    private final Faults faults;
    private final boolean ofResource;
    private final HttpRules http;

    /**
     * Rules.
     *
     * @param ofResource whether webhooks look at it, and not only Consul
     */
    IntentionRules(Faults faults, boolean ofResource) {
        this.faults = faults;
        this.ofResource = ofResource;
        this.http = new HttpRules(faults);
    }

    void check(Map<?, ?> spec) {
        faults.checkFields("the intentions", spec, "destination:object", "sources:objects", "jwt:object");
        Map<?, ?> destination = Fields.object(spec, "destination");
        faults.checkFields("the destination", destination, "name:text", "namespace:text");
        String name = Fields.text(destination, "name");
        String namespace = Fields.text(destination, "namespace");
        if (name.isEmpty() && ofResource) {
            faults.add("the destination has no name");
        } else if (!name.isEmpty()) {
            faults.checkPattern("the destination", namespace, name);
        }
        if (spec.containsKey("jwt")) {
            faults.add("the model of Consul does not know jwt");
        }
        List<Map<?, ?>> sources = Fields.objects(spec, "sources");
        if (sources.isEmpty()) {
            faults.add("there is no source");
        }
        boolean wild = List.of(name, namespace).contains(ConsulService.ANY);
        Set<String> seen = new HashSet<>();
        for (Map<?, ?> source : sources) {
            checkSource(source, wild);
            if (!seen.add(identity(source, namespace))) {
                faults.add("the source " + Fields.text(source, "name") + " is there twice");
            }
        }
    }

    private static String identity(Map<?, ?> source, String own) {
        String namespace = Fields.text(source, "namespace");
        return String.join(
                "/",
                Fields.text(source, "peer"),
                Fields.text(source, "samenessGroup"),
                Fields.text(source, "partition"),
                namespace.isEmpty() ? own : namespace,
                Fields.text(source, "name"));
    }

    private void checkSource(Map<?, ?> source, boolean wild) {
        faults.checkFields(
                "a source",
                source,
                "name:text",
                "namespace:text",
                "partition:text",
                "peer:text",
                "samenessGroup:text",
                "action:text",
                "permissions:objects",
                "description:text");
        if (Fields.text(source, "name").isEmpty()) {
            faults.add("a source has no name");
        } else {
            faults.checkPattern("a source", Fields.text(source, "namespace"), Fields.text(source, "name"));
        }
        faults.checkAtMostOne("a source", source, "partition", "peer", "samenessGroup");
        for (String field : List.of("partition", "peer", "samenessGroup")) {
            if (Fields.text(source, field).contains(ConsulService.ANY)) {
                faults.add(field + " of a source has a wildcard");
            }
        }
        if (ConsulAdmission.length(Fields.text(source, "description")) > MAX_DESCRIPTION) {
            faults.add("a description has more than " + MAX_DESCRIPTION + " bytes");
        }
        checkActions(source, wild);
    }

    private void checkActions(Map<?, ?> source, boolean wild) {
        List<Map<?, ?>> permissions = Fields.objects(source, "permissions");
        String action = Fields.text(source, "action");
        if (permissions.isEmpty()) {
            faults.checkOneOf("the action of a source", action, ACTIONS);
        } else if (!action.isEmpty()) {
            faults.add("a source has an action and permissions");
        }
        if (wild && !permissions.isEmpty()) {
            faults.add("a destination that is a wildcard has permissions");
        }
        permissions.forEach(this::checkPermission);
    }

    private void checkPermission(Map<?, ?> permission) {
        faults.checkFields("a permission", permission, "action:text", "http:object", "jwt:object");
        faults.checkOneOf("the action of a permission", Fields.text(permission, "action"), ACTIONS);
        if (permission.containsKey("jwt")) {
            faults.add("the model of Consul does not know jwt of a permission");
        }
        Map<?, ?> tests = Fields.object(permission, "http");
        faults.checkFields(
                "a permission",
                tests,
                "pathExact:text",
                "pathPrefix:text",
                "pathRegex:text",
                "header:objects",
                "methods:texts");
        boolean empty = Faults.count(tests, "pathExact", "pathPrefix", "pathRegex") == 0
                && Fields.list(tests, "header").isEmpty()
                && Fields.list(tests, "methods").isEmpty();
        if (empty) {
            faults.add("a permission has no http, or an empty one");
        }
        http.checkPath("a permission", tests);
        http.checkHeaders("a permission", tests, true);
        http.checkMethods("a permission", tests, ofResource);
    }
}
