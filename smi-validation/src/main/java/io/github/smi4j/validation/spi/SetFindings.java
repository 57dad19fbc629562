package io.github.smi4j.validation.spi;

/** Takes what a rule finds in a set. */
public interface SetFindings {
    /** Takes findings about one resource of the set. */
    RuleFindings of(SetResource<?> resource);
}
