package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.model.TrafficSplit;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.RuleContext;
import io.github.smi4j.validation.spi.RuleFindings;
import io.github.smi4j.validation.spi.SetFindings;
import io.github.smi4j.validation.spi.SetRule;
import java.util.function.BiConsumer;

/** Rules that tests bring. */
public final class TestRules {
    private TestRules() {}

    /** Finds every resource. */
    public static final class OfResource implements ResourceRule {
        @Override
        public DiagnosticCode code() {
            return TestCode.FIRST;
        }

        @Override
        public void check(SmiResource resource, RuleFindings out) {
            out.report(FieldPath.root(), "is a resource");
        }
    }

    /** Finds every split. */
    public static final class OfSet implements SetRule {
        @Override
        public DiagnosticCode code() {
            return TestCode.SECOND;
        }

        @Override
        public void check(RuleContext in, SetFindings out) {
            in.resources(TrafficSplit.class)
                    .forEach(split -> out.of(split).report(FieldPath.of("spec", "service"), "is a split's"));
        }
    }

    /** Cannot be made. */
    public static final class Failing implements ResourceRule {
        /** Always throws. */
        public Failing() {
            throw new IllegalStateException("no\nlicence");
        }

        @Override
        public DiagnosticCode code() {
            return TestCode.FIRST;
        }

        @Override
        public void check(SmiResource resource, RuleFindings out) {}
    }

    /** A rule for one resource at a time that does what a test wants. */
    record Each(DiagnosticCode code, BiConsumer<SmiResource, RuleFindings> action) implements ResourceRule {
        @Override
        public void check(SmiResource resource, RuleFindings out) {
            action.accept(resource, out);
        }
    }

    /** A rule for a set that does what a test wants. */
    record Whole(DiagnosticCode code, BiConsumer<RuleContext, SetFindings> action) implements SetRule {
        @Override
        public void check(RuleContext in, SetFindings out) {
            action.accept(in, out);
        }
    }
}
