package io.github.smi4j.it.publication;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every type that users can name, and a source that names them all. */
public final class PublicTypes {
    private PublicTypes() {}

    /** Every public type of an exported package, also those within others. */
    public static List<Class<?>> all() throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        for (ModuleReference module :
                ModuleFinder.of(PublishedLibrary.jars().toArray(Path[]::new)).findAll()) {
            Set<String> exported = exports(module);
            for (String name : classNames(module)) {
                if (exported.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
                    Class<?> type = Class.forName(name, false, PublicTypes.class.getClassLoader());
                    if (isPublic(type)) {
                        types.add(type);
                    }
                }
            }
        }
        return types;
    }

    /** The packages that users can name types of. */
    public static Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        ModuleFinder.of(PublishedLibrary.jars().toArray(Path[]::new))
                .findAll()
                .forEach(module -> packages.addAll(exports(module)));
        return packages;
    }

    /** A class that has a variable of each type, and calls its builder, factory of constants and plain accessors. */
    public static String source(String className, List<Class<?>> types) {
        StringBuilder source = new StringBuilder("package shop;\n\nfinal class " + className + " {\n");
        for (int i = 0; i < types.size(); i++) {
            Class<?> type = types.get(i);
            String name = type.getCanonicalName() + (type.getTypeParameters().length > 0 ? "<?>" : "");
            source.append("    static void use")
                    .append(i)
                    .append('(')
                    .append(name)
                    .append(" it) {\n");
            accessors(type)
                    .forEach(call -> source.append("        ").append(call).append(";\n"));
            source.append("    }\n");
        }
        return source.append("}\n").toString();
    }

    private static List<String> accessors(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getExceptionTypes().length == 0)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .map(method -> Modifier.isStatic(method.getModifiers())
                        ? type.getCanonicalName() + "." + method.getName() + "()"
                        : "it." + method.getName() + "()")
                .distinct()
                .sorted()
                .toList();
    }

    private static Set<String> exports(ModuleReference module) {
        Set<String> packages = new TreeSet<>();
        module.descriptor().exports().forEach(export -> packages.add(export.source()));
        return packages;
    }

    private static List<String> classNames(ModuleReference module) throws IOException {
        try (ModuleReader reader = module.open()) {
            return reader.list()
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPublic(Class<?> type) {
        boolean open = Modifier.isPublic(type.getModifiers()) && type.getCanonicalName() != null;
        return open && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }
}
