package io.github.smi4j.it.cases;

import io.github.smi4j.convert.SmiConverter;
import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.consul.ConsulTranslator;
import io.github.smi4j.translate.istio.IstioTranslator;
import io.github.smi4j.translate.linkerd.LinkerdTranslator;
import io.github.smi4j.validation.SmiValidator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** How the findings of a case are found, in the words of the command line. */
final class CaseCommand {
    private static final MeshTranslators MESHES = MeshTranslators.of(
            IstioTranslator.create(),
            LinkerdTranslator.create(),
            ConsulTranslator.create(),
            new FailingMesh(),
            new RepeatingMesh());

    private final PolicyOptions.Builder policy = PolicyOptions.builder();
    private final TranslationOptions.Builder translation = TranslationOptions.builder();
    private final List<String> to = new ArrayList<>();
    private final SmiValidator.Builder validator = SmiValidator.builder();
    private final String name;
    private boolean allowWidening;

    private CaseCommand(String name) {
        this.name = name;
    }

    static CaseCommand parse(String text) {
        Iterator<String> words = Arrays.asList(text.split("\\s+")).iterator();
        CaseCommand command = new CaseCommand(words.next());
        while (words.hasNext()) {
            command.set(words.next(), words);
        }
        return command;
    }

    private void set(String word, Iterator<String> words) {
        switch (word) {
            case "--option" -> option(words.next());
            case "--to" -> to.add(words.next());
            case "--on" -> validator.on(words.next());
            case "--failing-rule" -> validator.addRule(new FailingRule());
            case "--allow-widening" -> allowWidening = true;
            default -> throw new IllegalArgumentException("no such word in a command: " + word);
        }
    }

    private void option(String text) {
        String key = text.substring(0, text.indexOf('='));
        String value = text.substring(key.length() + 1);
        if (PolicyOptions.KEYS.stream().map(OptionKey::name).anyMatch(key::equals)) {
            policy.set(key, value);
        } else {
            translation.set(key, value);
        }
    }

    List<Diagnostic> run(InputStream in, String file) throws IOException {
        ResourceSet set = ManifestReader.create().read(in, file);
        return switch (name) {
            case "validate" ->
                validator.options(policy.build()).build().validate(set).all();
            case "translate" ->
                MESHES.get(to.get(0))
                        .translate(set, policy.build(), translation.build())
                        .diagnostics();
            case "convert" -> converter().convert(set).diagnostics();
            default -> throw new IllegalArgumentException("no such command: " + name);
        };
    }

    private SmiConverter converter() {
        SmiConverter converter = SmiConverter.to(to);
        return allowWidening ? converter.allowWidening() : converter;
    }
}
