package io.github.smi4j.policy;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.inventory.ServiceName;
import io.github.smi4j.inventory.Workload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides requests as SMI does, and says why: the meaning that every translation is measured by. Access is judged at the
 * pod that a request reaches, by the targets of that pod; routes never grant. A decision looks at the targets of the pods
 * that are reached and at no others. Immutable, thread-safe.
 */
public final class Evaluator {
    private final ResolvedPolicy policy;
    private final Arrivals arrivals;
    private final Routing routing;
    private final Map<Workload, List<ResolvedTarget>> targets = new HashMap<>();
    private final UnresolvedTargets unresolved;
    private final Inventory inventory;

    private Evaluator(ResolvedPolicy policy, Inventory inventory) {
        this.policy = policy;
        this.inventory = inventory;
        this.unresolved = new UnresolvedTargets(policy);
        this.routing = new Routing(policy.splits());
        this.arrivals = new Arrivals(inventory, routing);
        for (ResolvedTarget target : policy.targets()) {
            target.destinations()
                    .forEach(workload -> targets.computeIfAbsent(workload, w -> new ArrayList<>())
                            .add(target));
        }
    }

    /** Decides by a policy, relative to the inventory that it was resolved with. */
    public static Evaluator of(ResolvedPolicy policy, Inventory inventory) {
        return new Evaluator(Objects.requireNonNull(policy, "policy"), Objects.requireNonNull(inventory, "inventory"));
    }

    /** The policy that it decides by. */
    public ResolvedPolicy policy() {
        return policy;
    }

    /** Whether somebody may send something to somebody, and why. */
    public Decision decide(AccessQuestion question) {
        ArrivalNotes notes = new ArrivalNotes();
        SortedSet<Identity> senders = senders(question.from(), notes);
        List<Arrivals.Arrival> places = arrivals.of(question, notes);
        List<Decision.Part> parts = new ArrayList<>();
        for (Identity sender : senders) {
            for (Arrivals.Arrival place : places) {
                Decision.Part part = decide(sender, place, question.traffic());
                parts.add(part);
                if (part.verdict() != Verdict.ALLOWED) {
                    unresolved.of(place.workload()).forEach(note -> notes.missing(false, note));
                }
            }
        }
        return Decision.of(parts, notes);
    }

    /**
     * Whether a sender may send something to one port of the pods of a workload; nothing need be known of Services.
     *
     * @param podPort the port of the pods, 1 to 65535
     */
    public Decision.Part decide(Identity sender, Workload workload, int podPort, Traffic traffic) {
        return decide(sender, new Arrivals.Arrival(workload, podPort, podPort), traffic);
    }

    /**
     * Where a request to a Service goes: the shares of its split, if it has one for this request, or all of it to the Service
     * itself. Nothing is said of who may send it.
     *
     * @param port the port of the Service
     */
    public List<Share> route(ServiceName service, int port, Traffic traffic) {
        return routing.shares(service, port, Objects.requireNonNull(traffic, "traffic"));
    }

    /** All that is allowed: each sender, each workload and each grant of each target, sorted by workload, sender and target. */
    public List<Access> all() {
        List<Access> all = new ArrayList<>();
        for (ResolvedTarget target : policy.targets()) {
            for (Workload workload : target.destinations()) {
                for (Grant grant : target.grants(workload)) {
                    target.sources().forEach(source -> all.add(new Access(source, workload, grant, target.ref())));
                }
            }
        }
        all.sort(Comparator.comparing(Access::to)
                .thenComparing(Access::from)
                .thenComparing(Access::target)
                .thenComparing(access -> access.grant().ports().first()));
        return List.copyOf(all);
    }

    /** Whom a caller may be: one identity, or those of the pods that have its labels, as far as they are known; sorted. */
    public SortedSet<Identity> identities(Caller caller) {
        return Collections.unmodifiableSortedSet(senders(caller, new ArrivalNotes()));
    }

    private SortedSet<Identity> senders(Caller caller, ArrivalNotes notes) {
        SortedSet<Identity> senders = new TreeSet<>();
        if (caller instanceof Caller.Account account) {
            senders.add(new Identity.ServiceAccount(account.name()));
        } else if (caller instanceof Caller.Spiffe spiffe) {
            senders.add(identity(SpiffeId.parse(spiffe.id()).orElseThrow()));
        } else if (caller instanceof Caller.Pods pods) {
            inventory
                    .workloadsWith(pods.namespace(), pods.labels())
                    .forEach(workload -> senders.add(new Identity.ServiceAccount(
                            new ServiceAccountName(workload.namespace(), workload.serviceAccount()))));
            if (!inventory.knowsWorkloads(pods.namespace())) {
                notes.missing(false, "not all workloads of the namespace " + pods.namespace() + " are known");
            }
            if (senders.isEmpty()) {
                notes.missing(
                        inventory.knowsWorkloads(pods.namespace()),
                        "no workload of the input in the namespace " + pods.namespace() + " has the labels "
                                + pods.labels());
            }
        }
        return senders;
    }

    /**
     * Whom a SPIFFE id names: a service account of the cluster, where it is of its trust domain, or somebody else.
     *
     * @param spiffeId the id, with or without {@code spiffe://}
     * @throws IllegalArgumentException if it is none
     */
    public Identity identity(String spiffeId) {
        return identity(SpiffeId.parse(new Caller.Spiffe(spiffeId).id()).orElseThrow());
    }

    private Identity identity(SpiffeId id) {
        return id.serviceAccount()
                .filter(account -> id.trustDomain().equals(policy.options().trustDomain()))
                .<Identity>map(Identity.ServiceAccount::new)
                .orElseGet(() -> new Identity.Spiffe(id.trustDomain(), id.path()));
    }

    private Decision.Part decide(Identity sender, Arrivals.Arrival place, Traffic traffic) {
        if (!policy.scope().contains(place.workload())) {
            return part(sender, place, Verdict.NOT_GOVERNED, List.of("no TrafficTarget closes the pods"));
        }
        List<ResolvedTarget> all = targetsOf(place.workload());
        List<Refusal> refusals = new ArrayList<>();
        for (ResolvedTarget target : all) {
            AccessReasons reasons = new AccessReasons(target, policy.declared(target), place, traffic);
            Optional<String> allowed = reasons.allowedFor(sender);
            if (allowed.isPresent()) {
                return part(sender, place, Verdict.ALLOWED, List.of(allowed.get()));
            }
            refusals.add(reasons.refusalOf(sender));
        }
        List<String> nearest =
                all.isEmpty() ? List.of("no TrafficTarget has the pods as its destination") : Refusal.nearest(refusals);
        return part(sender, place, Verdict.DENIED, nearest);
    }

    /** All that a decision looks at. */
    List<ResolvedTarget> targetsOf(Workload workload) {
        return targets.getOrDefault(workload, List.of());
    }

    private static Decision.Part part(Identity sender, Arrivals.Arrival place, Verdict verdict, List<String> reasons) {
        return new Decision.Part(sender, place.workload(), place.servicePort(), place.podPort(), verdict, reasons);
    }
}
