package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.regex.Regex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one match of a group; a match with any fault selects nothing. */
final class MatchResolution {
    private static final String ANY_METHOD = "*";

    private final Known<HTTPRouteGroup> group;
    private final Patterns patterns;
    private final PolicyFindings findings;
    private boolean sound = true;

    MatchResolution(Known<HTTPRouteGroup> group, Patterns patterns, PolicyFindings findings) {
        this.group = group;
        this.patterns = patterns;
        this.findings = findings;
    }

    Optional<ResolvedMatch> resolve(HTTPMatch match, FieldPath path) {
        findings.visits().add();
        boolean unknown = new UnknownFields(findings, group)
                .refuse(match.other(), path, "name", "pathRegex", "methods", "headers");
        sound = !unknown;
        Optional<String> pattern = match.pathRegex().filter(p -> !p.isEmpty());
        if (pattern.isEmpty() && match.methods().isEmpty() && match.headers().isEmpty() && !unknown) {
            fault(PolicyCode.MATCH_WITHOUT_PARTS, path, "tests neither path nor methods nor headers");
        }
        Optional<Regex> pathRegex = pattern.flatMap(p -> regex(PolicyCode.PATH_REGEX, p, path.field("pathRegex")));
        List<String> methods = methods(match.methods(), path.field("methods"));
        List<HeaderTest> headers = headers(match.headers(), path.field("headers"));
        return sound
                ? Optional.of(new ResolvedMatch(group.ref(), match.name(), path, pathRegex, methods, headers))
                : Optional.empty();
    }

    private void fault(PolicyCode code, FieldPath path, String message) {
        findings.report(code, group, path, message);
        sound = false;
    }

    private Optional<Regex> regex(PolicyCode code, String pattern, FieldPath path) {
        boolean isPath = code == PolicyCode.PATH_REGEX;
        Patterns.Pattern read = isPath ? patterns.path(pattern) : patterns.header(pattern);
        if (read.matchesNothing()) {
            findings.report(
                    PolicyCode.PATTERN_NEVER_MATCHES,
                    group,
                    path,
                    "matches no " + (isPath ? "path in its normal form" : "header value")
                            + "; the match selects nothing",
                    helpForNothing(pattern));
        }
        read.fault().ifPresent(fault -> {
            findings.reportRegex(code, group, path, pattern, fault);
            sound = false;
        });
        return read.regex();
    }

    /** Why a pattern may match nothing: what is decided about are requests in their normal form. */
    private static String helpForNothing(String pattern) {
        if (pattern.chars().anyMatch(c -> c > '~')) {
            return "Write what is not ASCII percent-encoded, as it is sent.";
        }
        return pattern.contains("%")
                ? "Write percent-encoding as normalisation leaves it: %2F, not %2f, and a letter, digit or -._~ as itself."
                : PolicyCode.PATTERN_NEVER_MATCHES.help();
    }

    /** Methods in upper case, each once; none where any method is meant. */
    private List<String> methods(List<String> given, FieldPath path) {
        List<String> methods = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String method = given.get(i);
            String upper = method.toUpperCase(Locale.ROOT);
            if (!HttpTokens.isToken(method)) {
                fault(PolicyCode.METHOD, path.index(i), "HTTP has no method " + UserText.show(method));
            } else if (!upper.equals(method)) {
                findings.report(
                        PolicyCode.METHOD_CASE,
                        group,
                        path.index(i),
                        UserText.show(method) + " was read as " + UserText.show(upper));
            }
            if (!methods.contains(upper)) {
                methods.add(upper);
            }
        }
        return methods.contains(ANY_METHOD) ? List.of() : methods;
    }

    private List<HeaderTest> headers(Map<String, String> given, FieldPath path) {
        List<HeaderTest> headers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        given.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!HttpTokens.isToken(name)) {
                findings.reportKey(
                        PolicyCode.HEADER_NAME,
                        group,
                        path.key(name),
                        headerFault(name),
                        PolicyCode.HEADER_NAME.help());
                sound = false;
            } else if (!seen.add(lower)) {
                fault(PolicyCode.HEADER_TWICE, path.key(name), "the header is tested twice in this match");
            }
            regex(PolicyCode.HEADER_REGEX, value, path.key(name))
                    .ifPresent(regex -> headers.add(new HeaderTest(lower, regex)));
        });
        headers.sort(Comparator.comparing(HeaderTest::name));
        return headers;
    }

    private static String headerFault(String name) {
        return name.startsWith(":")
                ? "the pseudo-header " + UserText.show(name) + " is not a header of a request"
                : "HTTP has no header " + UserText.show(name);
    }
}
