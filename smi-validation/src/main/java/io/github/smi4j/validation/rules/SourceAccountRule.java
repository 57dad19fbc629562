package io.github.smi4j.validation.rules;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.NearestName;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import io.github.smi4j.policy.DnsNames;
import io.github.smi4j.validation.ValidationCode;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Service accounts of sources exist, where the inventory knows their namespace as a whole. */
final class SourceAccountRule implements SetRule {
    private static final String SERVICE_ACCOUNT = "ServiceAccount";

    @Override
    public DiagnosticCode code() {
        return ValidationCode.SOURCE_ACCOUNT_MISSING;
    }

    @Override
    public void check(RuleContext in, SetFindings out) {
        Map<String, SortedSet<String>> known = in.inventory().serviceAccounts().stream()
                .collect(Collectors.groupingBy(
                        ServiceAccountName::namespace,
                        TreeMap::new,
                        Collectors.mapping(ServiceAccountName::name, Collectors.toCollection(TreeSet::new))));
        for (SetResource<TrafficTarget> target : in.resources(TrafficTarget.class)) {
            List<Subject> sources = target.value().sources();
            in.visited(sources.size());
            Set<ServiceAccountName> told = new HashSet<>();
            for (int i = 0; i < sources.size(); i++) {
                Subject source = sources.get(i);
                String namespace = source.namespace().orElse(target.namespace());
                if (isMissing(source, namespace, in.inventory(), known)
                        && told.add(new ServiceAccountName(namespace, source.name()))) {
                    FieldPath path = FieldPath.of("spec", "sources").index(i).field("name");
                    SortedSet<String> names = known.getOrDefault(namespace, new TreeSet<>());
                    out.of(target)
                            .report(
                                    path,
                                    message(source.name(), namespace),
                                    NearestName.help(code(), source.name(), names));
                }
            }
        }
    }

    private boolean isMissing(
            Subject source, String namespace, Inventory inventory, Map<String, SortedSet<String>> known) {
        return source.kind().equals(SERVICE_ACCOUNT)
                && source.group().filter(group -> !group.isEmpty()).isEmpty()
                && !source.name().equals(Workload.DEFAULT_SERVICE_ACCOUNT)
                && DnsNames.isSubdomain(source.name())
                && DnsNames.isLabel(namespace)
                && inventory.knowsWorkloads(namespace)
                && !known.getOrDefault(namespace, new TreeSet<>()).contains(source.name());
    }

    private static String message(String name, String namespace) {
        return "no workload of the namespace " + namespace + " runs under the service account " + UserText.show(name)
                + ", and none is declared";
    }
}
