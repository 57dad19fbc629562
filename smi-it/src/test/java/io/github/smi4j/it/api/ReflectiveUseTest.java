package io.github.smi4j.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.smi4j.it.publication.PublishedLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The class files of the libraries refer to reflection only where {@link ReflectiveUse} says so. */
class ReflectiveUseTest {
    @Test
    void libraries_all_useReflectionWhereStated() throws IOException {
        List<Entry<String, String>> found = new ArrayList<>();
        Map<String, Integer> classes = new HashMap<>();
        for (PublishedLibrary library : PublishedLibrary.ALL) {
            try (JarFile jar = new JarFile(library.jar().toFile())) {
                for (JarEntry file :
                        jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                    classes.merge(library.name(), 1, Integer::sum);
                    try (InputStream in = jar.getInputStream(file)) {
                        ReflectiveUse.in(ClassFile.read(in)).forEach(what -> found.add(entry(className(file), what)));
                    }
                }
            }
        }
        assertThat(classes.values()).hasSize(PublishedLibrary.ALL.size()).allMatch(count -> count > 10);
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(ReflectiveUse.ALL.stream()
                        .map(use -> entry(use.className(), use.what()))
                        .toList());
    }

    @Test
    void in_classThatReflects_findsEachUse() throws IOException {
        try (InputStream in = Reflecting.class.getResourceAsStream("ReflectiveUseTest$Reflecting.class")) {
            assertThat(ReflectiveUse.in(ClassFile.read(in)))
                    .contains(
                            "java.lang.Class.forName",
                            "java.lang.Class.getDeclaredMethods",
                            "java.lang.invoke.MethodHandles.lookup",
                            "java.lang.reflect.Method",
                            "java.lang.reflect.Method.setAccessible");
        }
    }

    /** Lambdas, records and switches over enums are linked by the JVM: nothing of them is looked up by name. */
    @Test
    void in_classWithLambdas_findsNothing() throws IOException {
        try (InputStream in = Plain.class.getResourceAsStream("ReflectiveUseTest$Plain.class")) {
            assertThat(ReflectiveUse.in(ClassFile.read(in))).isEmpty();
        }
    }

    private static final class Reflecting {
        private static final long ODD = 1L << 40; // a constant of two places

        @SuppressWarnings("unused") // read as a class file
        static Object reflect(String name) throws ReflectiveOperationException {
            java.lang.reflect.Method method = Class.forName(name + ODD).getDeclaredMethods()[0];
            method.setAccessible(true);
            return java.lang.invoke.MethodHandles.lookup().unreflect(method);
        }
    }

    private record Plain(List<String> texts) {
        @SuppressWarnings("unused") // read as a class file
        List<String> stripped() {
            return texts.stream().map(String::strip).map(text -> text + texts).toList();
        }
    }

    private static String className(JarEntry file) {
        return file.getName().replaceFirst("\\.class$", "").replace('/', '.');
    }
}
