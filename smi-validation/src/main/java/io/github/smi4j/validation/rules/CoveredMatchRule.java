package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.List;
import java.util.Optional;

/** A match adds something to the matches of its group that are always used with it. */
final class CoveredMatchRule implements SetRule {
    /** With how many matches of its group each is compared at most, from the first on. */
    static final int MAX_COMPARED = 50;

    @Override
    public DiagnosticCode code() {
        return ValidationCode.MATCH_COVERED;
    }

    @Override
    public void check(RuleContext in, SetFindings out) {
        MatchUses uses = MatchUses.of(in);
        RequestCoverage coverage = new RequestCoverage();
        for (SetResource<HTTPRouteGroup> group : in.resources(HTTPRouteGroup.class)) {
            List<ResolvedMatch> matches = in.policy().matches(group.ref());
            for (int place = 0; place < matches.size(); place++) {
                ResolvedMatch match = matches.get(place);
                if (uses.areKnown(group.namespace()) && uses.isUsed(match) && !coverage.isEmpty(match)) {
                    covering(place, matches, uses, coverage, in)
                            .ifPresent(other -> out.of(group)
                                    .report(
                                            match.path(),
                                            "the match " + UserText.show(other.name())
                                                    + " takes all requests of this one, wherever it is used"));
                }
            }
        }
    }

    /** The first match that takes all requests of this one; of two that take the same the second is the one too many. */
    private static Optional<ResolvedMatch> covering(
            int place, List<ResolvedMatch> matches, MatchUses uses, RequestCoverage coverage, RuleContext in) {
        ResolvedMatch match = matches.get(place);
        for (int i = 0; i < Math.min(matches.size(), MAX_COMPARED); i++) {
            ResolvedMatch other = matches.get(i);
            in.visited(1);
            if (i != place
                    && uses.isAlwaysWith(match, other)
                    && coverage.covers(other, match)
                    && (i < place || !coverage.covers(match, other))) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
