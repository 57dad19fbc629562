package io.github.smi4j.testkit.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.inventory.TransportProtocol;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Share;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.policy.Verdict;
import io.github.smi4j.regex.RequestDomain;
import io.github.smi4j.testkit.mesh.Arrival;
import io.github.smi4j.testkit.mesh.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficGeneratorTest {
    private static final List<Sent> SENT =
            LongStream.range(0, 60).mapToObj(Sent::of).toList();

    /** What is sent in one bundle. */
    private record Sent(Inventory inventory, ResolvedPolicy policy, List<Arrival> arrivals, List<Dispatch> dispatches) {
        static Sent of(long seed) {
            Bundle bundle = BundleGenerator.create().draw(new Random(seed));
            Inventory inventory = bundle.inventory();
            ResolvedPolicy policy = ResolvedPolicy.of(bundle.set(), bundle.policyOptions(), inventory);
            TrafficGenerator traffic = TrafficGenerator.of(policy, inventory);
            Random random = new Random(seed);
            return new Sent(
                    inventory,
                    policy,
                    IntStream.range(0, 40)
                            .boxed()
                            .flatMap(i -> traffic.arrival(random).stream())
                            .toList(),
                    IntStream.range(0, 20)
                            .boxed()
                            .flatMap(i -> traffic.dispatch(random).stream())
                            .toList());
        }

        Stream<Verdict> verdicts() {
            Evaluator smi = Evaluator.of(policy, inventory);
            return arrivals.stream()
                    .map(a -> a.caller()
                            .map(caller -> smi.decide(caller, a.workload(), a.port(), a.traffic())
                                    .verdict())
                            .orElse(Verdict.DENIED));
        }

        long split() {
            Evaluator smi = Evaluator.of(policy, inventory);
            return dispatches.stream()
                    .filter(d -> smi.route(d.service(), d.port(), d.traffic()).stream()
                                    .map(Share::backend)
                                    .distinct()
                                    .count()
                            > 1)
                    .count();
        }
    }

    private static Stream<Arrival> arrivals() {
        return SENT.stream().flatMap(sent -> sent.arrivals().stream());
    }

    private static Stream<Traffic.Http> requests() {
        return Stream.concat(
                        arrivals().map(Arrival::traffic),
                        SENT.stream()
                                .flatMap(sent -> sent.dispatches().stream())
                                .map(Dispatch::traffic))
                .flatMap(traffic -> traffic instanceof Traffic.Http http ? Stream.of(http) : Stream.empty());
    }

    @Test
    void arrival_oneSeed_isOneSequence() {
        assertThat(Sent.of(5).arrivals()).isEqualTo(Sent.of(5).arrivals());
        assertThat(Sent.of(5).dispatches()).isEqualTo(Sent.of(5).dispatches());
    }

    @Test
    void requests_all_areOfTheRequestDomain() {
        assertThat(requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(RequestDomain.PATH.contains(request.path())).isTrue();
            assertThat(request.headers().values()).allMatch(RequestDomain.HEADER::contains);
        });
    }

    @Test
    void arrival_all_areForWorkloadsInScope() {
        assertThat(SENT)
                .allSatisfy(sent -> assertThat(sent.arrivals())
                        .allMatch(arrival -> sent.policy().scope().contains(arrival.workload())));
    }

    @Test
    void arrival_whereATargetGrants_isAllowedOftenAndDeniedOften() {
        List<Verdict> verdicts = SENT.stream()
                .filter(sent -> sent.policy().targets().stream().anyMatch(t -> !t.grantsNothing()))
                .flatMap(Sent::verdicts)
                .toList();
        long allowed = verdicts.stream().filter(v -> v == Verdict.ALLOWED).count();
        assertThat(allowed).isBetween(verdicts.size() * 3L / 10, verdicts.size() * 7L / 10);
    }

    @Test
    void arrival_mostOfThem_areAtPortsThatTargetsGrant() {
        List<Boolean> aimed = new ArrayList<>();
        SENT.forEach(sent -> sent.arrivals()
                .forEach(arrival -> aimed.add(sent.policy().targets().stream()
                        .flatMap(target -> target.grants(arrival.workload()).stream())
                        .anyMatch(grant -> grant.ports().contains(arrival.port())))));
        assertThat(aimed.stream().filter(a -> a).count()).isGreaterThan(aimed.size() / 2);
    }

    @Test
    void arrival_someCallers_haveNoIdentity() {
        assertThat(arrivals().filter(arrival -> arrival.caller().isEmpty())).isNotEmpty();
    }

    @Test
    void arrival_traffic_isOfAllKinds() {
        assertThat(arrivals().map(arrival -> arrival.traffic().getClass()).distinct())
                .hasSize(3);
    }

    @Test
    void arrival_withoutAWorkloadInScope_isAbsent() {
        Bundle bundle = Bundle.of(List.of());
        ResolvedPolicy policy = ResolvedPolicy.of(bundle.set(), bundle.policyOptions());
        TrafficGenerator traffic = TrafficGenerator.of(policy, bundle.inventory());
        assertThat(traffic.arrival(new Random(1))).isEmpty();
        assertThat(traffic.dispatch(new Random(1))).isEmpty();
    }

    @Test
    void dispatch_manyOfThem_areDivided() {
        long all = SENT.stream().mapToLong(sent -> sent.dispatches().size()).sum();
        assertThat(SENT.stream().mapToLong(Sent::split).sum()).isGreaterThan(all / 5);
    }

    @Test
    void dispatch_ofAKnownService_isToAPortOfItsProtocol() {
        assertThat(SENT)
                .allSatisfy(sent -> assertThat(sent.dispatches())
                        .allMatch(dispatch -> sent.inventory()
                                .service(dispatch.service())
                                .filter(service -> !service.ports().isEmpty())
                                .map(service -> service.ports().stream()
                                        .anyMatch(port -> port.number() == dispatch.port()
                                                && (port.protocol() == TransportProtocol.UDP)
                                                        == dispatch.traffic() instanceof Traffic.Udp))
                                .orElse(true)));
    }
}
