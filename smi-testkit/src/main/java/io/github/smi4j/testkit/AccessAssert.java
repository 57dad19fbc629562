package io.github.smi4j.testkit;

import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.AccessQuestion;
import io.github.smi4j.policy.Decision;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Verdict;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** What SMI says of requests. A failure tells the verdict and its reasons. */
public final class AccessAssert extends AbstractAssert<AccessAssert, ResourceSet> {
    private final PolicyOptions options;

    AccessAssert(ResourceSet actual) {
        this(actual, PolicyOptions.defaults());
    }

    private AccessAssert(ResourceSet actual, PolicyOptions options) {
        super(actual, AccessAssert.class);
        this.options = options;
    }

    /** The same under other settings of the reading. */
    public AccessAssert with(PolicyOptions settings) {
        return new AccessAssert(actual, Objects.requireNonNull(settings, "settings"));
    }

    /** It is allowed, wherever it arrives. */
    public AccessAssert allows(AccessQuestion question) {
        return says(Verdict.ALLOWED, question);
    }

    /** It is denied, wherever it arrives. */
    public AccessAssert denies(AccessQuestion question) {
        return says(Verdict.DENIED, question);
    }

    /** The verdict is this one. */
    public AccessAssert says(Verdict expected, AccessQuestion question) {
        isNotNull();
        Inventory inventory = options.inventoryOf(actual);
        Decision decision = Evaluator.of(ResolvedPolicy.of(actual, options, inventory), inventory)
                .decide(question);
        if (decision.verdict() != expected) {
            failWithMessage(
                    "%s",
                    "expected SMI to say " + expected + " of\n  " + question.traffic() + " from " + question.from()
                            + " to " + question.to() + port(question) + "\nand it says " + decision.verdict()
                            + reasons(decision));
        }
        return this;
    }

    private static String port(AccessQuestion question) {
        return question.port().isPresent() ? ", port " + question.port().getAsInt() : "";
    }

    private static String reasons(Decision decision) {
        Stream<String> parts = decision.parts().stream()
                .map(part -> part.verdict() + " from " + part.from() + " at "
                        + part.workload().kind() + " "
                        + part.workload().namespace() + "/" + part.workload().name() + ", port " + part.podPort() + ": "
                        + String.join("; ", part.reasons()));
        return Stream.concat(parts, decision.notes().stream())
                .map(line -> "\n  " + line)
                .collect(Collectors.joining());
    }
}
