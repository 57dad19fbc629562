package io.github.smi4j.testkit.consul;

import com.google.re2j.Pattern;
import io.github.smi4j.testkit.tree.Fields;
import java.util.List;
import java.util.Map;

/** What is asked of ServiceRouters. */
final class RouterRules {
    private static final Pattern DURATION = Pattern.compile("0|([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+");
    private static final List<String> RETRIES = List.of(
            "5xx",
            "gateway-error",
            "reset",
            "connect-failure",
            "envoy-ratelimited",
            "retriable-4xx",
            "refused-stream",
            "cancelled",
            "deadline-exceeded",
            "internal",
            "resource-exhausted",
            "unavailable");

    private final Faults faults;
    private final HttpRules http;

    RouterRules(Faults faults) {
        this.faults = faults;
        this.http = new HttpRules(faults);
    }

    void check(Map<?, ?> spec) {
        faults.checkFields("the router", spec, "routes:objects");
        for (Map<?, ?> route : Fields.objects(spec, "routes")) {
            faults.checkFields("a route", route, "match:object", "destination:object");
            Map<?, ?> match = Fields.object(route, "match");
            faults.checkFields("a match", match, "http:object");
            checkMatch(Fields.object(match, "http"));
            checkDestination(Fields.object(route, "destination"), Fields.object(match, "http"));
        }
    }

    private void checkMatch(Map<?, ?> match) {
        faults.checkFields(
                "a match",
                match,
                "caseInsensitive:flag",
                "pathExact:text",
                "pathPrefix:text",
                "pathRegex:text",
                "header:objects",
                "queryParam:objects",
                "methods:texts");
        http.checkPath("a match", match);
        http.checkHeaders("a match", match, false);
        http.checkMethods("a match", match, false);
        for (Map<?, ?> query : Fields.objects(match, "queryParam")) {
            faults.checkFields("a queryParam", query, "name:text", "present:flag", "exact:text", "regex:text");
            if (Fields.text(query, "name").isEmpty()) {
                faults.add("a queryParam has no name");
            }
            faults.checkAtMostOne("a queryParam", query, "present", "exact", "regex");
            faults.checkRegex("a queryParam", query, "regex");
        }
    }

    private void checkDestination(Map<?, ?> destination, Map<?, ?> match) {
        faults.checkFields(
                "a destination",
                destination,
                "service:text",
                "serviceSubset:text",
                "namespace:text",
                "partition:text",
                "prefixRewrite:text",
                "idleTimeout:text",
                "requestTimeout:text",
                "numRetries:whole",
                "retryOn:texts",
                "retryOnConnectFailure:flag",
                "retryOnStatusCodes:list",
                "requestHeaders:object",
                "responseHeaders:object");
        if (!Fields.text(destination, "service").isEmpty()) {
            faults.checkService("the service of a destination", Fields.text(destination, "service"));
        }
        boolean rewrites = !Fields.text(destination, "prefixRewrite").isEmpty();
        if (rewrites && Faults.count(match, "pathPrefix", "pathExact") == 0) {
            faults.add("a prefixRewrite has neither pathPrefix nor pathExact");
        }
        for (String field : List.of("idleTimeout", "requestTimeout")) {
            if (destination.containsKey(field) && !DURATION.matches(Fields.text(destination, field))) {
                faults.add(field + " is no duration: " + destination.get(field));
            }
        }
        Fields.texts(destination, "retryOn").forEach(reason -> faults.checkOneOf("retryOn", reason, RETRIES));
    }
}
