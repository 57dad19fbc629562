package io.github.smi4j.validation.spi;

import io.github.smi4j.diagnostic.FieldPath;

/**
 * Takes what a rule finds in one resource. Code, severity, resource and position are filled in. Paths are in the shape
 * of the newest version of the kind; the finding shows the document's own.
 */
public interface RuleFindings {
    /**
     * Reports a field at its value, with the help of the code.
     *
     * @param path the field; the root where it is about the whole resource
     * @param message what was given and what was expected, in one sentence without a full stop
     */
    void report(FieldPath path, String message);

    /**
     * Reports a field at its value.
     *
     * @param path the field; the root where it is about the whole resource
     * @param message what was given and what was expected, in one sentence without a full stop
     * @param help what to do next, in one sentence
     */
    void report(FieldPath path, String message, String help);

    /**
     * Reports a field at its name, with the help of the code.
     *
     * @param path the field
     * @param message what was given and what was expected, in one sentence without a full stop
     */
    void reportName(FieldPath path, String message);
}
