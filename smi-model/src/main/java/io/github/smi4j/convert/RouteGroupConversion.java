package io.github.smi4j.convert;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HTTPRouteGroup: headers since v1alpha2, {@code spec} since v1alpha3. */
final class RouteGroupConversion {
    private static final FieldPath MATCHES = FieldPath.of("spec", "matches");
    private static final String ANY_PATH = ".*";

    private RouteGroupConversion() {}

    static Optional<HTTPRouteGroup> convert(Step<HTTPRouteGroup> step) {
        HTTPRouteGroup group = step.resource();
        Optional<List<HTTPMatch>> matches = step.isTo("v1alpha1") ? withoutHeaders(step) : Optional.of(group.matches());
        Optional<UnknownFieldsMove> unknown = UnknownFieldsMove.of(step, group.otherSpec(), group.other());
        return matches.flatMap(m -> unknown.map(u -> group.toBuilder()
                .apiVersion(step.apiVersion())
                .matches(m)
                .otherSpec(u.ofSpec())
                .other(u.ofDocument())
                .build()));
    }

    private static Optional<List<HTTPMatch>> withoutHeaders(Step<HTTPRouteGroup> step) {
        List<HTTPMatch> matches = new ArrayList<>();
        boolean allowed = true;
        for (int i = 0; i < step.resource().matches().size(); i++) {
            HTTPMatch match = step.resource().matches().get(i);
            if (!match.headers().isEmpty()) {
                allowed &= step.widen(
                        ConversionCode.HEADERS_REFUSED,
                        ConversionCode.HEADERS_LEFT_OUT,
                        MATCHES.index(i).field("headers"),
                        "does not exist in " + step.apiVersion() + "; without it the match "
                                + UserText.show(match.name()) + " takes in more requests");
                match = withoutHeaders(match);
            }
            matches.add(match);
        }
        return allowed ? Optional.of(matches) : Optional.empty();
    }

    /** A match without any part selects nothing: any path is what is left of headers alone. */
    private static HTTPMatch withoutHeaders(HTTPMatch match) {
        HTTPMatch.Builder without = match.toBuilder().headers(Map.of());
        boolean nothingLeft = match.pathRegex().filter(path -> !path.isEmpty()).isEmpty()
                && match.methods().isEmpty();
        return nothingLeft ? without.pathRegex(ANY_PATH).build() : without.build();
    }
}
