package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.validation.rules.OwnRules;
import io.github.smi4j.validation.spi.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The rules of this library, and those that are found as services. */
final class InstalledRules {
    private InstalledRules() {}

    /**
     * All rules: our own, then those that the class loader of this library finds, then those of the thread's, by name.
     *
     * @throws IllegalStateException if one cannot be loaded, or two have one code
     */
    static List<Rule> all() {
        List<Rule> found = new ArrayList<>(services(InstalledRules.class.getClassLoader()));
        Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .ifPresent(loader -> services(loader).stream()
                        .filter(rule -> found.stream().noneMatch(known -> known.getClass() == rule.getClass()))
                        .forEach(found::add));
        return withOwn(found);
    }

    /** Our own rules and those that a class loader finds. */
    static List<Rule> of(ClassLoader loader) {
        return withOwn(services(loader));
    }

    private static List<Rule> withOwn(List<Rule> found) {
        List<Rule> all = new ArrayList<>(OwnRules.ALL);
        found.stream()
                .sorted(Comparator.comparing(rule -> rule.getClass().getName()))
                .forEach(all::add);
        return distinct(all);
    }

    /** Two rules of one code could not be told apart, nor switched off alone. */
    static List<Rule> distinct(List<Rule> rules) {
        Map<String, Rule> byCode = new HashMap<>();
        for (Rule rule : rules) {
            String code = Objects.requireNonNull(rule.code(), "code").id();
            Rule other = byCode.putIfAbsent(code, rule);
            if (other != null) {
                throw new IllegalStateException("two rules have the code " + code + ": "
                        + other.getClass().getName() + " and " + rule.getClass().getName() + "; give each its own");
            }
        }
        return List.copyOf(rules);
    }

    private static List<Rule> services(ClassLoader loader) {
        try {
            return ServiceLoader.load(Rule.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalStateException(
                    "a rule cannot be loaded: " + UserText.visible(String.valueOf(e.getMessage())), e);
        }
    }
}
