package io.github.smi4j.testkit.consul;

import io.github.smi4j.testkit.tree.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is asked of tests of requests. */
final class HttpRules {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE");

    private final Faults faults;

    HttpRules(Faults faults) {
        this.faults = faults;
    }

    /** At most one test of the path, absolute unless it is a regex. */
    void checkPath(String what, Map<?, ?> http) {
        faults.checkAtMostOne(what, http, "pathExact", "pathPrefix", "pathRegex");
        for (String field : List.of("pathExact", "pathPrefix")) {
            String path = Fields.text(http, field);
            if (!path.isEmpty() && !path.startsWith("/")) {
                faults.add(field + " of " + what + " does not begin with a slash: " + path);
            }
        }
        faults.checkRegex(what, http, "pathRegex");
    }

    /**
     * Methods that are known, each once.
     *
     * @param exactly whether they are not brought into capitals first
     */
    void checkMethods(String what, Map<?, ?> http, boolean exactly) {
        Set<String> found = new HashSet<>();
        for (String given : Fields.texts(http, "methods")) {
            String method = exactly ? given : given.toUpperCase(Locale.ROOT);
            faults.checkOneOf("a method of " + what, method, METHODS);
            if (!found.add(method)) {
                faults.add(what + " has the method " + method + " twice");
            }
        }
    }

    /**
     * Exactly one condition for each header.
     *
     * @param ofIntention whether there is more to ask for than routes can
     */
    void checkHeaders(String what, Map<?, ?> http, boolean ofIntention) {
        for (Map<?, ?> header : Fields.objects(http, "header")) {
            if (ofIntention) {
                faults.checkFields(
                        "a header",
                        header,
                        "name:text",
                        "present:flag",
                        "exact:text",
                        "prefix:text",
                        "suffix:text",
                        "contains:text",
                        "regex:text",
                        "ignoreCase:flag",
                        "invert:flag");
            } else {
                faults.checkFields(
                        "a header",
                        header,
                        "name:text",
                        "present:flag",
                        "exact:text",
                        "prefix:text",
                        "suffix:text",
                        "regex:text",
                        "invert:flag");
            }
            checkHeader(what, header);
        }
    }

    private void checkHeader(String what, Map<?, ?> header) {
        if (Fields.text(header, "name").isEmpty()) {
            faults.add("a header of " + what + " has no name");
        }
        int conditions = Faults.count(header, "present", "exact", "prefix", "suffix", "contains", "regex");
        if (conditions != 1) {
            faults.add("a header of " + what + " has " + conditions + " conditions, not one");
        }
        if (Boolean.TRUE.equals(header.get("ignoreCase")) && Faults.count(header, "present", "regex") > 0) {
            faults.add("a header of " + what + " has ignoreCase with present or regex");
        }
        faults.checkRegex("a header of " + what, header, "regex");
    }
}
