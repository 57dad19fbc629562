package io.github.smi4j.cli;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code --option} arguments, sorted to whom they belong.
 *
 * @param policy what decides the reading
 * @param translation what the translator has of its own
 */
record OptionTexts(PolicyOptions policy, TranslationOptions translation) {
    static OptionTexts of(Map<String, String> texts, Translator translator) {
        PolicyOptions.Builder policy = PolicyOptions.builder();
        TranslationOptions.Builder translation = TranslationOptions.builder();
        texts.forEach((name, text) -> {
            try {
                if (has(PolicyOptions.KEYS, name)) {
                    policy.set(name, text);
                } else {
                    key(translator, name).parse(text);
                    translation.set(name, text);
                }
            } catch (IllegalArgumentException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        });
        return new OptionTexts(policy.build(), translation.build());
    }

    private static boolean has(List<OptionKey<?>> keys, String name) {
        return keys.stream().anyMatch(key -> key.name().equals(name));
    }

    private static OptionKey<?> key(Translator translator, String name) {
        return translator.options().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("no option " + UserText.show(name) + "; the options are "
                        + Stream.concat(PolicyOptions.KEYS.stream(), translator.options().stream())
                                .map(OptionKey::name)
                                .sorted()
                                .collect(Collectors.joining(", "))));
    }
}
