package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.UserText;
import java.util.Optional;

/**
 * The first part of a match that a request does not pass.
 *
 * @param passed how many parts it passes before
 * @param reason the part, in words
 */
record MatchFailure(int passed, String reason) {
    /** Absent where the request matches. */
    static Optional<MatchFailure> of(ResolvedMatch match, Traffic.Http request) {
        int passed = 0;
        if (match.pathRegex().isPresent()) {
            if (!match.pathRegex().get().matchesPath(request.path())) {
                return failure(
                        match,
                        passed,
                        "the path " + UserText.show(request.path()) + " does not match "
                                + UserText.show(match.pathRegex().get().pattern()));
            }
            passed++;
        }
        if (!match.methods().isEmpty()) {
            if (!match.methods().contains(request.method())) {
                return failure(
                        match,
                        passed,
                        "the method " + UserText.show(request.method()) + " is not "
                                + String.join(" or ", match.methods()));
            }
            passed++;
        }
        for (HeaderTest test : match.headers()) {
            Optional<String> value = Optional.ofNullable(request.headers().get(test.name()));
            if (value.filter(test.value()::matchesHeader).isEmpty()) {
                return failure(match, passed, header(test, value));
            }
            passed++;
        }
        return Optional.empty();
    }

    private static String header(HeaderTest test, Optional<String> value) {
        return value.map(v -> "the header " + test.name() + " is " + UserText.show(v) + ", which does not match "
                        + UserText.show(test.value().pattern()))
                .orElse("the header " + test.name() + " is absent");
    }

    private static Optional<MatchFailure> failure(ResolvedMatch match, int passed, String reason) {
        return Optional.of(new MatchFailure(passed, match.group().name() + "#" + match.name() + ": " + reason));
    }
}
