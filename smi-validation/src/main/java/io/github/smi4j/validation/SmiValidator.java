package io.github.smi4j.validation;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.diagnostic.DiagnosticCode;
import io.github.smi4j.diagnostic.Severity;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.validation.spi.ResourceRule;
import io.github.smi4j.validation.spi.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds all that is wrong with SMI resources: what reading and the resolution of their meaning find, and what the rules
 * find beyond. One cause is one finding. Never throws for bad content. Immutable, thread-safe if its rules are.
 */
public final class SmiValidator {
    private final PolicyOptions options;
    private final RuleSettings settings;
    private final List<Rule> rules;
    private final List<Portability> meshes;

    private SmiValidator(Builder builder, List<Rule> rules) {
        this.options = builder.options;
        this.settings = new RuleSettings(builder.settings);
        this.rules = rules.stream().filter(settings::runs).toList();
        this.meshes = List.copyOf(builder.meshes.values());
    }

    /**
     * A validator with all rules that are installed and on by default.
     *
     * @throws IllegalStateException if a rule cannot be loaded, or two have one code
     */
    public static SmiValidator create() {
        return builder().build();
    }

    /** A builder in which everything has its default. */
    public static Builder builder() {
        return new Builder();
    }

    /** The rules that run, in their order. What reading and resolution find is not among them. */
    public List<Rule> rules() {
        return rules;
    }

    /** All that is wrong with a set, relative to what the set itself tells of the cluster. */
    public ValidationResult validate(ResourceSet set) {
        return validate(set, options.inventoryOf(set));
    }

    /**
     * All that is wrong with a set, relative to an inventory. {@code partial-inventory} is not looked at: whoever builds an
     * inventory declares it partial there.
     */
    public ValidationResult validate(ResourceSet set, Inventory inventory) {
        Objects.requireNonNull(set, "set");
        ResolvedPolicy policy = ResolvedPolicy.of(set, options, inventory);
        FindingCollector findings = new FindingCollector();
        set.diagnostics().forEach(findings::add);
        ShapeFaults.of(set, options).forEach(findings::add);
        policy.diagnostics().forEach(findings::add);
        SetContext context = new SetContext(set, policy, inventory);
        rules.forEach(rule -> new RuleRun(rule, findings).run(context));
        meshes.forEach(
                mesh -> mesh.losses(set, inventory, options, findings.all()).forEach(findings::add));
        return result(findings, finding -> true, context.visits());
    }

    /**
     * What is wrong with one resource, whatever there is beside it: what it refers to is not looked for. This is what
     * {@link io.github.smi4j.constraint.ValidSmi} checks.
     */
    public ValidationResult validate(SmiResource resource) {
        ResourceSet set = ResourceSet.of(resource);
        Inventory nothing = Inventory.empty();
        ResolvedPolicy policy = ResolvedPolicy.of(set, options, nothing);
        FindingCollector findings = new FindingCollector();
        ShapeFaults.of(set, options).forEach(findings::add);
        policy.diagnostics().forEach(findings::add);
        SetContext context = new SetContext(set, policy, nothing);
        rules.stream().filter(ResourceRule.class::isInstance).forEach(rule -> new RuleRun(rule, findings).run(context));
        return result(findings, finding -> !OtherResources.decide(finding.code()), context.visits());
    }

    private ValidationResult result(FindingCollector findings, Predicate<Diagnostic> isAbout, long visits) {
        List<Diagnostic> all = findings.all().stream()
                .filter(isAbout)
                .map(finding -> settings.reported(finding, !meshes.isEmpty()))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        return new ValidationResult(all, visits);
    }

    /** Collects what a validator looks for. Not thread-safe. */
    public static final class Builder {
        private final RuleSettings settings = new RuleSettings();
        private final List<Rule> added = new ArrayList<>();
        private final Map<String, Portability> meshes = new LinkedHashMap<>();
        private PolicyOptions options = PolicyOptions.defaults();
        private Optional<ClassLoader> loader = Optional.empty();

        private Builder() {}

        /** What decides the reading; the defaults unless set. */
        public Builder options(PolicyOptions value) {
            options = Objects.requireNonNull(value, "options");
            return this;
        }

        /** Leaves findings of a code out of the report. */
        public Builder off(DiagnosticCode code) {
            return off(Objects.requireNonNull(code, "code").id());
        }

        /**
         * Leaves findings of a code out of the report.
         *
         * @throws IllegalArgumentException if the text is not the code of a finding, for example {@code SMI2007}
         */
        public Builder off(String code) {
            settings.off(Objects.requireNonNull(code, "code"));
            return this;
        }

        /** Reports findings of a code that are off by default. */
        public Builder on(DiagnosticCode code) {
            return on(Objects.requireNonNull(code, "code").id());
        }

        /**
         * Reports findings of a code that are off by default.
         *
         * @throws IllegalArgumentException if the text is not the code of a finding, for example {@code SMI2210}
         */
        public Builder on(String code) {
            settings.on(Objects.requireNonNull(code, "code"));
            return this;
        }

        /** Reports findings of a code under another severity. What is granted does not change. */
        public Builder severity(DiagnosticCode code, Severity severity) {
            return severity(Objects.requireNonNull(code, "code").id(), severity);
        }

        /**
         * Reports findings of a code under another severity. What is granted does not change.
         *
         * @throws IllegalArgumentException if the text is not the code of a finding, for example {@code SMI2007}
         */
        public Builder severity(String code, Severity severity) {
            settings.severity(Objects.requireNonNull(code, "code"), Objects.requireNonNull(severity, "severity"));
            return this;
        }

        /**
         * Also reports what a mesh could not express exactly, as its translator tells.
         *
         * @throws IllegalArgumentException if no translator to the mesh is installed; the message lists those that are
         */
        public Builder portableTo(String mesh) {
            return portableTo(
                    MeshTranslators.load().get(Objects.requireNonNull(mesh, "mesh")), TranslationOptions.defaults());
        }

        /** Also reports what a mesh could not express exactly, as its translator tells. */
        public Builder portableTo(Translator translator, TranslationOptions translation) {
            Portability mesh = new Portability(translator, translation);
            meshes.put(translator.meshName(), mesh);
            return this;
        }

        /** Adds a rule to those that are installed. */
        public Builder addRule(Rule rule) {
            added.add(Objects.requireNonNull(rule, "rule"));
            return this;
        }

        /** Looks for installed rules with this class loader alone; without it, with that of this library and the thread's. */
        public Builder rulesOf(ClassLoader value) {
            loader = Optional.of(Objects.requireNonNull(value, "loader"));
            return this;
        }

        /**
         * The validator.
         *
         * @throws IllegalStateException if a rule cannot be loaded, or two have one code
         */
        public SmiValidator build() {
            List<Rule> all = new ArrayList<>(loader.map(InstalledRules::of).orElseGet(InstalledRules::all));
            all.addAll(added);
            return new SmiValidator(this, InstalledRules.distinct(all));
        }
    }
}
