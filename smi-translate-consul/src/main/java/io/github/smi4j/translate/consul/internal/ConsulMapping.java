package io.github.smi4j.translate.consul.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import io.github.smi4j.model.ObjectMeta;
import io.github.smi4j.policy.MutualTls;
import io.github.smi4j.policy.ResolvedSplit;
import io.github.smi4j.policy.Scope;
import io.github.smi4j.policy.SplitRoute;
import io.github.smi4j.translate.consul.ConsulCode;
import io.github.smi4j.translate.consul.ConsulOptions;
import io.github.smi4j.translate.consul.DefaultPolicy;
import io.github.smi4j.translate.consul.config.ConfigEntry;
import io.github.smi4j.translate.consul.config.ServiceIntentions;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy as config entries: access first, then splits, then the ServiceDefaults that both need. */
public final class ConsulMapping {
    private static final FieldPath ROOT = FieldPath.root();
    private static final FieldPath SPEC = FieldPath.of("spec");

    private final TranslationContext in;
    private final TranslationOutput out;
    private final Inventory inventory;
    private final Scope scope;
    private final ConsulNames names;
    private final Catalog catalog;
    private final ExistingEntries existing;
    private final ServiceProtocols protocols;
    private final TransparentProxies proxies;
    private final DefaultsMapper defaults;
    private final EntryWriter writer;

    /** Maps a policy. */
    public ConsulMapping(TranslationContext in, TranslationOutput out) {
        this.in = in;
        this.out = out;
        this.inventory = in.inventory();
        this.scope = in.policy().scope();
        this.names = new ConsulNames(in);
        this.catalog = new Catalog(in, names);
        this.existing = new ExistingEntries(in, names, catalog);
        this.protocols = new ServiceProtocols(in, names, catalog, existing);
        this.proxies = new TransparentProxies(in);
        this.defaults = new DefaultsMapper(in, existing, out);
        this.writer = new EntryWriter(in, names, out);
    }

    /** Emits the entries, and reports what Consul cannot say. */
    public void map() {
        AccessMapper access = new AccessMapper(in, names, catalog, protocols, out);
        SortedMap<ConsulName, IntentionDraft> drafts = access.map();
        drafts.forEach(this::write);
        Diversions diversions = new Diversions(in.policy().splits(), names, existing);
        in.policy().splits().forEach(split -> map(split, diversions, drafts));
        defaults.write(writer);
        reportScope(access.governed());
    }

    private void write(ConsulName service, IntentionDraft draft) {
        String namespace = draft.namespace();
        String protocol = protocols.of(service);
        boolean strict = in.policy().options().mtls() == MutualTls.STRICT;
        Optional<ResourceRef> taken = existing.intentions(service, namespace);
        existing.permissive(service)
                .filter(ref -> !strict || taken.isPresent() || !defaults.writesStrict(service))
                .ifPresent(ref -> reportPermissive(service, ref));
        existing.altering(service).forEach(ref -> reportAltering(ref, "the service " + service));
        if (taken.isPresent()) {
            out.report(
                    ConsulCode.INTENTIONS_TAKEN,
                    taken.get(),
                    SPEC,
                    "are for the service " + service + " already, and Consul has one entry for each; nothing is emitted"
                            + " for it");
            draft.targets()
                    .forEach(target -> out.report(
                            ConsulCode.INTENTIONS_TAKEN,
                            target,
                            SPEC.field("destination"),
                            "the input has the " + taken.get() + " already for the service " + service
                                    + "; nothing is emitted for it"));
            return;
        }
        if (draft.limitsRequests()) {
            defaults.speaks(service, namespace, protocol, draft.sources());
        }
        if (strict) {
            defaults.isStrict(service, namespace, protocol, draft.sources());
        }
        writer.write(intentions(service, namespace, draft), draft.sources());
    }

    private void reportPermissive(ConsulName service, ResourceRef entry) {
        catalog.members(service).stream()
                .filter(scope::contains)
                .forEach(workload -> out.report(
                        ConsulCode.MTLS_PERMISSIVE_FOUND,
                        workload.ref(),
                        ROOT,
                        "is open to callers without mutual TLS, past all intentions: the " + entry
                                + " has mutualTLSMode permissive for the service " + service));
    }

    private void reportAltering(ResourceRef entry, String what) {
        out.report(
                ConsulCode.PROXY_ALTERED,
                entry,
                SPEC,
                "has extensions, exposed paths or settings of Envoy, which may let callers past the intentions of "
                        + what);
    }

    /** Pods that are only guessed may be any service, where no service account says which. */
    private void reportUnnamed(Workload workload) {
        boolean unnamed = catalog.registration(workload) instanceof Registration.Unregistered unregistered
                && unregistered.possible().isEmpty()
                && !inventory.workloads(workload.namespace()).contains(workload);
        if (unnamed) {
            String consulNamespace = names.of(workload.namespace(), "").namespace();
            existing.permissiveForSome(consulNamespace)
                    .ifPresent(entry -> out.report(
                            ConsulCode.MTLS_PERMISSIVE_FOUND,
                            workload.ref(),
                            ROOT,
                            "may be open to callers without mutual TLS, past all intentions: the " + entry
                                    + " has mutualTLSMode permissive, and nothing tells which service these pods are"));
            existing.alteringSome(consulNamespace)
                    .forEach(entry -> reportAltering(entry, "pods of which nothing tells which service they are"));
        }
    }

    private ServiceIntentions intentions(ConsulName service, String namespace, IntentionDraft draft) {
        return ServiceIntentions.builder()
                .metadata(ObjectMeta.builder()
                        .name(service.name())
                        .namespace(namespace)
                        .build())
                .destinationName(service.name())
                .destinationNamespace(service.consulNamespace())
                .sources(draft.intentions(names.areOfEnterprise() ? Optional.of("*") : Optional.empty()))
                .build();
    }

    private void map(ResolvedSplit split, Diversions diversions, Map<ConsulName, IntentionDraft> drafts) {
        SplitFindings findings = new SplitFindings(split, out);
        Optional<SplitPlan> plan = new SplitPlanner(inventory, names, catalog).plan(split, findings);
        if (plan.isEmpty()
                || isOfOthers(split, plan.get(), findings)
                || isDiverted(split, plan.get(), diversions, findings)) {
            return;
        }
        List<ConfigEntry> entries =
                new SplitMapper(split, plan.get(), inventory, protocols, findings, writer.writesResources()).entries();
        if (entries.isEmpty() || isTaken(split, plan.get(), entries, findings)) {
            return;
        }
        ServiceName root = split.root();
        String protocol = protocols.of(plan.get().service());
        SplitMapper.services(entries, names, root)
                .forEach(service -> defaults.speaks(service, root.namespace(), protocol, split.origins()));
        entries.forEach(entry -> writer.write(entry, split.origins()));
        reportPassedBy(plan.get(), findings);
        show(split, plan.get(), drafts, findings);
    }

    /** Calls to the address of a Service are split only if proxies take them, and know the address. */
    private void reportPassedBy(SplitPlan plan, SplitFindings findings) {
        boolean unknown = plan.hasInstances()
                && inventory.workloadsBehind(plan.root()).stream().anyMatch(workload -> !proxies.has(workload));
        if (unknown || !proxies.areUsual()) {
            findings.report(
                    ConsulCode.SPLIT_PASSED_BY,
                    SplitFindings.SERVICE,
                    "calls to the address of " + plan.root().name().name()
                            + " are not split, since " + (unknown ? "its pods" : "clients")
                            + " have no transparent proxy; only clients that name it as an upstream are");
        }
    }

    private boolean isTaken(ResolvedSplit split, SplitPlan plan, List<ConfigEntry> entries, SplitFindings findings) {
        return reportTaken(SplitMapper.taken(existing, plan, entries), split, findings);
    }

    /** What others say of the root or its virtual service holds their protocol too, so it is looked at first. */
    private boolean isOfOthers(ResolvedSplit split, SplitPlan plan, SplitFindings findings) {
        ConsulName virtual = new ConsulName(plan.service().namespace(), SplitMapper.virtualName(split.root()));
        Optional<ResourceRef> other = existing.wayOfOthers(plan.service()).or(() -> existing.wayOfOthers(virtual));
        return reportTaken(other, split, findings);
    }

    private static boolean reportTaken(Optional<ResourceRef> taken, ResolvedSplit split, SplitFindings findings) {
        taken.ifPresent(ref -> findings.report(
                ConsulCode.ENTRY_TAKEN,
                SplitFindings.SERVICE,
                "the input has the " + ref + " already; " + split.root().name() + " stays unsplit"));
        return taken.isPresent();
    }

    private boolean isDiverted(ResolvedSplit split, SplitPlan plan, Diversions diversions, SplitFindings findings) {
        Optional<String> diverted = diversions.of(plan);
        diverted.ifPresent(why -> findings.report(
                ConsulCode.BACKEND_DIVERTED,
                SplitFindings.BACKENDS,
                why + "; " + split.root().name() + " stays unsplit"));
        return diverted.isPresent();
    }

    /** Transparent proxies see a service only if an intention lets them call it; that of a root without pods lets in nobody. */
    private void show(
            ResolvedSplit split, SplitPlan plan, Map<ConsulName, IntentionDraft> drafts, SplitFindings findings) {
        SortedSet<ConsulName> callers = new TreeSet<>();
        for (SplitRoute route : plan.routes()) {
            route.shares()
                    .forEach(share -> Optional.ofNullable(drafts.get(names.of(
                                    split.root().namespace(), share.backend().name())))
                            .ifPresent(draft -> callers.addAll(draft.callers())));
        }
        Optional<IntentionDraft> own = Optional.ofNullable(drafts.get(plan.service()));
        if (own.isPresent() || plan.hasInstances()) {
            reportUnseen(plan, own, callers, findings);
        } else {
            makeVisible(split, plan, callers, findings);
        }
    }

    /** Who may call a backend, but not the root, does not see the root. */
    private void reportUnseen(
            SplitPlan plan, Optional<IntentionDraft> own, SortedSet<ConsulName> callers, SplitFindings findings) {
        SortedSet<ConsulName> blind = new TreeSet<>(callers);
        own.ifPresent(draft -> blind.removeAll(draft.callers()));
        boolean open = own.isEmpty() && in.option(ConsulOptions.DEFAULT_POLICY) == DefaultPolicy.ALLOW;
        if (!blind.isEmpty() && !open) {
            findings.report(
                    ConsulCode.ROOT_NOT_VISIBLE,
                    SplitFindings.SERVICE,
                    blind.stream().map(ConsulName::toString).collect(Collectors.joining(", "))
                            + " may call a backend, but not "
                            + plan.root().name().name()
                            + ", and a transparent proxy sees it only if an intention lets its service call it");
        }
    }

    private void makeVisible(
            ResolvedSplit split, SplitPlan plan, SortedSet<ConsulName> callers, SplitFindings findings) {
        Optional<ResourceRef> taken =
                existing.intentions(plan.service(), split.root().namespace());
        if (!in.option(ConsulOptions.VISIBLE_ROOTS) || callers.isEmpty() || taken.isPresent()) {
            String why = taken.map(ref -> "the input has the " + ref + " for it")
                    .orElse(callers.isEmpty() ? "no target lets anybody call a backend" : "none is emitted");
            findings.report(
                    ConsulCode.ROOT_NOT_VISIBLE,
                    SplitFindings.SERVICE,
                    split.root().name() + " has no pods, so a transparent proxy splits calls to it only if an intention"
                            + " lets the caller call it; " + why);
            return;
        }
        IntentionDraft draft = new IntentionDraft(split.root().namespace());
        callers.forEach(draft::allow);
        draft.comesFrom(split.origins());
        writer.write(intentions(plan.service(), split.root().namespace(), draft), split.origins());
        findings.report(
                ConsulCode.ROOT_MADE_VISIBLE,
                SplitFindings.SERVICE,
                "all who may call a backend may call " + split.root().name()
                        + ", which has no pods; once it has some, this lets them in");
    }

    private void reportScope(Collection<Workload> governed) {
        SortedMap<String, SortedSet<Workload>> byNamespace = new TreeMap<>();
        scope.namespaces().forEach(namespace -> byNamespace.put(namespace, new TreeSet<>()));
        governed.forEach(workload -> byNamespace
                .computeIfAbsent(workload.namespace(), n -> new TreeSet<>())
                .add(workload));
        Interception interception = new Interception(in, catalog, proxies, out);
        byNamespace.forEach((namespace, workloads) -> {
            interception.report(namespace, workloads);
            workloads.forEach(this::reportUnnamed);
            reportNamespace(namespace, workloads);
        });
    }

    private void reportNamespace(String namespace, Collection<Workload> workloads) {
        ResourceRef ref = new ResourceRef("", "Namespace", Optional.empty(), namespace);
        Optional<ResourceRef> allowing = existing.allowingAll();
        String how = allowing.map(other -> "by the " + other).orElse("by default");
        boolean open = in.option(ConsulOptions.DEFAULT_POLICY) == DefaultPolicy.ALLOW || allowing.isPresent();
        boolean known = inventory.isClosed(namespace)
                && inventory.unreadableServices(namespace).isEmpty();
        boolean whole = scope.namespaces().contains(namespace);
        // Of pods that are only guessed nobody may know the service, so that it stays open.
        boolean unnamed = workloads.stream()
                .anyMatch(workload -> catalog.registration(workload) instanceof Registration.Unregistered);
        if (open && (whole || unnamed) && !known) {
            out.report(
                    ConsulCode.SERVICES_UNKNOWN,
                    ref,
                    ROOT,
                    "the workloads of " + namespace
                            + " and their Services are not all known, and those that are not stay open, since calls are allowed "
                            + how);
        } else if (open) {
            out.report(
                    ConsulCode.OTHER_CALLERS,
                    ref,
                    ROOT,
                    "callers of cluster peers and other partitions are in no intention, and are allowed " + how);
        }
        if (names.areGlobal()) {
            out.report(
                    ConsulCode.ONE_NAMESPACE,
                    ref,
                    ROOT,
                    "services are known by their names alone, so that those of one name in namespaces that are not in the"
                            + " input are the same");
        }
        if (in.policy().options().mtls() == MutualTls.PERMISSIVE) {
            out.report(
                    ConsulCode.MTLS_PERMISSIVE,
                    ref,
                    ROOT,
                    "mtls=permissive is not written: it would let callers past all intentions in " + namespace);
        }
    }
}
