package io.github.smi4j.translate;

import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.translate.spi.MeshTranslator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The translators that are installed, by the name of their mesh. Immutable. */
public final class MeshTranslators {
    private final Map<String, Translator> translators;

    private MeshTranslators(Map<String, Translator> translators) {
        this.translators = translators;
    }

    /**
     * The translators that {@link ServiceLoader} finds with the class loader of this library, and with that of the thread.
     *
     * @throws IllegalStateException if one cannot be loaded, has no proper name, or has the name of another
     */
    public static MeshTranslators load() {
        List<MeshTranslator> found = new ArrayList<>(providers(MeshTranslators.class.getClassLoader()));
        Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .ifPresent(loader -> addNew(found, providers(loader)));
        return new MeshTranslators(byName(found));
    }

    /**
     * The translators that {@link ServiceLoader} finds with a class loader.
     *
     * @throws IllegalStateException if one cannot be loaded, has no proper name, or has the name of another
     */
    public static MeshTranslators load(ClassLoader loader) {
        Objects.requireNonNull(loader, "loader");
        return new MeshTranslators(byName(providers(loader)));
    }

    /**
     * The given translators.
     *
     * @throws IllegalStateException if one has no proper name, or the name of another
     */
    public static MeshTranslators of(MeshTranslator... translators) {
        return new MeshTranslators(byName(Arrays.asList(translators)));
    }

    /** The names of the meshes, sorted. */
    public Set<String> names() {
        return translators.keySet();
    }

    /** The translators, sorted by name. */
    public List<Translator> all() {
        return List.copyOf(translators.values());
    }

    /**
     * The translator to a mesh.
     *
     * @throws IllegalArgumentException if none is installed; the message lists those that are
     */
    public Translator get(String meshName) {
        Objects.requireNonNull(meshName, "meshName");
        Translator translator = translators.get(meshName);
        if (translator == null) {
            throw new IllegalArgumentException("no translator to " + UserText.show(meshName) + " is installed: "
                    + (translators.isEmpty() ? "there is none" : "there are " + String.join(", ", names()))
                    + "; add its artifact, for example io.github.smi4j:smi-translate-" + artifact(meshName));
        }
        return translator;
    }

    private static String artifact(String meshName) {
        String name = meshName.toLowerCase(Locale.ROOT);
        return isName(name) ? name : "istio";
    }

    /** One class reached by two loaders in a row is one plugin. */
    private static void addNew(List<MeshTranslator> found, List<MeshTranslator> more) {
        for (MeshTranslator plugin : more) {
            if (found.stream().noneMatch(f -> f.getClass() == plugin.getClass())) {
                found.add(plugin);
            }
        }
    }

    private static List<MeshTranslator> providers(ClassLoader loader) {
        List<MeshTranslator> plugins = new ArrayList<>();
        try {
            Iterator<MeshTranslator> providers =
                    ServiceLoader.load(MeshTranslator.class, loader).iterator();
            while (providers.hasNext()) {
                plugins.add(providers.next());
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalStateException("a translator cannot be loaded: " + e.getMessage(), e);
        }
        return plugins;
    }

    private static Map<String, Translator> byName(List<MeshTranslator> plugins) {
        Map<String, Translator> translators = new TreeMap<>();
        Map<String, Class<?>> classes = new TreeMap<>();
        for (MeshTranslator plugin : plugins) {
            String name = Objects.requireNonNull(plugin, "translator").meshName();
            if (name == null || !isName(name)) {
                throw new IllegalStateException(
                        "the translator " + plugin.getClass().getName()
                                + " has the mesh name " + (name == null ? "null" : UserText.show(name))
                                + ", expected lower-case letters, digits and hyphens");
            }
            Class<?> other = classes.put(name, plugin.getClass());
            if (other != null) {
                throw new IllegalStateException("two translators have the mesh name " + name + ": " + other.getName()
                        + " and " + plugin.getClass().getName() + "; remove one of them");
            }
            translators.put(name, translator(plugin, name));
        }
        return Collections.unmodifiableMap(translators);
    }

    private static Translator translator(MeshTranslator plugin, String name) {
        try {
            return new Translator(plugin, name);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "the translator " + plugin.getClass().getName()
                            + " does not tell its kinds and options: expected sets without null",
                    e);
        }
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
