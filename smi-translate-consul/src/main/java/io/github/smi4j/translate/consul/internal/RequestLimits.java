package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.IdentityHashMap;
import java.util.Optional;

/** The requests that intentions let in for the matches of rules. Each match is mapped and reported once. Not thread-safe. */
final class RequestLimits {
    private final TranslationOutput out;
    private final IdentityHashMap<ResolvedMatch, Optional<HttpMatch>> mapped = new IdentityHashMap<>();

    RequestLimits(TranslationOutput out) {
        this.out = out;
    }

    /** The requests; absent where the match lets nothing in. */
    Optional<HttpMatch> map(ResolvedMatch match) {
        return mapped.computeIfAbsent(match, this::mapOnce);
    }

    private Optional<HttpMatch> mapOnce(ResolvedMatch match) {
        Optional<String> header = RequestMapper.headerOfProxy(match);
        if (header.isPresent()) {
            out.report(
                    ConsulCode.HEADER_OF_PROXY,
                    match.group(),
                    match.path().field("headers"),
                    match.name() + " tests the header " + UserText.show(header.get())
                            + ", which proxies set or take away on the way; it allows nothing");
            return Optional.empty();
        }
        HttpMatch request = RequestMapper.map(match);
        Optional<String> method = RequestMapper.unknownMethod(match);
        method.ifPresent(name -> out.report(
                ConsulCode.METHOD_UNKNOWN,
                match.group(),
                match.path().field("methods"),
                match.name() + " has the method " + UserText.show(name) + ", which Consul does not know; "
                        + (request.methods().isEmpty() ? "the match allows nothing" : "it is left out")));
        // Without the methods that are left out there may be none, which would mean any.
        return method.isPresent() && request.methods().isEmpty() ? Optional.empty() : Optional.of(request);
    }
}
