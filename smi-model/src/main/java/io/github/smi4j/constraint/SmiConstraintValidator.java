package io.github.smi4j.constraint;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.model.SmiResource;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.LeafNodeContextBuilder;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderCustomizableContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeBuilderDefinedContext;
import jakarta.validation.ConstraintValidatorContext.ConstraintViolationBuilder.NodeContextBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The bridge from {@link ResourceRules} to Jakarta Validation, which makes it. Immutable, thread-safe. */
public final class SmiConstraintValidator implements ConstraintValidator<ValidSmi, SmiResource> {
    /** What begins an expression or ends its escape in a template of a message (Jakarta Validation, 6.3.1). */
    private static final String TEMPLATE_CHARACTERS = "\\{}$";

    private final List<ResourceRules> rules = new ArrayList<>();

    /** Finds the rules with the class loader of this library, or else with that of the thread. */
    public SmiConstraintValidator() {
        ServiceLoader.load(ResourceRules.class, ResourceRules.class.getClassLoader())
                .forEach(rules::add);
        if (rules.isEmpty()) {
            ServiceLoader.load(ResourceRules.class).forEach(rules::add);
        }
    }

    @Override
    public boolean isValid(@Nullable SmiResource resource, ConstraintValidatorContext context) {
        boolean valid = true;
        if (resource != null) {
            for (ResourceRules all : rules) {
                for (Diagnostic finding : all.check(resource)) {
                    if (finding.severity() == Severity.ERROR) {
                        valid = false;
                        add(finding, context);
                    }
                }
            }
        }
        return valid;
    }

    private static void add(Diagnostic finding, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        String message = finding.message() + " (" + finding.code().id() + ")";
        add(context.buildConstraintViolationWithTemplate(inert(message)), finding.path());
    }

    /** A message is plain text: nothing of it may be taken for an expression. */
    private static String inert(String message) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < message.length(); i++) {
            if (TEMPLATE_CHARACTERS.indexOf(message.charAt(i)) >= 0) {
                text.append('\\');
            }
            text.append(message.charAt(i));
        }
        return text.toString();
    }

    /** A node holds the index or key of the container that it is in, so an index waits for the node behind it. */
    private static void add(ConstraintViolationBuilder start, FieldPath path) {
        NodeBuilderCustomizableContext node = null;
        NodeBuilderDefinedContext placed = null;
        FieldPath.Step place = null;
        for (FieldPath.Step step : path.steps()) {
            if (!(step instanceof FieldPath.Name name)) {
                place = step;
                continue;
            }
            if (placed != null) {
                node = placed.addPropertyNode(name.name());
            } else {
                node = node == null ? start.addPropertyNode(name.name()) : node.addPropertyNode(name.name());
            }
            placed = place == null ? null : at(node.inIterable(), place);
            place = null;
        }
        if (place != null && node != null) {
            LeafNodeBuilderCustomizableContext leaf = placed == null ? node.addBeanNode() : placed.addBeanNode();
            end(leaf.inIterable(), place);
        } else if (placed != null) {
            placed.addConstraintViolation();
        } else if (node != null) {
            node.addConstraintViolation();
        } else {
            start.addConstraintViolation();
        }
    }

    private static NodeBuilderDefinedContext at(NodeContextBuilder node, FieldPath.Step place) {
        return place instanceof FieldPath.Index index
                ? node.atIndex(index.index())
                : node.atKey(((FieldPath.Key) place).key());
    }

    private static void end(LeafNodeContextBuilder leaf, FieldPath.Step place) {
        (place instanceof FieldPath.Index index
                        ? leaf.atIndex(index.index())
                        : leaf.atKey(((FieldPath.Key) place).key()))
                .addConstraintViolation();
    }
}
