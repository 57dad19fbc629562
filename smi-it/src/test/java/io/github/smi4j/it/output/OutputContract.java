package io.github.smi4j.it.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.it.corpus.CorpusFile;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.manifest.ManifestWriter;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationCode;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshResource;
import io.github.smi4j.validation.SmiValidator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What holds of the output for every mesh, on real manifests, golden cases and examples. */
public abstract class OutputContract {
    private static final int MANY = 40;

    /** For test classes, which JUnit creates. */
    protected OutputContract() {}

    /** The translator. */
    protected abstract Translator translator();

    /** What is translated: {@link TranslationInput#of}, read once. */
    protected abstract List<TranslationInput> inputs();

    @Test
    final void translate_corpusWithoutErrors_succeeds() throws IOException {
        SmiValidator validator = SmiValidator.create();
        SoftAssertions softly = new SoftAssertions();
        int sound = 0;
        for (CorpusFile file : CorpusFile.all()) {
            ResourceSet set = ManifestReader.create().read(file.path());
            if (validator.validate(set).errors().isEmpty()) {
                sound++;
                assertTranslated(softly, file.name(), translator().translate(set));
            }
        }
        softly.assertAll();
        assertThat(sound).isGreaterThan(MANY);
    }

    @Test
    final void translate_shuffledInput_writesSameBytes() throws IOException {
        Random random = new Random(1);
        List<TranslationInput> all = new ArrayList<>(inputs());
        for (CorpusFile file : CorpusFile.all()) {
            all.add(new TranslationInput(file.name(), ManifestReader.create().read(file.path())));
        }
        SoftAssertions.assertSoftly(softly -> all.forEach(input -> {
            List<ResourceSet.Entry> entries = new ArrayList<>(input.set().entries());
            String expected = translated(entries);
            Collections.shuffle(entries, random);
            softly.assertThat(translated(entries)).as(input.name()).isEqualTo(expected);
        }));
    }

    /** The translator has not failed. */
    protected static void assertTranslated(SoftAssertions softly, String name, Translation translation) {
        softly.assertThat(translation.errors())
                .as(name)
                .extracting(Diagnostic::code)
                .doesNotContain(TranslationCode.TRANSLATOR_FAILED);
    }

    /** The resources as YAML. */
    protected static String yaml(List<MeshResource> resources) {
        return ManifestWriter.yaml().write(resources);
    }

    private String translated(List<ResourceSet.Entry> entries) {
        ResourceSet.Builder set = ResourceSet.builder();
        entries.forEach(set::add);
        Translation translation = translator().translate(set.build());
        return yaml(translation.resources()) + yaml(translation.patches()) + translation.diagnostics();
    }
}
