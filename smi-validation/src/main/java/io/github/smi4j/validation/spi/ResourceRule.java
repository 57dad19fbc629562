package io.github.smi4j.validation.spi;

import io.github.smi4j.model.SmiResource;

/** A rule that looks at one resource and needs no other. It also runs under Jakarta Validation where it is an error. */
public non-sealed interface ResourceRule extends Rule {
    /**
     * Checks one resource that could be read. What it throws is reported as a fault of the rule.
     *
     * @param resource the resource
     * @param out takes what is wrong with it
     */
    void check(SmiResource resource, RuleFindings out);
}
