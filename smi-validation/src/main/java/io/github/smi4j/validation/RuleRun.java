package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.Rule;
import io.github.smi4j.validation.spi.SetResource;
import io.github.smi4j.validation.spi.SetRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** Runs one rule. One that throws is told once, with the first resource where it did. */
final class RuleRun {
    private final Rule rule;
    private final FindingCollector findings;
    private final List<Diagnostic> failures = new ArrayList<>();

    RuleRun(Rule rule, FindingCollector findings) {
        this.rule = rule;
        this.findings = findings;
    }

    void run(SetContext context) {
        if (rule instanceof ResourceRule ofResource) {
            context.all().forEach(resource -> attempt(Optional.of(resource), () -> check(ofResource, resource)));
        } else if (rule instanceof SetRule ofSet) {
            attempt(Optional.empty(), () -> ofSet.check(context, findings.of(rule.code())));
        }
        failures.stream().findFirst().map(this::withCount).ifPresent(findings::add);
    }

    private void check(ResourceRule ofResource, SetResource<?> resource) {
        ofResource.check(resource.value(), findings.of(rule.code()).of(resource));
    }

    private Diagnostic withCount(Diagnostic failure) {
        int more = failures.size() - 1;
        String others = "; it also failed on " + more + (more == 1 ? " other resource" : " other resources");
        return more == 0
                ? failure
                : failure.toBuilder().message(failure.message() + others).build();
    }

    private void attempt(Optional<SetResource<?>> resource, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError | ServiceConfigurationError e) {
            Diagnostic.Builder failure =
                    Diagnostic.builder(ValidationCode.RULE_FAILED).message(message(e));
            resource.ifPresent(r -> failure.resource(r.ref()).position(r.entry().position(FieldPath.root())));
            failures.add(failure.build());
        }
    }

    private String message(Throwable thrown) {
        return "the rule " + rule.getClass().getName() + " for " + rule.code().id() + " failed with "
                + thrown.getClass().getSimpleName()
                + Optional.ofNullable(thrown.getMessage())
                        .map(text -> ": " + UserText.show(text))
                        .orElse("");
    }
}
