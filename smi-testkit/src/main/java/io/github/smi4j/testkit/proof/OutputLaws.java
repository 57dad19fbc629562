package io.github.smi4j.testkit.proof;

import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationCode;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshResource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** The laws of the output as such: no failure, accepted by the mesh, traced, the same bytes in whatever order. */
final class OutputLaws {
    private static final String TRANSLATED_FROM = "smi4j.github.io/translated-from";

    private final Translator translator;
    private final Function<Map<String, ?>, List<String>> faults;

    OutputLaws(Translator translator, Optional<MeshModel> model, Function<Map<String, ?>, List<String>> faults) {
        this.translator = translator;
        this.faults = tree -> {
            List<String> all = new ArrayList<>(faults.apply(tree));
            model.ifPresent(m -> all.addAll(m.faults(tree)));
            return all;
        };
    }

    /** What is wrong, with the law that it violates; none if nothing is. */
    List<Finding> check(Trial trial, Random random) {
        List<Finding> findings = new ArrayList<>();
        Translation translation = trial.translation();
        translation.diagnostics().stream()
                .filter(d -> d.code() == TranslationCode.TRANSLATOR_FAILED)
                .forEach(d -> findings.add(new Finding(Law.NEVER_FAILS, d.message())));
        translation.diagnostics().stream()
                .filter(d -> d.code() == TranslationCode.RESOURCE_TWICE)
                .forEach(d -> findings.add(new Finding(Law.ACCEPTED, d.message())));
        for (MeshResource resource : translation.resources()) {
            Map<String, Object> tree = resource.toTree();
            faults.apply(tree).forEach(fault -> findings.add(new Finding(Law.ACCEPTED, resource.ref() + ": " + fault)));
            if (resource.metadata()
                    .annotations()
                    .getOrDefault(TRANSLATED_FROM, "")
                    .isEmpty()) {
                findings.add(new Finding(Law.TRACED, resource.ref() + " comes from nothing"));
            }
        }
        checkOrder(trial, random).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> checkOrder(Trial trial, Random random) {
        List<Map<String, Object>> shuffled = new ArrayList<>(trial.bundle().manifests());
        Collections.shuffle(shuffled, random);
        Trial other = new Trial(trial.bundle().withManifests(shuffled), translator);
        return other.output().equals(trial.output())
                ? Optional.empty()
                : Optional.of(new Finding(
                        Law.SAME_BYTES,
                        "another order of the input gave\n" + other.output() + "and not\n" + trial.output()));
    }

    /**
     * A law that does not hold.
     *
     * @param law which
     * @param detail what was seen
     */
    record Finding(Law law, String detail) {}
}
