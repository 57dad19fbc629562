package io.github.smi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Runs every block of the README and of docs: commands and programs are run and the block after them is what they print;
 * {@code -Dsmi4j.update=true} writes it. A block that names a file after its language is an excerpt of that file.
 */
class DocumentationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final boolean UPDATE = Boolean.getBoolean("smi4j.update");
    private static final String SMI = "$ smi ";
    private static final String LEFT_OUT = "# …\n";
    /** The same in an excerpt of a file. */
    private static final Pattern LEFT_OUT_OF_FILE = Pattern.compile("(?m)^ *(?://|#|<!--) …(?: -->)?\n");

    private static final int DEEPEST = 24;
    private static final String PLUGINS = "docs/examples/plugin/target";
    /** Written from cases that smi-it runs. */
    private static final String CATALOGUE = "diagnostics.md";

    private static final String SMI_JAR = "java -jar smi-cli/target/smi.jar ";

    @TempDir
    Path temporary;

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> found = docs.filter(p -> p.toString().endsWith(".md"))
                    .filter(p -> !p.endsWith(CATALOGUE))
                    .sorted()
                    .toList();
            return Stream.concat(
                    Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve), found.stream());
        }
    }

    /** What a command or program of the documentation prints; a block of YAML or JSON shows the resources alone. */
    private record Printed(String out, String err) {
        String shownIn(String language) {
            return language.equals("text") ? out + err : out;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void blocks_areRun(Path document) throws Exception {
        String text = Files.readString(document);
        MarkdownBlocks markdown = new MarkdownBlocks(text);
        List<String> contents = new ArrayList<>();
        Printed printed = null;
        for (MarkdownBlocks.Block block : markdown.blocks()) {
            String where = document.getFileName() + ":" + block.line();
            if (printed != null) {
                assertThat(block.language())
                        .as("%s shows what was printed", where)
                        .isIn("yaml", "text", "json");
                contents.add(shown(block, printed.shownIn(block.language()), where));
                printed = null;
                continue;
            }
            contents.add(block.content());
            if (block.language().contains(" ")) {
                checkExcerpt(block, where);
                continue;
            }
            switch (block.language()) {
                case "console" -> printed = smi(block, where);
                case "java" ->
                    printed = new Printed(
                            new JavaProgram(block.content()).run(Files.createTempDirectory(temporary, "java")), "");
                case "xml" -> checkDependencies(block.content());
                case "sh" -> checkShell(block.content(), where);
                default -> fail("%s has a block that nothing runs: %s", where, block.language());
            }
        }
        assertThat(printed)
                .as("what the last program of %s prints is shown", document)
                .isNull();
        String run = markdown.withContents(contents);
        if (UPDATE) {
            Files.writeString(document, run);
        } else {
            assertThat(run).as("%s; -Dsmi4j.update=true writes it", document).isEqualTo(text);
        }
    }

    /** What a block shows of what was printed: all of it, or the parts between the lines that say that something is left out. */
    private static String shown(MarkdownBlocks.Block block, String printed, String where) {
        if (!block.content().contains(LEFT_OUT)) {
            return printed;
        }
        int from = 0;
        for (String part : block.content().split(Pattern.quote(LEFT_OUT))) {
            int at = printed.indexOf(part, from);
            assertThat(at)
                    .as("%s shows this part of:%n%s%npart:%n%s", where, printed, part)
                    .isNotNegative();
            from = at + part.length();
        }
        return block.content();
    }

    /** A block is part of the file that it names, at whatever depth it stands there. */
    private static void checkExcerpt(MarkdownBlocks.Block block, String where) throws IOException {
        Path file = ROOT.resolve(block.language().split(" ", 2)[1]);
        String text = Files.readString(file);
        int from = 0;
        for (String part : LEFT_OUT_OF_FILE.split(block.content())) {
            int start = from;
            int end = IntStream.rangeClosed(0, DEEPEST)
                    .mapToObj(depth -> part.replaceAll("(?m)^(?=.)", " ".repeat(depth)))
                    .filter(indented -> text.indexOf(indented, start) >= 0)
                    .mapToInt(indented -> text.indexOf(indented, start) + indented.length())
                    .findFirst()
                    .orElse(-1);
            assertThat(end)
                    .as("%s shows this part of %s:%n%s", where, file, part)
                    .isNotNegative();
            from = end;
        }
    }

    private Printed smi(MarkdownBlocks.Block block, String where) throws IOException {
        String command = block.content().strip();
        assertThat(command).as(where).startsWith(SMI).doesNotContain("\n");
        String[] arguments = command.substring(SMI.length()).split(" +");
        if (command.contains(PLUGINS)) {
            // The build of the example runs later; here its jar is made of its sources.
            Path plugins = temporary.resolve("plugins");
            if (Files.notExists(plugins)) {
                ExamplePlugin.writeJar(Files.createDirectory(plugins));
            }
            Arrays.setAll(arguments, i -> arguments[i].equals(PLUGINS) ? plugins.toString() : arguments[i]);
        }
        RunResult result = RunResult.of(arguments);
        return new Printed(result.out(), result.err());
    }

    /** Maven cannot be run from inside the build: what its commands name must exist. */
    private static void checkShell(String commands, String where) {
        for (String line : commands.lines().toList()) {
            Matcher module = Pattern.compile("-pl (\\S+)").matcher(line);
            while (module.find()) {
                assertThat(ROOT.resolve(module.group(1)).resolve("pom.xml"))
                        .as(where)
                        .exists();
            }
            int jar = line.indexOf(SMI_JAR);
            if (jar >= 0) {
                RunResult result =
                        RunResult.of(line.substring(jar + SMI_JAR.length()).split(" +"));
                assertThat(result.status()).as("%s: %s", where, result.err()).isZero();
            }
            assertThat(line).as(where).containsAnyOf("./mvnw ", SMI_JAR);
        }
    }

    private static void checkDependencies(String fragment) throws Exception {
        Element xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<x>" + fragment + "</x>")))
                .getDocumentElement();
        NodeList dependencies = xml.getElementsByTagName("dependency");
        assertThat(dependencies.getLength()).isPositive();
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String artifact =
                    dependency.getElementsByTagName("artifactId").item(0).getTextContent();
            assertThat(ROOT.resolve(artifact).resolve("pom.xml")).exists();
            NodeList version = dependency.getElementsByTagName("version");
            for (int v = 0; v < version.getLength(); v++) {
                assertThat(version.item(v).getTextContent()).isEqualTo(System.getProperty("smi4j.version"));
            }
        }
    }

    @Test
    void continuousIntegration_runsTheTestCommandOfTheReadme() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String ci = Files.readString(ROOT.resolve(".ci/run"));
        Matcher command = Pattern.compile("(?m)^exec (.*?) -Dsmi4j\\.shared\\.required=true$")
                .matcher(ci);
        assertThat(command.find()).isTrue();
        assertThat(readme).contains("```sh\n" + command.group(1) + "\n```");
    }

    @Test
    void links_leadToFiles() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
        for (Path document : documents().toList()) {
            Matcher matcher = link.matcher(Files.readString(document));
            while (matcher.find()) {
                assertThat(document.resolveSibling(matcher.group(1)))
                        .as("a link of %s", document)
                        .exists();
            }
        }
    }
}
