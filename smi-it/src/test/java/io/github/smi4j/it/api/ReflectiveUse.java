package io.github.smi4j.it.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Where the libraries look for classes by name at run time: what a native image, or who shrinks a jar, must know.
 *
 * @param className the class that does it
 * @param what the member of the JDK that it calls
 * @param why what for
 */
record ReflectiveUse(String className, String what, String why) {
    /** All of it; a documentation page shows this list. */
    static final List<ReflectiveUse> ALL = List.of(
            new ReflectiveUse(
                    "io.github.smi4j.constraint.SmiConstraintValidator",
                    "java.util.ServiceLoader.load",
                    "finds the rules for Jakarta Validation, which makes it by its name"),
            new ReflectiveUse(
                    "io.github.smi4j.manifest.ManifestReader",
                    "java.lang.Class.forName",
                    "asks whether snakeyaml-engine is there, to say what to add if it is not"),
            new ReflectiveUse(
                    "io.github.smi4j.translate.MeshTranslators",
                    "java.util.ServiceLoader.load",
                    "finds the translators that are installed; MeshTranslators.of does without"),
            new ReflectiveUse(
                    "io.github.smi4j.validation.InstalledRules",
                    "java.util.ServiceLoader.load",
                    "finds the rules that are installed beside our own"));

    /** Classes that are reflective by any use. */
    private static final Pattern CLASSES =
            Pattern.compile("java\\.lang\\.reflect\\..*|sun\\.misc\\.Unsafe" + "|java\\.lang\\.invoke\\.VarHandle");

    /** Members of classes that are otherwise harmless. Lookup itself is named wherever there is a lambda. */
    private static final Pattern MEMBERS = Pattern.compile("java\\.lang\\.Class\\.(forName|newInstance"
            + "|get(Declared)?(Method|Field|Constructor|Classe|RecordComponent)s?|getEnumConstants|getResource\\w*)"
            + "|java\\.lang\\.ClassLoader\\.(loadClass|findClass|getResource\\w*|getSystemResource\\w*)"
            + "|java\\.lang\\.invoke\\.MethodHandles\\.\\w*[lL]ookup\\w*"
            + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.\\w+"
            + "|java\\.util\\.ServiceLoader\\.load\\w*|.*\\.(trySetAccessible|setAccessible)");

    /** The members and classes that a class file refers to and that this list is about. */
    static Set<String> in(ClassFile file) {
        Set<String> found = new TreeSet<>();
        file.classes().stream().filter(CLASSES.asMatchPredicate()).forEach(found::add);
        file.members().stream().filter(MEMBERS.asMatchPredicate()).forEach(found::add);
        return found;
    }
}
