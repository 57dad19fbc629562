package io.github.smi4j.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SMI resource has no error that it shows by itself; what it refers to is not looked for. Each error is a violation of
 * its own, at the path of the field, for example {@code spec.backends[1].weight}, with its code behind the message. Null is
 * valid. Without {@code smi-validation} everything is.
 *
 * <p>Every resource carries it, so {@code @Valid} on what holds one is enough; a parameter or a component of a record can
 * carry it too.
 */
@Documented
@Constraint(validatedBy = SmiConstraintValidator.class)
@Target({
    ElementType.TYPE,
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidSmi {
    /** What is said where no rule says more; never in use, since every error has a message of its own. */
    String message() default "is not a valid SMI resource";

    /** The groups that the constraint belongs to (Jakarta Validation, 3.1). */
    Class<?>[] groups() default {};

    /** What clients attach to the constraint (Jakarta Validation, 3.1). */
    Class<? extends Payload>[] payload() default {};
}
