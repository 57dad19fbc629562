package io.github.smi4j.cli;

import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.Translator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What comes with the command, and with the jars of a directory: translators and rules. */
final class Plugins {
    private Plugins() {}

    /** The class loader that sees all of it; it lives as long as the process. */
    static ClassLoader loader(Optional<Path> directory) {
        ClassLoader own = Plugins.class.getClassLoader();
        return directory.isEmpty() ? own : new URLClassLoader("plugins", jars(directory.get()), own);
    }

    static MeshTranslators meshes(ClassLoader loader) {
        try {
            return MeshTranslators.load(loader);
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The translator to a mesh that the user named. */
    static Translator translator(MeshTranslators installed, String mesh) {
        try {
            return installed.get(mesh);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static URL[] jars(Path directory) {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().toLowerCase(Locale.ROOT).endsWith(".jar")) {
                    jars.add(url(file));
                    requireReadable(file);
                }
            }
        } catch (IOException e) {
            throw new UsageException("cannot read the plugins directory " + InputFiles.reason(directory, e));
        }
        if (jars.isEmpty()) {
            throw new UsageException("the plugins directory " + directory + " has no *.jar files");
        }
        return jars.toArray(new URL[0]);
    }

    private static void requireReadable(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.size();
        } catch (IOException e) {
            throw new UsageException("cannot read the plugin " + InputFiles.reason(file, e));
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
