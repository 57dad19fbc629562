package io.github.smi4j.testkit.bundle;

import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCases;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Values that are drawn at random, and shrink step by step to smaller ones. */
final class DrawnArbitrary<T> implements Arbitrary<T> {
    private final Function<Random, T> draw;
    private final Function<T, Stream<T>> smaller;
    private final ToLongFunction<T> size;

    DrawnArbitrary(Function<Random, T> draw, Function<T, Stream<T>> smaller, ToLongFunction<T> size) {
        this.draw = draw;
        this.smaller = smaller;
        this.size = size;
    }

    @Override
    public RandomGenerator<T> generator(int genSize) {
        return random -> new Drawn(draw.apply(random));
    }

    @Override
    public EdgeCases<T> edgeCases(int maxEdgeCases) {
        return EdgeCases.none();
    }

    private final class Drawn implements Shrinkable<T> {
        private final T value;

        Drawn(T value) {
            this.value = value;
        }

        @Override
        public T value() {
            return value;
        }

        @Override
        public Stream<Shrinkable<T>> shrink() {
            return smaller.apply(value).map(Drawn::new);
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(size.applyAsLong(value));
        }
    }
}
