package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexResult;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;
import java.util.Optional;

/** A path that is a plain name also matches longer names: {@code /api} matches {@code /apix}. */
final class OpenPathRule implements ResourceRule {
    @Override
    public DiagnosticCode code() {
        return ValidationCode.PATH_OPEN;
    }

    @Override
    public boolean isOnByDefault() {
        return false;
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        if (resource instanceof HTTPRouteGroup group) {
            for (int i = 0; i < group.matches().size(); i++) {
                FieldPath path = FieldPath.of("spec", "matches").index(i).field("pathRegex");
                group.matches()
                        .get(i)
                        .pathRegex()
                        .flatMap(OpenPathRule::openName)
                        .ifPresent(name -> out.report(
                                path,
                                "also matches " + UserText.show(name + "x") + ", not " + UserText.show(name)
                                        + " alone"));
            }
        }
    }

    /** The text that every path may go on from, if its last segment is a name. */
    private static Optional<String> openName(String pattern) {
        Optional<Regex> regex = Regex.parse(pattern) instanceof RegexResult.Parsed parsed
                ? Optional.of(parsed.regex())
                : Optional.empty();
        // One that goes on with .* says itself that it is open.
        return regex.filter(parsed -> parsed.literal().isPresent())
                .flatMap(Regex::openLiteral)
                .filter(text -> text.startsWith("/") && !text.endsWith("/"));
    }
}
