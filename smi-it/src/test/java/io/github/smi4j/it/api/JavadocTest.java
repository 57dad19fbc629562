package io.github.smi4j.it.api;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import io.github.smi4j.it.api.Declarations.Declaration;
import io.github.smi4j.it.publication.PublicTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** What users can name says what it is; javadoc itself, in the full build, checks only what is there. */
class JavadocTest {
    private static final PublishedSources SOURCES = PublishedSources.parse();

    /** The section that a type of the model follows, as its Javadoc names it. */
    private static final Pattern SECTION =
            Pattern.compile("SMI traffic-(split|access|specs|metrics)\\b|Kubernetes [A-Za-z]");

    private static final String MODEL = "io.github.smi4j.model.";

    @Test
    void declarations_all_haveJavadoc() {
        List<String> failures = new ArrayList<>();
        for (Declaration declaration : declarations().toList()) {
            Optional<DocCommentTree> comment = SOURCES.comment(declaration.path());
            if (comment.isEmpty()) {
                failures.add(declaration.name() + ": no Javadoc");
            } else {
                Set<String> missing = new TreeSet<>(declaration.recordComponents());
                missing.removeAll(parameters(comment.get()));
                missing.forEach(component -> failures.add(declaration.name() + ": no @param " + component));
            }
        }
        assertThat(failures).isEmpty();
    }

    /** So that the first test cannot pass by looking at nothing. */
    @Test
    void declarations_types_areThoseOfTheJars() throws Exception {
        Set<String> types = declarations()
                .filter(d -> d.tree() instanceof ClassTree)
                .map(Declaration::name)
                .collect(toCollection(TreeSet::new));

        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(PublicTypes.all().stream()
                        .map(type -> type.getCanonicalName())
                        .toList());
    }

    @Test
    void declarations_ofEachSort_areFound() {
        assertThat(declarations().map(Declaration::name))
                .contains(
                        "io.github.smi4j.model",
                        MODEL + "TrafficSplit.backends()",
                        MODEL + "TrafficSplit.Builder.addBackend(String, long)",
                        MODEL + "Quantity.ZERO",
                        MODEL + "ResourceKind.UDP_ROUTE",
                        MODEL + "Ports.Listed.<init>(List<Integer>)")
                .doesNotContain(MODEL + "Quantity.SUFFIXES", MODEL + "Quantity.toString()", MODEL + "SmiStyle");
        assertThat(declarations().filter(d -> d.name().equals("io.github.smi4j.diagnostic.ResourceRef")))
                .allSatisfy(
                        d -> assertThat(d.recordComponents()).containsExactly("group", "kind", "namespace", "name"));
    }

    @Test
    void valuesOfTheModel_javadoc_namesTheSection() {
        List<Declaration> values = declarations()
                .filter(d -> d.name().startsWith(MODEL) && isValue(d.tree()))
                .toList();

        assertThat(values).hasSizeGreaterThan(10);
        assertThat(values)
                .allSatisfy(value -> assertThat(SOURCES.comment(value.path())
                                .map(c -> c.toString().replaceAll("\\s+", " ")))
                        .as(value.name())
                        .hasValueSatisfying(text -> assertThat(text).containsPattern(SECTION)));
    }

    private static Stream<Declaration> declarations() {
        return SOURCES.units().stream().flatMap(unit -> Declarations.of(unit).stream());
    }

    private static boolean isValue(Tree tree) {
        return tree.getKind() == Kind.INTERFACE
                && ((ClassTree) tree).getModifiers().getFlags().contains(Modifier.SEALED)
                && ((ClassTree) tree)
                        .getMembers().stream()
                                .anyMatch(member -> member instanceof ClassTree type
                                        && type.getSimpleName().contentEquals("Builder"));
    }

    private static List<String> parameters(DocCommentTree comment) {
        return comment.getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(param ->
                        !param.isTypeParameter() && !param.getDescription().isEmpty())
                .map(param -> param.getName().getName().toString())
                .toList();
    }
}
