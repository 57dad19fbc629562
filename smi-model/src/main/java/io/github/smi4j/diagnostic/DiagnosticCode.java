package io.github.smi4j.diagnostic;

/**
 * One kind of finding. Implementations are enums, one per subject; a code is stable and never used again for another
 * cause. {@code SMI…} ids belong to smi4j: {@code SMI1xxx} text and shape, {@code SMI2xxx} meaning and references,
 * {@code SMI3xxx} translation in general, {@code SMI4xxx} Istio. Plugins bring a prefix of their own.
 */
public interface DiagnosticCode {
    /** The fixed parts of this code. */
    CodeDefinition definition();

    /** The stable identifier: a prefix of capital letters and four digits, for example {@code SMI2104}. */
    default String id() {
        return definition().id();
    }

    /** The severity unless the one who reports it has a reason for another. */
    default Severity severity() {
        return definition().severity();
    }

    /** What becomes of the part of the input that the finding is about. */
    default Effect effect() {
        return definition().effect();
    }

    /** One sentence without a full stop that says what was found, without the particulars. */
    default String summary() {
        return definition().summary();
    }

    /** One sentence that says what to do next. */
    default String help() {
        return definition().help();
    }
}
