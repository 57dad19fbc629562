package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.model.HTTPMatch;
import io.github.smi4j.model.HTTPRouteGroup;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.MatchNames;
import io.github.smi4j.model.Ports;
import io.github.smi4j.model.Rule;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.SplitMatches;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.model.UDPRoute;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleFindings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lists of which the order and number mean nothing hold each element once. */
final class RepeatedElementRule implements ResourceRule {
    private static final FieldPath SPEC = FieldPath.of("spec");

    @Override
    public DiagnosticCode code() {
        return ValidationCode.REPEATED;
    }

    @Override
    public void check(SmiResource resource, RuleFindings out) {
        if (resource instanceof TrafficTarget target) {
            repeated(target.sources(), SPEC.field("sources"), out);
            repeated(target.rules(), SPEC.field("rules"), out);
            for (int i = 0; i < target.rules().size(); i++) {
                matchNames(target.rules().get(i), SPEC.field("rules").index(i), out);
            }
        } else if (resource instanceof TrafficSplit split && split.matches() instanceof SplitMatches.Groups groups) {
            repeated(groups.groups(), SPEC.field("matches"), out);
        } else if (resource instanceof HTTPRouteGroup group) {
            for (int i = 0; i < group.matches().size(); i++) {
                methods(group.matches().get(i), SPEC.field("matches").index(i), out);
            }
        } else if (resource instanceof IdentityBinding binding) {
            repeated(binding.spiffeIdentities(), SPEC.field("schemes").field("spiffeIdentities"), out);
        } else {
            ports(resource, out);
        }
    }

    private static void matchNames(Rule rule, FieldPath path, RuleFindings out) {
        if (rule.matches() instanceof MatchNames.Named named) {
            repeated(named.names(), path.field("matches"), out);
        }
    }

    private static void methods(HTTPMatch match, FieldPath path, RuleFindings out) {
        repeated(match.methods(), path.field("methods"), out);
    }

    private static void ports(SmiResource resource, RuleFindings out) {
        FieldPath path = SPEC.field("matches").field("ports");
        if (resource instanceof TCPRoute route && route.matches().ports() instanceof Ports.Listed listed) {
            repeated(listed.numbers(), path, out);
        } else if (resource instanceof UDPRoute route && route.matches().ports() instanceof Ports.Listed listed) {
            repeated(listed.numbers(), path, out);
        }
    }

    private static void repeated(List<?> elements, FieldPath path, RuleFindings out) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            if (!seen.add(elements.get(i))) {
                out.report(path.index(i), shown(elements.get(i)) + " is in the list already");
            }
        }
    }

    private static String shown(Object element) {
        return element instanceof String || element instanceof Number ? UserText.show(element) : "an equal element";
    }
}
