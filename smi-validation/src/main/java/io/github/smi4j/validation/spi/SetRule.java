package io.github.smi4j.validation.spi;

/**
 * A rule that looks at resources beside each other. Its work must grow with the set and no faster: it looks others up by
 * name, or sorts them by something they share.
 */
public non-sealed interface SetRule extends Rule {
    /**
     * Checks a set. What it throws is reported as a fault of the rule.
     *
     * @param in the resources that could be read, and what they mean
     * @param out takes what is wrong with them
     */
    void check(RuleContext in, SetFindings out);
}
