package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** What Linkerd asks of a Server. */
final class ServerRules {
    private static final int MAX_PORT_NAME = 15;
    private static final int MAX_LABEL = 63;
    private static final String LABEL_VALUE = "([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?";

    private final Faults faults;

    ServerRules(Faults faults) {
        this.faults = faults;
    }

    /** Servers of versions without a policy beside those that refer to them. */
    void checkBeforeAccessPolicies(Map<?, ?> spec) {
        if (spec.containsKey("accessPolicy")) {
            faults.add("spec has the unknown field accessPolicy");
        }
        check(spec);
    }

    void check(Map<?, ?> spec) {
        faults.checkFields(
                "spec", spec, "podSelector", "externalWorkloadSelector", "port", "proxyProtocol", "accessPolicy");
        if (spec.containsKey("podSelector") == spec.containsKey("externalWorkloadSelector")) {
            faults.add("a Server has either a podSelector or an externalWorkloadSelector");
        }
        for (String field : List.of("podSelector", "externalWorkloadSelector")) {
            checkSelector(Fields.object(spec, field));
        }
        checkPort(spec);
        if (spec.containsKey("proxyProtocol")) {
            faults.checkOneOf(
                    "proxyProtocol",
                    String.valueOf(spec.get("proxyProtocol")),
                    "unknown",
                    "HTTP/1",
                    "HTTP/2",
                    "gRPC",
                    "opaque",
                    "TLS");
        }
        if (spec.containsKey("accessPolicy") && !DefaultPolicy.isKnown(String.valueOf(spec.get("accessPolicy")))) {
            faults.add("the accessPolicy " + spec.get("accessPolicy") + " does not exist");
        }
    }

    /** A number, or the name of a port of a container. */
    private void checkPort(Map<?, ?> spec) {
        if (spec.get("port") instanceof String name) {
            boolean named = name.length() <= MAX_PORT_NAME
                    && name.matches("[a-z0-9]+(-[a-z0-9]+)*")
                    && name.matches(".*[a-z].*");
            if (!named) {
                faults.add("the port " + name + " is not the name of a port");
            }
        } else {
            faults.checkPort("a Server", spec);
        }
    }

    private void checkSelector(Map<?, ?> selector) {
        faults.checkFields("a selector", selector, "matchLabels", "matchExpressions");
        Fields.object(selector, "matchLabels").forEach((key, value) -> {
            if (!(value instanceof String text) || text.length() > MAX_LABEL || !text.matches(LABEL_VALUE)) {
                faults.add("the label " + key + " cannot have the value " + value);
            }
        });
        for (Map<?, ?> expression : Fields.objects(selector, "matchExpressions")) {
            faults.checkFields("a match expression", expression, "key", "operator", "values");
            faults.checkLength("the key of a match expression", Fields.text(expression, "key"), 1, 317);
            faults.checkOneOf(
                    "the operator of a match expression",
                    Fields.text(expression, "operator"),
                    "In",
                    "NotIn",
                    "Exists",
                    "DoesNotExist");
        }
    }
}
