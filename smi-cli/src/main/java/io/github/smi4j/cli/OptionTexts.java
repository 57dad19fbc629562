package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code --option} arguments, sorted to whom they belong: the reading, or some of the meshes asked for. */
final class OptionTexts {
    private final PolicyOptions policy;
    private final Map<String, TranslationOptions> translation = new HashMap<>();

    private OptionTexts(Map<String, String> texts, List<Translator> translators) {
        texts.keySet().forEach(name -> requireKnown(name, translators));
        try {
            PolicyOptions.Builder reading = PolicyOptions.builder();
            texts.forEach((name, text) -> {
                if (has(PolicyOptions.KEYS, name)) {
                    reading.set(name, text);
                }
            });
            this.policy = reading.build();
            translators.forEach(translator -> translation.put(translator.meshName(), own(texts, translator)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    static OptionTexts of(Map<String, String> texts, List<Translator> translators) {
        return new OptionTexts(texts, translators);
    }

    /** What decides the reading. */
    PolicyOptions policy() {
        return policy;
    }

    /** What a translator has of its own. */
    TranslationOptions of(Translator translator) {
        return translation.getOrDefault(translator.meshName(), TranslationOptions.defaults());
    }

    private static TranslationOptions own(Map<String, String> texts, Translator translator) {
        TranslationOptions.Builder own = TranslationOptions.builder();
        translator.options().forEach(key -> {
            String text = texts.get(key.name());
            if (text != null) {
                // Told now, not when it is used.
                key.parse(text);
                own.set(key.name(), text);
            }
        });
        return own.build();
    }

    private static boolean has(List<OptionKey<?>> keys, String name) {
        return keys.stream().anyMatch(key -> key.name().equals(name));
    }

    private static void requireKnown(String name, List<Translator> translators) {
        List<OptionKey<?>> keys = Stream.concat(
                        PolicyOptions.KEYS.stream(), translators.stream().flatMap(t -> t.options().stream()))
                .collect(Collectors.toList());
        if (!has(keys, name)) {
            throw new UsageException("no option " + UserText.show(name) + "; the options are "
                    + keys.stream().map(OptionKey::name).distinct().sorted().collect(Collectors.joining(", ")));
        }
    }
}
