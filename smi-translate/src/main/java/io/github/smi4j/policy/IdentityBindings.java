package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.model.IdentityBinding;
import io.github.smi4j.model.PodLabelSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The IdentityBindings of a set with their schemes read. A binding speaks for its own namespace only, and with a fault
 * that could have limited it, for nobody.
 */
final class IdentityBindings {
    private static final FieldPath SCHEMES = FieldPath.of("spec", "schemes");
    private static final String LABELS = "podLabelSelector";
    private static final String SPIFFE = "spiffeIdentities";
    private static final String ACCOUNT = "serviceAccount";

    private final Map<ResourceRef, Schemes> bindings = new TreeMap<>();
    private final PolicyOptions options;
    private final PolicyFindings findings;

    /**
     * The schemes of a binding, each an alternative.
     *
     * @param binding the binding
     * @param labels the labels of pods; none where the binding does not select by labels
     * @param accounts service accounts of the binding's namespace
     * @param foreign identities of other trust domains
     * @param complete whether all that was given could be read
     */
    record Schemes(
            Known<IdentityBinding> binding,
            Map<String, String> labels,
            List<ServiceAccountName> accounts,
            List<Identity.Spiffe> foreign,
            boolean complete) {
        boolean isNobody() {
            return labels.isEmpty() && accounts.isEmpty() && foreign.isEmpty();
        }
    }

    private IdentityBindings(PolicyOptions options, PolicyFindings findings) {
        this.options = options;
        this.findings = findings;
    }

    static IdentityBindings resolve(ResourceIndex index, PolicyOptions options, PolicyFindings findings) {
        IdentityBindings bindings = new IdentityBindings(options, findings);
        List<Known<IdentityBinding>> all = new ArrayList<>(index.usable(IdentityBinding.class));
        all.addAll(index.partlyReadable(IdentityBinding.class));
        for (Known<IdentityBinding> binding : all) {
            Schemes schemes = bindings.read(binding);
            if (binding.value().metadata().name().isPresent()) {
                bindings.bindings.put(binding.ref(), schemes);
            }
        }
        return bindings;
    }

    /** The binding of this name; absent where the set has none of which anything can be used. */
    Optional<Schemes> find(ResourceRef ref) {
        return Optional.ofNullable(bindings.get(ref));
    }

    private Schemes read(Known<IdentityBinding> binding) {
        IdentityBinding value = binding.value();
        UnknownFields unknown = new UnknownFields(findings, binding);
        unknown.warn(TopLevel.withoutStatus(value.other()), FieldPath.root(), "spec");
        unknown.warn(value.otherSpec(), FieldPath.of("spec"), "schemes");
        boolean usable = !unknown.refuse(value.otherSchemes(), SCHEMES, LABELS, SPIFFE, ACCOUNT);
        usable &= isOneScheme(binding);
        if (!DnsNames.isLabel(binding.namespace())) {
            findings.report(
                    PolicyCode.NAME_INVALID,
                    binding,
                    FieldPath.of("metadata", "namespace"),
                    UserText.show(binding.namespace()) + " is not the name of a namespace");
            usable = false;
        }
        Reading reading = new Reading(binding, unknown);
        Map<String, String> labels = reading.labels();
        List<ServiceAccountName> accounts = new ArrayList<>(reading.accounts());
        List<Identity.Spiffe> foreign = reading.spiffe(accounts);
        boolean complete = usable && reading.sound && !binding.entry().isFaulty();
        return usable && !reading.emptySelector
                ? new Schemes(binding, labels, List.copyOf(accounts), foreign, complete)
                : new Schemes(binding, Map.of(), List.of(), List.of(), false);
    }

    /** Whether at least one scheme is given, and not both of those that exclude each other, readable or not. */
    private boolean isOneScheme(Known<IdentityBinding> binding) {
        Map<?, ?> given = binding.entry().tree().get("spec") instanceof Map<?, ?> spec
                        && spec.get("schemes") instanceof Map<?, ?> schemes
                ? schemes
                : Map.of();
        boolean both = given.containsKey(LABELS) && given.containsKey(ACCOUNT);
        boolean none = !given.containsKey(LABELS)
                && !given.containsKey(ACCOUNT)
                && (!given.containsKey(SPIFFE) || List.of().equals(given.get(SPIFFE)));
        if (both) {
            findings.report(
                    AccessCode.BINDING_BOTH_SCHEMES,
                    binding,
                    SCHEMES,
                    "has both podLabelSelector and serviceAccount; it binds nobody");
        } else if (none && binding.value().otherSchemes().isEmpty()) {
            findings.report(AccessCode.BINDING_WITHOUT_SCHEME, binding, SCHEMES, "has no scheme; it binds nobody");
        }
        return !both && !none;
    }

    /** Reads the schemes one by one. */
    private final class Reading {
        private final Known<IdentityBinding> binding;
        private final UnknownFields unknown;
        private boolean sound = true;
        private boolean emptySelector;

        Reading(Known<IdentityBinding> binding, UnknownFields unknown) {
            this.binding = binding;
            this.unknown = unknown;
        }

        private void fault(DiagnosticCode code, FieldPath path, String message) {
            findings.report(code, binding, path, message);
            sound = false;
        }

        Map<String, String> labels() {
            if (binding.value().podLabelSelector().isEmpty()) {
                return Map.of();
            }
            PodLabelSelector selector = binding.value().podLabelSelector().get();
            FieldPath path = SCHEMES.field(LABELS);
            if (unknown.refuse(selector.other(), path, "matchLabels")) {
                sound = false;
                return Map.of();
            }
            if (selector.matchLabels().isEmpty()) {
                fault(AccessCode.BINDING_SELECTOR_EMPTY, path, "selects by no label; it binds nobody");
                emptySelector = true;
            }
            Map<String, String> labels = new LinkedHashMap<>(selector.matchLabels());
            for (Map.Entry<String, String> label : labels.entrySet()) {
                boolean key = DnsNames.isLabelKey(label.getKey());
                if (!key || !DnsNames.isLabelValue(label.getValue())) {
                    fault(
                            AccessCode.LABEL_INVALID,
                            path.field("matchLabels").key(label.getKey()),
                            key
                                    ? UserText.show(label.getValue()) + " is not the value of a label"
                                    : UserText.show(label.getKey()) + " is not the key of a label");
                    return Map.of();
                }
            }
            return labels;
        }

        List<ServiceAccountName> accounts() {
            Optional<String> account = binding.value().serviceAccount();
            FieldPath path = SCHEMES.field(ACCOUNT);
            if (account.isPresent() && !DnsNames.isSubdomain(account.get())) {
                fault(
                        AccessCode.ACCOUNT_NAME,
                        path,
                        UserText.show(account.get()) + " is not the name of a service account");
                return List.of();
            }
            account.ifPresent(name -> Subjects.reportDefault(name, binding, path, findings));
            return account.map(name -> List.of(new ServiceAccountName(binding.namespace(), name)))
                    .orElse(List.of());
        }

        /** The identities of other trust domains; those of the own one are service accounts, and added to these. */
        List<Identity.Spiffe> spiffe(List<ServiceAccountName> accounts) {
            List<Identity.Spiffe> foreign = new ArrayList<>();
            List<String> ids = binding.value().spiffeIdentities();
            List<Integer> places = places(ids.size());
            for (int i = 0; i < ids.size(); i++) {
                FieldPath path = SCHEMES.field(SPIFFE).index(places.get(i));
                Optional<SpiffeId> id = SpiffeId.parse(ids.get(i));
                if (id.isEmpty()) {
                    fault(AccessCode.SPIFFE_SYNTAX, path, UserText.show(ids.get(i)) + " is not a SPIFFE id");
                } else if (!id.get().trustDomain().equals(options.trustDomain())) {
                    foreign.add(
                            new Identity.Spiffe(id.get().trustDomain(), id.get().path()));
                } else {
                    local(id.get(), path).ifPresent(accounts::add);
                }
            }
            return foreign;
        }

        /** A text among the ids of another type is missing from what was read. */
        private List<Integer> places(int count) {
            Object given = binding.entry().tree().get("spec") instanceof Map<?, ?> spec
                            && spec.get("schemes") instanceof Map<?, ?> schemes
                    ? schemes.get(SPIFFE)
                    : List.of();
            List<Integer> places = new ArrayList<>();
            List<?> elements = given instanceof List<?> list ? list : List.of();
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof String) {
                    places.add(i);
                }
            }
            return places.size() == count
                    ? places
                    : IntStream.range(0, count).boxed().toList();
        }

        private Optional<ServiceAccountName> local(SpiffeId id, FieldPath path) {
            Optional<ServiceAccountName> account =
                    id.serviceAccount().filter(a -> a.namespace().equals(binding.namespace()));
            if (account.isEmpty()) {
                fault(
                        AccessCode.SPIFFE_ELSEWHERE,
                        path,
                        UserText.show(id.toString()) + " is of the cluster's trust domain, expected spiffe://"
                                + id.trustDomain() + "/ns/" + binding.namespace() + "/sa/<name>");
            }
            account.ifPresent(a -> Subjects.reportDefault(a.name(), binding, path, findings));
            return account;
        }
    }
}
