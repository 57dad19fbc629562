package io.github.smi4j.it.api;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.publication.PublicTypes;
import io.github.smi4j.it.publication.PublishedLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sources of the exported packages, parsed but not compiled. */
final class PublishedSources {
    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final DocTrees comments;

    private PublishedSources() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(paths()));
            comments = DocTrees.instance(task);
            task.parse().forEach(units::add);
        }
    }

    static PublishedSources parse() {
        try {
            return new PublishedSources();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    /** The Javadoc of a declaration; absent where there is none, or one that says nothing. */
    Optional<DocCommentTree> comment(TreePath declaration) {
        return Optional.ofNullable(comments.getDocCommentTree(declaration))
                .filter(comment -> !comment.getFirstSentence().isEmpty());
    }

    private static List<Path> paths() throws IOException {
        Set<String> exported = PublicTypes.packages();
        List<Path> paths = new ArrayList<>();
        for (PublishedLibrary library : PublishedLibrary.ALL) {
            Path root = ProjectFiles.of(library.name()).resolve("src/main/java");
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                        .filter(file -> exported.contains(packageOf(root, file)))
                        .sorted()
                        .forEach(paths::add);
            }
        }
        return paths;
    }

    private static String packageOf(Path root, Path file) {
        List<String> names = new ArrayList<>();
        root.relativize(file).getParent().forEach(name -> names.add(name.toString()));
        return String.join(".", names);
    }
}
