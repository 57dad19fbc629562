package io.github.smi4j.validation.rules;

import io.github.smi4j.constraint.ResourceRules;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.validation.SmiValidator;
import java.util.List;

/** What Jakarta Validation asks: the same validator, for one resource. */
public final class SingleResourceRules implements ResourceRules {
    private final SmiValidator validator = SmiValidator.create();

    /** With all rules that are installed. */
    public SingleResourceRules() {}

    @Override
    public List<Diagnostic> check(SmiResource resource) {
        return validator.validate(resource).all();
    }
}
