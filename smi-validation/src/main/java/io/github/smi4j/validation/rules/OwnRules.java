package io.github.smi4j.validation.rules;

import io.github.smi4j.validation.spi.Rule;
import java.util.List;

/** The rules of this library, each registered here once, by what they look at: fields, references, sets. */
public final class OwnRules {
    /** All of them. */
    public static final List<Rule> ALL = List.of(
            new MetadataNameRule(),
            new LabelRule(),
            new AnnotationRule(),
            new RepeatedElementRule(),
            new OldVersionRule(),
            new OpenPathRule(),
            new DotInPatternRule(),
            new VersionPairRule(),
            new SourceAccountRule(),
            new TargetWithoutEffectRule(),
            new CoveredMatchRule(),
            new CoveredTargetRule());

    private OwnRules() {}
}
