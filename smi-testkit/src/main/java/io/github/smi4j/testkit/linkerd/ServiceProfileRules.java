package io.github.smi4j.testkit.linkerd;

import io.github.smi4j.model.Quantity;
import io.github.smi4j.testkit.tree.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Linkerd asks of a ServiceProfile, which its webhook reads strictly; and of the weights, which it does not look at. */
final class ServiceProfileRules {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String HOST = LABEL + "\\." + LABEL + "\\.svc\\." + LABEL + "(\\." + LABEL + ")*";
    private static final Pattern AUTHORITY = Pattern.compile(HOST + "(:[1-9][0-9]{0,4})?");
    private static final BigDecimal MAX_SUM = BigDecimal.valueOf(429_496);

    private final Faults faults;

    ServiceProfileRules(Faults faults) {
        this.faults = faults;
    }

    void check(Map<String, ?> profile) {
        String name = Fields.text(Fields.object(profile, "metadata"), "name");
        if (!name.matches(HOST)) {
            faults.add("the name " + name + " is not <service>.<namespace>.svc.<cluster domain>");
        }
        Map<?, ?> spec = Fields.object(profile, "spec");
        faults.checkFields("spec", spec, "routes", "dstOverrides");
        Fields.objects(spec, "routes").forEach(this::checkRoute);
        checkOverrides(Fields.objects(spec, "dstOverrides"));
    }

    private void checkRoute(Map<?, ?> route) {
        faults.checkFields("a route", route, "name", "condition", "responseClasses", "isRetryable", "timeout");
        if (Fields.text(route, "name").isEmpty()) {
            faults.add("a route has no name");
        }
        Map<?, ?> condition = Fields.object(route, "condition");
        faults.checkFields("a condition", condition, "pathRegex", "method", "all", "any", "not");
        if (condition.isEmpty()) {
            faults.add("a route has no condition");
        }
        faults.checkRegex("a pathRegex", Fields.text(condition, "pathRegex"));
    }

    private void checkOverrides(List<Map<?, ?>> overrides) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<?, ?> override : overrides) {
            faults.checkFields("a dstOverride", override, "authority", "weight");
            if (!AUTHORITY.matcher(Fields.text(override, "authority")).matches()) {
                faults.add("the authority " + override.get("authority") + " is no Service of the cluster");
            }
            Optional<BigDecimal> weight = Quantity.tryParse(String.valueOf(override.get("weight")))
                    .map(Quantity::value)
                    .filter(value -> value.signum() >= 0);
            if (weight.isEmpty()) {
                faults.add("the weight " + override.get("weight") + " is no quantity of at least 0");
            }
            sum = sum.add(weight.orElse(BigDecimal.ZERO));
        }
        if (sum.compareTo(MAX_SUM) > 0) {
            faults.add("the weights sum to more than 429496, and proxies panic");
        }
        if (!overrides.isEmpty() && sum.signum() == 0) {
            faults.add("the weights of all dstOverrides are 0, and everything goes to the Service itself");
        }
    }
}
