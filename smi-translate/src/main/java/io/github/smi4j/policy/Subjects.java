package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.Subject;
import io.github.smi4j.model.TrafficTarget;
import java.util.Optional;

/** Reads the subjects of TrafficTargets: which service account or binding is named, if any can be. */
final class Subjects {
    private static final String SERVICE_ACCOUNT = "ServiceAccount";

    private final IdentityBindings bindings;
    private final ResourceIndex index;
    private final PolicyFindings findings;

    /** What a subject names. */
    sealed interface Named {
        /** The service account or the binding. */
        ResourceRef ref();
    }

    /**
     * A service account.
     *
     * @param name namespace and name
     */
    record Account(ServiceAccountName name) implements Named {
        @Override
        public ResourceRef ref() {
            return new ResourceRef("", SERVICE_ACCOUNT, Optional.of(name.namespace()), name.name());
        }
    }

    /**
     * A binding of the set.
     *
     * @param schemes its schemes
     */
    record Bound(IdentityBindings.Schemes schemes) implements Named {
        @Override
        public ResourceRef ref() {
            return schemes.binding().ref();
        }
    }

    Subjects(IdentityBindings bindings, ResourceIndex index, PolicyFindings findings) {
        this.bindings = bindings;
        this.index = index;
        this.findings = findings;
    }

    /** What the subject names; absent, and reported, where it names nobody. */
    Optional<Named> read(Known<TrafficTarget> target, Subject subject, FieldPath path) {
        findings.visits().add();
        // The port of a destination is a field of the target.
        boolean unknown =
                new UnknownFields(findings, target).refuse(subject.other(), path, "kind", "name", "namespace", "group");
        String namespace = namespace(target, subject, path);
        if (unknown || !isNamespace(target, namespace, path)) {
            return Optional.empty();
        }
        String group = subject.group().orElse("");
        if (subject.kind().equals(SERVICE_ACCOUNT) && group.isEmpty()) {
            return account(target, namespace, subject.name(), path);
        }
        ResourceKind binding = ResourceKind.IDENTITY_BINDING;
        if (subject.kind().equals(binding.kind()) && (group.isEmpty() || group.equals(binding.group()))) {
            return binding(target, ResourceIndex.ref(binding, namespace, subject.name()), path);
        }
        findings.report(
                AccessCode.SUBJECT_KIND,
                target,
                path.field("kind"),
                "refers to the kind " + UserText.show(subject.kind())
                        + (group.isEmpty() ? "" : " of " + UserText.show(group))
                        + ", expected ServiceAccount, or IdentityBinding of " + binding.group());
        return Optional.empty();
    }

    private String namespace(Known<TrafficTarget> target, Subject subject, FieldPath path) {
        if (subject.namespace().isEmpty()) {
            findings.report(
                    AccessCode.SUBJECT_NAMESPACE_ABSENT,
                    target,
                    path,
                    "has no namespace; that of the TrafficTarget is taken, " + UserText.show(target.namespace()));
        }
        return subject.namespace().orElse(target.namespace());
    }

    private boolean isNamespace(Known<TrafficTarget> target, String namespace, FieldPath path) {
        boolean valid = DnsNames.isLabel(namespace);
        // One of the target itself is reported there.
        if (!valid && !namespace.equals(target.namespace())) {
            findings.report(
                    PolicyCode.NAME_INVALID,
                    target,
                    path.field("namespace"),
                    UserText.show(namespace) + " is not the name of a namespace");
        }
        return valid;
    }

    private Optional<Named> account(Known<TrafficTarget> target, String namespace, String name, FieldPath path) {
        if (!DnsNames.isSubdomain(name)) {
            findings.report(
                    AccessCode.ACCOUNT_NAME,
                    target,
                    path.field("name"),
                    UserText.show(name) + " is not the name of a service account");
            return Optional.empty();
        }
        reportDefault(name, target, path.field("name"), findings);
        return Optional.of(new Account(new ServiceAccountName(namespace, name)));
    }

    private Optional<Named> binding(Known<TrafficTarget> target, ResourceRef ref, FieldPath path) {
        Optional<IdentityBindings.Schemes> schemes = bindings.find(ref);
        if (schemes.isEmpty() && !index.isUnusable(ref)) {
            findings.report(
                    AccessCode.BINDING_MISSING,
                    target,
                    path.field("name"),
                    "the input has no IdentityBinding " + UserText.show(ref.name()) + " in the namespace "
                            + ref.namespace().orElse(""),
                    index.helpForMissing(AccessCode.BINDING_MISSING, ref));
        }
        return schemes.map(Bound::new);
    }

    /** All pods without an account of their own run under the one called default. */
    static void reportDefault(
            String name, Known<? extends SmiResource> resource, FieldPath path, PolicyFindings findings) {
        if (name.equals(Workload.DEFAULT_SERVICE_ACCOUNT)) {
            findings.report(
                    AccessCode.SUBJECT_DEFAULT_ACCOUNT,
                    resource,
                    path,
                    "names the service account default, under which all pods run that declare none");
        }
    }
}
