package io.github.smi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smi4j.model.ResourceKind;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.policy.OptionKey;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.testkit.bundle.Bundle;
import io.github.smi4j.testkit.bundle.BundleGenerator;
import io.github.smi4j.testkit.mesh.MeshModel;
import io.github.smi4j.testkit.proof.Proof;
import io.github.smi4j.testkit.proof.ProofReport;
import io.github.smi4j.testkit.proof.ToldExceptions;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translation;
import io.github.smi4j.translate.TranslationCode;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of a translator: extend it, tell it the translator, and run it as a test. It translates many random bundles and
 * checks {@linkplain io.github.smi4j.testkit.proof.Law the laws}; those of access and shares need a {@linkplain #model() model of
 * the mesh}, and without one the report and a test that is skipped say that they were not checked.
 *
 * <p>System properties: {@code smi4j.proof.bundles}, how many bundles (1000, and 20000 where {@code smi4j.proof} is true);
 * {@code smi4j.proof.seed}, what everything that is drawn depends on; {@code smi4j.proof.bundle}, the seed of the only bundle to
 * run, as a violation tells it; {@code smi4j.proof.mesh}, the only mesh to run for.
 */
public abstract class MeshTranslatorContractTest {
    private static final int BUNDLES = 1000;
    private static final int ALL_BUNDLES = 20_000;
    private static final int REQUESTS = 50;
    private static final int LOCALE_BUNDLES = 20;
    private static final long SEED = 20_261_123;

    /** For test classes, which JUnit creates. */
    protected MeshTranslatorContractTest() {}

    /** The translator. */
    protected abstract MeshTranslator translator();

    /** What the mesh does with the output; absent unless there is such a model. */
    protected Optional<MeshModel> model() {
        return Optional.empty();
    }

    /** What draws the bundles; SMI and Kubernetes alone unless overridden. */
    protected BundleGenerator generator() {
        return BundleGenerator.create();
    }

    /**
     * What is wrong with an emitted resource, for example by the schema of its kind; nothing unless overridden. What the model
     * knows of that is asked in any case.
     */
    protected List<String> faults(Map<String, ?> resource) {
        return List.of();
    }

    /** Where the mesh may do something else than SMI says, since a finding says so; nowhere unless overridden. */
    protected ToldExceptions exceptions() {
        return ToldExceptions.NONE;
    }

    /** How many bundles are translated; 1000, or 20000 for a full proof, unless overridden or asked for by a property. */
    protected int bundles() {
        return Integer.getInteger("smi4j.proof.bundles", Boolean.getBoolean("smi4j.proof") ? ALL_BUNDLES : BUNDLES);
    }

    /**
     * How many of a hundred targets must be EXACT, and splits in force, so that the proof says enough; 40 unless overridden, as
     * for a mesh that asks much of a cluster.
     */
    protected int leastExact() {
        return 40;
    }

    /** What everything that is drawn depends on: the same in every build, and another one in each full proof. */
    protected long seed() {
        return Long.getLong(
                "smi4j.proof.seed", Boolean.getBoolean("smi4j.proof") ? new SplittableRandom().nextLong() : SEED);
    }

    /** Whether the translator is to be found as a service. */
    protected boolean isService() {
        return true;
    }

    private Translator installed() {
        return MeshTranslators.of(translator()).get(translator().meshName());
    }

    /** Skips all of it where another mesh was asked for. */
    @BeforeEach
    public final void requireMesh() {
        String wanted = System.getProperty("smi4j.proof.mesh", "");
        assumeTrue(
                wanted.isEmpty() || wanted.equals(translator().meshName()), () -> "only " + wanted + " was asked for");
    }

    /** All laws, on random bundles; prints what was met. */
    @Test
    public final void translate_ofRandomBundles_keepsTheLaws() {
        Proof.Builder proof = Proof.of(translator())
                .generator(generator())
                .faults(this::faults)
                .exceptions(exceptions())
                .leastExact(leastExact())
                .bundles(bundles())
                .requests(REQUESTS)
                .seed(seed());
        model().ifPresent(proof::model);
        Optional.ofNullable(Long.getLong("smi4j.proof.bundle")).ifPresent(proof::replay);
        ProofReport report = proof.build().run();
        System.out.println(report);
        report.requireProved();
    }

    /** Skipped where there is no model, so that it shows what was not checked. */
    @Test
    public final void model_isThere_soThatAccessAndSharesAreChecked() {
        assumeTrue(
                model().isPresent(),
                () -> "the laws of access and shares were not checked: there is no model of "
                        + translator().meshName());
    }

    /** The same bytes where text is written and compared in other ways. */
    @Test
    public final void translate_inOtherLocaleAndTimeZone_writesTheSameBytes() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        List<Bundle> bundles = new SplittableRandom(SEED)
                .longs(LOCALE_BUNDLES)
                .mapToObj(seed -> generator().draw(new Random(seed)))
                .toList();
        List<String> expected = bundles.stream().map(this::output).toList();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(bundles).map(this::output).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private String output(Bundle bundle) {
        return GoldenCase.output(installed()
                .translate(bundle.set(), bundle.inventory(), bundle.policyOptions(), bundle.translationOptions()));
    }

    /** Nothing to translate is no failure, and nothing is made of it. */
    @Test
    public final void translate_ofNothing_emitsNothing() {
        Translation translation = installed().translate(ResourceSet.of());
        assertThat(translation.resources()).isEmpty();
        assertThat(translation.diagnostics()).isEmpty();
    }

    /** What is not translated is reported, and never passed over. */
    @Test
    public final void translate_ofEachKind_reportsWhatIsNotSupported() {
        ResourceSet.Builder set = ResourceSet.builder();
        for (ResourceKind kind : ResourceKind.values()) {
            set.addTree(Map.of(
                    "apiVersion", kind.newestApiVersion(), "kind", kind.kind(), "metadata", Map.of("name", "sample")));
        }
        Translation translation =
                installed().translate(set.build(), PolicyOptions.defaults(), TranslationOptions.defaults());
        List<String> reported = translation.diagnostics().stream()
                .filter(d -> d.code() == TranslationCode.KIND_NOT_TRANSLATED)
                .flatMap(d -> d.resource().stream())
                .map(ref -> ref.kind())
                .toList();
        assertThat(reported)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ResourceKind.values())
                        .filter(kind -> !translator().supportedKinds().contains(kind))
                        .map(ResourceKind::kind)
                        .toList());
    }

    /** Each setting has a name of its own, its default is one of its values, and it is documented. */
    @Test
    public final void options_all_areDocumentedAndDistinct() {
        List<OptionKey<?>> options = translator().options();
        assertThat(options)
                .map(OptionKey::name)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(
                        PolicyOptions.KEYS.stream().map(OptionKey::name).toList());
        assertThat(options).map(OptionKey::meaning).allMatch(text -> !text.isBlank());
    }

    /** It is found by whoever looks for translators, unless it is not meant to be. */
    @Test
    public final void load_asService_findsTheTranslator() {
        assumeTrue(isService(), "it is not meant to be a service");
        assertThat(ServiceLoader.load(MeshTranslator.class).stream().map(ServiceLoader.Provider::type))
                .contains(translator().getClass());
    }
}
