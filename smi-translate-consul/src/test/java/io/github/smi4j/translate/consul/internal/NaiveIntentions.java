package io.github.smi4j.translate.consul.internal;

import com.google.re2j.Pattern;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.testkit.tree.Fields;
import io.github.smi4j.testkit.tree.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads intentions as their documentation says, one sentence after the other, and knows nothing of how they are written. */
final class NaiveIntentions {
    private NaiveIntentions() {}

    /** Whether a caller may send a request; the default of the mesh is for what nothing decides. */
    static boolean allow(List<Map<String, Object>> sources, String caller, Traffic.Http request, boolean byDefault) {
        Optional<Map<String, Object>> own =
                sources.stream().filter(s -> caller.equals(s.get("name"))).findFirst();
        Optional<Map<String, Object>> source = own.or(
                () -> sources.stream().filter(s -> "*".equals(s.get("name"))).findFirst());
        return source.map(s -> allows(s, request, byDefault)).orElse(byDefault);
    }

    private static boolean allows(Map<String, Object> source, Traffic.Http request, boolean byDefault) {
        if (source.containsKey("action")) {
            return "allow".equals(source.get("action"));
        }
        return Trees.objects(source, "permissions").stream()
                .filter(permission -> isMatch(Trees.object(permission.get("http")), request))
                .findFirst()
                .map(permission -> "allow".equals(permission.get("action")))
                .orElse(byDefault);
    }

    /** Whether a request passes all tests. */
    static boolean isMatch(Map<String, Object> http, Traffic.Http request) {
        String path = request.path();
        return (!http.containsKey("pathExact") || path.equals(http.get("pathExact")))
                && (!http.containsKey("pathPrefix") || path.startsWith(Fields.text(http, "pathPrefix")))
                && (!http.containsKey("pathRegex") || Pattern.matches(Fields.text(http, "pathRegex"), path))
                && (!http.containsKey("methods")
                        || Fields.texts(http, "methods").contains(request.method()))
                && Trees.objects(http, "header").stream().allMatch(test -> isMatch(test, request.method(), request));
    }

    private static boolean isMatch(Map<String, Object> test, String method, Traffic.Http request) {
        String name = Fields.text(test, "name");
        String value = name.equals(":method") ? method : request.headers().get(name);
        if (value == null) {
            return false;
        }
        return (!test.containsKey("exact") || value.equals(test.get("exact")))
                && (!test.containsKey("regex") || Pattern.matches(Fields.text(test, "regex"), value));
    }
}
