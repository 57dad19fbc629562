package io.github.smi4j.testkit.proof;

import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Translates many random bundles and checks {@linkplain Law the laws}: those of the output for every translator, those of
 * access and shares where the mesh has a model. What is drawn depends on the seed alone. Immutable.
 */
public final class Proof {
    private static final int CHUNK = 32;
    private static final int SMALL_CHUNK = 8;
    private static final int OF_EACH_LAW = 2;

    private final Translator translator;
    private final Optional<MeshModel> model;
    private final BundleGenerator generator;
    private final ToldExceptions exceptions;
    private final Function<Map<String, ?>, List<String>> faults;
    private final int bundles;
    private final int requests;
    private final long seed;
    private final Set<Law> untilFirst;
    private final boolean asDrawn;
    private final int leastExact;
    private final OptionalLong replayed;

    private Proof(Builder builder) {
        this.translator = MeshTranslators.of(builder.translator).get(builder.translator.meshName());
        this.model = builder.model;
        this.generator = builder.generator;
        this.exceptions = builder.exceptions;
        this.faults = builder.faults;
        this.bundles = builder.bundles;
        this.requests = builder.requests;
        this.seed = builder.seed;
        this.untilFirst = builder.untilFirst;
        this.asDrawn = builder.asDrawn;
        this.leastExact = builder.leastExact;
        this.replayed = builder.replayed;
    }

    /** A proof for a translator, of 1000 bundles with 50 requests each and no model, unless more is said. */
    public static Builder of(MeshTranslator translator) {
        return new Builder(Objects.requireNonNull(translator, "translator"));
    }

    /** Runs it, on as many threads as the machine has processors. */
    public ProofReport run() {
        long[] seeds = replayed.isPresent()
                ? replayed.stream().toArray()
                : new SplittableRandom(seed).longs(bundles).toArray();
        BundleCheck check = new BundleCheck(translator, model, exceptions, faults, requests);
        Tally tally = new Tally();
        List<BundleCheck.Result> failed = new ArrayList<>();
        int chunk = untilFirst.size() == 1 ? SMALL_CHUNK : CHUNK;
        for (int from = 0; from < seeds.length && failed.stream().noneMatch(this::ends); from += chunk) {
            List<BundleCheck.Result> results =
                    LongStream.of(seeds).skip(from).limit(chunk).boxed().toList().parallelStream()
                            .map(one -> run(check, one))
                            .toList();
            results.forEach(result -> tally.add(result.tally()));
            results.stream().filter(result -> !result.found().isEmpty()).forEach(failed::add);
        }
        return new ProofReport(
                translator.meshName(),
                model.isPresent(),
                replayed.isEmpty(),
                leastExact,
                seed,
                tally,
                smallest(failed, check));
    }

    private boolean ends(BundleCheck.Result result) {
        return result.found().stream().anyMatch(found -> untilFirst.contains(found.law()));
    }

    private BundleCheck.Result run(BundleCheck check, long one) {
        Bundle bundle = generator.draw(new Random(one));
        try {
            return check.run(bundle, one);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the model of " + translator.meshName() + " fails with " + e + "\nseed of the bundle: " + one + "\n"
                            + bundle.toYaml(),
                    e);
        }
    }

    /** A few violations of each law, with the smallest input that violates it; that takes a while. */
    private List<Violation> smallest(List<BundleCheck.Result> failed, BundleCheck check) {
        Map<Law, List<Found>> byLaw = failed.stream()
                .flatMap(result -> result.found().stream())
                .collect(Collectors.groupingBy(Found::law, () -> new EnumMap<>(Law.class), Collectors.toList()));
        return byLaw.values().stream()
                .flatMap(found -> found.stream().limit(untilFirst.isEmpty() ? OF_EACH_LAW : 1))
                .map(found -> asDrawn ? found : new Shrinking(check).smallest(found))
                .map(Found::violation)
                .toList();
    }

    /** Collects what a proof is about. Not thread-safe. */
    public static final class Builder {
        private final MeshTranslator translator;
        private Optional<MeshModel> model = Optional.empty();
        private BundleGenerator generator = BundleGenerator.create();
        private ToldExceptions exceptions = ToldExceptions.NONE;
        private Function<Map<String, ?>, List<String>> faults = tree -> List.of();
        private int bundles = 1000;
        private int requests = 50;
        private long seed = 1;
        private Set<Law> untilFirst = Set.of();
        private boolean asDrawn;
        private int leastExact = ProofReport.LEAST_EXACT;
        private OptionalLong replayed = OptionalLong.empty();

        private Builder(MeshTranslator translator) {
            this.translator = translator;
        }

        /** What the mesh does with the output; without it only the laws of the output are checked. */
        public Builder model(MeshModel executable) {
            this.model = Optional.of(executable);
            return this;
        }

        /** What draws the bundles. */
        public Builder generator(BundleGenerator draws) {
            this.generator = Objects.requireNonNull(draws, "generator");
            return this;
        }

        /**
         * How many of a hundred targets must be EXACT, and splits in force, so that the run says enough; 40 unless set.
         *
         * @throws IllegalArgumentException if it is not 1 to 100
         */
        public Builder leastExact(int percent) {
            if (percent < 1 || percent > 100) {
                throw new IllegalArgumentException("a share is 1 to 100 percent, was " + percent);
            }
            this.leastExact = percent;
            return this;
        }

        /** Where the mesh may do something else, since a finding says so. */
        public Builder exceptions(ToldExceptions told) {
            this.exceptions = Objects.requireNonNull(told, "exceptions");
            return this;
        }

        /** What is wrong with an emitted resource, beyond what the model knows of that. */
        public Builder faults(Function<Map<String, ?>, List<String>> check) {
            this.faults = Objects.requireNonNull(check, "faults");
            return this;
        }

        /** How many bundles are translated, at least 1. */
        public Builder bundles(int number) {
            this.bundles = requirePositive(number);
            return this;
        }

        /** How many requests are decided for each bundle, at least 1. */
        public Builder requests(int number) {
            this.requests = requirePositive(number);
            return this;
        }

        private static int requirePositive(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("expected a number >= 1, was " + number);
            }
            return number;
        }

        /** What everything that is drawn depends on. */
        public Builder seed(long number) {
            this.seed = number;
            return this;
        }

        /** Only one bundle: that of a violation, by its seed. Shares are not asked for then. */
        public Builder replay(long bundleSeed) {
            this.replayed = OptionalLong.of(bundleSeed);
            return this;
        }

        /** Tells violations as they were drawn, and does not look for the smallest input, which takes a while. */
        public Builder asDrawn() {
            this.asDrawn = true;
            return this;
        }

        /** Ends the run soon after the first bundle that violates a law. */
        public Builder untilFirstViolation() {
            this.untilFirst = Set.of(Law.values());
            return this;
        }

        /** Ends the run soon after the first bundle that violates one law; violations of others do not end it. */
        public Builder untilFirstViolation(Law law) {
            this.untilFirst = Set.of(law);
            return this;
        }

        /** The proof. */
        public Proof build() {
            return new Proof(this);
        }
    }
}
