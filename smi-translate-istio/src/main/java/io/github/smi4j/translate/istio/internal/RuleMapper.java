package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedMatch;
import io.github.smi4j.translate.istio.security.Condition;
import io.github.smi4j.translate.istio.security.Operation;
import io.github.smi4j.translate.istio.security.Rule;
import io.github.smi4j.translate.istio.security.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a target grants as rules. Conditions are for a whole rule, so a match that tests headers has one of its own; the others
 * share one. Requests and connections never share a rule: on a TCP port Istio skips a rule with any test of requests.
 */
final class RuleMapper {
    /** How many operations a rule has at most, so that none grows beyond what a cluster stores. */
    static final int MAX_OPERATIONS = 500;

    /** How many characters its principals have at most, and its operations. */
    static final int MAX_CHARACTERS = PolicyDraft.MAX_CHARACTERS / 2;

    private final RequestMapper requests;

    RuleMapper(RequestMapper requests) {
        this.requests = requests;
    }

    /** The rules; none if nothing is granted. */
    List<Rule> rules(List<List<Source>> sources, List<Grant> grants) {
        List<Rule> rules = new ArrayList<>();
        sources.forEach(from -> grants.forEach(grant -> add(from, grant, rules)));
        return rules;
    }

    private void add(List<Source> from, Grant grant, List<Rule> rules) {
        if (grant instanceof Grant.TcpConnections connections) {
            Operation ports =
                    Operation.builder().ports(ports(connections.ports())).build();
            rules.add(Rule.builder().from(from).addTo(ports).build());
        } else if (grant instanceof Grant.HttpRequests http) {
            addRequests(from, http, rules);
        }
    }

    private void addRequests(List<Source> from, Grant.HttpRequests grant, List<Rule> rules) {
        Set<Operation> unconditional = new LinkedHashSet<>();
        List<Rule> conditional = new ArrayList<>();
        for (ResolvedMatch match : grant.matches()) {
            RequestMapper.Requests mapped = requests.map(match);
            List<Operation> operations = mapped.operations().stream()
                    .map(shape -> operation(shape, grant))
                    .toList();
            if (mapped.conditions().isEmpty()) {
                unconditional.addAll(operations);
            } else {
                conditional.addAll(rules(from, operations, mapped.conditions()));
            }
        }
        rules.addAll(rules(from, unconditional, List.of()));
        rules.addAll(conditional);
    }

    private static List<Rule> rules(List<Source> from, Collection<Operation> operations, List<Condition> conditions) {
        return Chunks.of(operations, MAX_OPERATIONS, MAX_CHARACTERS, Chunks::characters).stream()
                .map(some -> Rule.builder().from(from).to(some).when(conditions).build())
                .toList();
    }

    /** Any method is written as a star: it keeps the operation one of requests, where no path does. */
    private static Operation operation(RequestMapper.Shape shape, Grant.HttpRequests grant) {
        Operation.Builder operation = Operation.builder().ports(ports(grant.ports()));
        if (!shape.methods().isEmpty()) {
            operation.methods(shape.methods());
        } else if (shape.path().isEmpty()) {
            operation.addMethod(Rewrite.ANY);
        }
        shape.path().ifPresent(path -> operation.paths(path.values()).notPaths(path.notValues()));
        return operation.build();
    }

    private static List<String> ports(SortedSet<Integer> ports) {
        return ports.stream().map(String::valueOf).toList();
    }
}
