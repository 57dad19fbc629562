package io.github.smi4j.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.model.Manifest;
import io.github.smi4j.model.OtherResource;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiArbitraries;
import io.github.smi4j.model.SmiResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The fast way to read gives what the full one gives, and parting a text changes nothing of it. */
class PlainTreeBuilderTest {
    private static final ReaderLimits LIMITS = ReaderLimits.defaults();

    private static List<TextSection> sections(String text) {
        List<TextSection> sections = new ArrayList<>();
        new TextSections(SourceText.of("a", text)).forEachRemaining(sections::add);
        return sections;
    }

    private static Optional<List<Optional<Object>>> plain(TextSection section) {
        return PlainTreeBuilder.build(section, LIMITS, LIMITS.maxDocuments(), new StringPool());
    }

    /** All documents of a section; throws where the text is broken. */
    private static List<TextDocument> full(TextSection section) throws TreeBuilder.LimitException {
        GuardedParser parser = section.parser(LIMITS);
        List<TextDocument> documents = new ArrayList<>();
        while (parser.hasNext()) {
            if (parser.next() instanceof DocumentStartEvent) {
                documents.add(new TreeBuilder(parser, section, LIMITS).build());
            }
        }
        return documents;
    }

    private static List<Optional<Object>> roots(List<TextDocument> documents) {
        return documents.stream().map(d -> Optional.ofNullable(d.root())).toList();
    }

    private static void assertSame(String text) throws TreeBuilder.LimitException {
        for (TextSection section : sections(text)) {
            Optional<List<Optional<Object>>> plain = plain(section);
            if (plain.isPresent()) {
                List<TextDocument> full = full(section);
                // As text too, so that order counts.
                assertThat(plain.get())
                        .isEqualTo(roots(full))
                        .hasToString(roots(full).toString());
                assertThat(full).allMatch(d -> d.faults().isEmpty() && !d.aliased());
            }
        }
    }

    @Property(tries = 500)
    void build_ofAWrittenTree_isWhatTheFullWayReads(@ForAll("written") String text) throws TreeBuilder.LimitException {
        assertSame(text);
    }

    @Property(tries = 3000)
    void build_ofAnyText_isWhatTheFullWayReads(@ForAll("texts") String text) throws TreeBuilder.LimitException {
        assertSame(text);
    }

    @Property(tries = 300)
    void build_ofAWrittenTree_isTheFastWay(@ForAll("written") String text) {
        assertThat(sections(text)).allMatch(section -> plain(section).isPresent());
    }

    /** Each section with an anchor in it goes the full way, and means the same. */
    @Property(tries = 300)
    void read_throughTheFullWayAlone_isTheSame(@ForAll("resourceTexts") String text) {
        String anchored = text.replace("apiVersion: ", "apiVersion: &anchor ");

        assertThat(sections(anchored))
                .allMatch(section -> section.end() == 0 || plain(section).isEmpty());
        assertThat(read(anchored)).isEqualTo(read(text));
    }

    /** The reader's resources are those of the full way, section by section. */
    @Property(tries = 1000)
    void read_ofAnyText_hasTheDocumentsOfTheFullWay(@ForAll("texts") String text) {
        List<Object> expected = new ArrayList<>();
        List<Object> read = new ArrayList<>();
        new TextDocuments(SourceText.of("a", text), LIMITS, d -> read.add(Optional.ofNullable(d.root())), f -> {})
                .read();
        for (TextSection section : sections(text)) {
            new FullWay(section).into(expected);
        }

        assertThat(read).isEqualTo(expected);
    }

    /** What a section gives up to the place where it is broken, if it is. */
    private record FullWay(TextSection section) {
        void into(List<Object> documents) {
            if (plain(section).isEmpty() && section.firstRefusedCharacter() >= 0) {
                return;
            }
            GuardedParser parser = section.parser(LIMITS);
            try {
                while (parser.hasNext()) {
                    if (parser.next() instanceof DocumentStartEvent) {
                        documents.add(Optional.ofNullable(
                                new TreeBuilder(parser, section, LIMITS).build().root()));
                    }
                }
            } catch (YamlEngineException | TreeBuilder.LimitException e) {
                // the reader goes on with the next section
            }
        }
    }

    @Property(tries = 3000)
    void sections_coverTheTextWithoutGapOrOverlap(@ForAll("texts") String text) {
        int end = 0;
        int line = 0;
        for (TextSection section : sections(text)) {
            assertThat(section.start()).isEqualTo(end);
            assertThat(section.firstLine()).isEqualTo(line);
            assertThat(section.end()).isGreaterThanOrEqualTo(end);
            end = section.end();
            line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
        }
        assertThat(end).isEqualTo(text.length());
    }

    @Property(tries = 5000)
    void sections_ofATextWithoutSyntaxErrors_haveItsDocuments(@ForAll("texts") String text)
            throws TreeBuilder.LimitException {
        assertPartedAlike(Utf8.withoutMark(text));
    }

    @Property(tries = 300)
    void sections_ofWrittenTrees_haveTheirDocuments(@ForAll("written") String text) throws TreeBuilder.LimitException {
        assertPartedAlike(text);
    }

    private static void assertPartedAlike(String text) throws TreeBuilder.LimitException {
        List<Optional<Object>> whole;
        try {
            whole = roots(full(new TextSection(SourceText.of("a", text), 0, text.length(), 0)));
        } catch (YamlEngineException e) {
            return;
        }
        List<Optional<Object>> parts = new ArrayList<>();
        for (TextSection section : sections(text)) {
            parts.addAll(roots(full(section)));
        }
        assertThat(parts).isEqualTo(whole);
    }

    /** Unicode has more blanks than YAML: behind one of them dashes are text. */
    @Test
    void sections_behindDashesAndABlankOfUnicode_areOne() throws TreeBuilder.LimitException {
        for (String blank : List.of("\u2003", "\u2028", "\u1680")) {
            assertThat(sections("a\n---" + blank + "b\n")).hasSize(1);
            assertPartedAlike("a\n---" + blank + "b\n");
        }
    }

    private static ResourceSet read(String text) {
        return ManifestReader.create().read(text, "a.yaml");
    }

    private static String written(Manifest manifest, boolean yaml) {
        return (yaml ? ManifestWriter.yaml() : ManifestWriter.json()).write(List.of(manifest, manifest));
    }

    @Provide
    Arbitrary<String> resourceTexts() {
        return SmiArbitraries.resources().map(resource -> written(resource, true));
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<Manifest> trees = SmiArbitraries.trees(3).map(tree -> {
            Map<String, Object> named = new LinkedHashMap<>(tree);
            named.put("kind", "X");
            return OtherResource.of(named);
        });
        Arbitrary<SmiResource> resources = SmiArbitraries.resources();
        return Arbitraries.oneOf(trees, resources.map(Manifest.class::cast))
                .flatMap(manifest -> Arbitraries.of(true, false).map(yaml -> written(manifest, yaml)));
    }

    @Provide
    Arbitrary<String> texts() {
        return TokenSoup.texts();
    }
}
