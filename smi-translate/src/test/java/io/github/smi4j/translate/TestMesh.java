package io.github.smi4j.translate;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.translate.spi.MeshTranslator;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** A plugin that does what a test wants. */
class TestMesh implements MeshTranslator {
    static final OptionKey<Integer> LIMIT = OptionKey.of(
            "limit",
            7,
            "How many.",
            "a digit",
            text -> text.matches("[0-9]") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
    static final OptionKey<String> COLOUR =
            OptionKey.of("colour", "red", "Which.", "a colour", text -> Optional.of(text));

    private final String name;
    private final BiConsumer<TranslationContext, TranslationOutput> action;

    TestMesh(String name) {
        this(name, (in, out) -> {});
    }

    TestMesh(String name, BiConsumer<TranslationContext, TranslationOutput> action) {
        this.name = name;
        this.action = action;
    }

    @Override
    public String meshName() {
        return name;
    }

    @Override
    public Set<ResourceKind> supportedKinds() {
        return Set.of(ResourceKind.TRAFFIC_SPLIT, ResourceKind.HTTP_ROUTE_GROUP);
    }

    @Override
    public Set<String> apiGroups() {
        return Set.of("kuma.io");
    }

    @Override
    public List<OptionKey<?>> options() {
        return List.of(LIMIT, COLOUR);
    }

    @Override
    public void translate(TranslationContext in, TranslationOutput out) {
        action.accept(in, out);
    }

    /** Another class, to be told apart by. */
    static final class Other extends TestMesh {
        Other(String name) {
            super(name);
        }
    }
}
