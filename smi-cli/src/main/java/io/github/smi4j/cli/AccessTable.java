package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.Access;
import io.github.smi4j.policy.Callee;
import io.github.smi4j.policy.Caller;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.Grant;
import io.github.smi4j.policy.ResolvedMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is allowed, a line for each sender, workload and kind of traffic. */
final class AccessTable implements Answer {
    private static final List<String> HEAD = List.of("FROM", "TO", "PORTS", "WHAT", "BY");

    private final List<Access> all;

    private AccessTable(List<Access> all) {
        this.all = all;
    }

    /** The lines of a sender and of the pods of a service account; without them all. */
    static AccessTable of(Evaluator evaluator, Optional<Caller> from, Optional<Callee> to) {
        return new AccessTable(evaluator.all().stream()
                .filter(access -> from.map(
                                sender -> evaluator.identities(sender).contains(access.from()))
                        .orElse(true))
                .filter(access -> to.map(receiver -> receiver.toString().equals(account(access)))
                        .orElse(true))
                .toList());
    }

    private static String account(Access access) {
        return access.to().namespace() + "/" + access.to().serviceAccount();
    }

    private static List<String> row(Access access) {
        String ports = access.grant().ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Stream.of(
                        access.from().toString(),
                        access.to().kind() + " " + access.to().namespace() + "/"
                                + access.to().name(),
                        ports,
                        what(access.grant()),
                        access.target().toString())
                .map(UserText::visible)
                .toList();
    }

    private static String what(Grant grant) {
        if (grant instanceof Grant.HttpRequests http) {
            return http.matches().stream().map(AccessTable::what).collect(Collectors.joining("; "));
        }
        return grant instanceof Grant.UdpDatagrams ? "UDP" : "anything over TCP";
    }

    private static String what(ResolvedMatch match) {
        String methods = match.methods().isEmpty() ? "any method" : String.join("|", match.methods());
        String path = match.pathRegex()
                .map(regex -> " " + UserText.show(regex.pattern()))
                .orElse("");
        String headers = match.headers().stream()
                .map(test ->
                        " " + test.name() + ": " + UserText.show(test.value().pattern()))
                .collect(Collectors.joining());
        return methods + path + headers;
    }

    @Override
    public String text() {
        if (all.isEmpty()) {
            return "No TrafficTarget allows anything of this.\n";
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        all.forEach(access -> lines.add(row(access)));
        int[] widths = new int[HEAD.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        return lines.stream().map(line -> padded(line, widths)).collect(Collectors.joining());
    }

    private static String padded(List<String> line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = line.get(i);
            text.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        return text.toString().stripTrailing() + "\n";
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("allowed", all.stream().map(AccessTable::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Access access) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", access.from().toString());
        tree.put("kind", access.to().kind());
        tree.put("namespace", access.to().namespace());
        tree.put("name", access.to().name());
        tree.put("serviceAccount", access.to().serviceAccount());
        tree.put("protocol", access.grant() instanceof Grant.UdpDatagrams ? "UDP" : "TCP");
        tree.put("ports", List.copyOf(access.grant().ports()));
        if (access.grant() instanceof Grant.HttpRequests http) {
            tree.put("requests", http.matches().stream().map(AccessTable::tree).toList());
        }
        tree.put("target", access.target().toString());
        return tree;
    }

    private static Map<String, Object> tree(ResolvedMatch match) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("group", match.group().toString());
        tree.put("match", match.name());
        match.pathRegex().ifPresent(regex -> tree.put("pathRegex", regex.pattern()));
        tree.put("methods", match.methods());
        Map<String, Object> headers = new LinkedHashMap<>();
        match.headers().forEach(test -> headers.put(test.name(), test.value().pattern()));
        tree.put("headers", headers);
        return tree;
    }
}
