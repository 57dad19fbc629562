package io.github.smi4j.it.api;

import io.github.smi4j.diagnostic.Diagnostic;
import io.github.smi4j.inventory.Inventory;
import io.github.smi4j.it.ProjectFiles;
import io.github.smi4j.it.publication.PublicTypes;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiFormatException;
import io.github.smi4j.policy.AccessQuestion;
import io.github.smi4j.policy.Callee;
import io.github.smi4j.policy.Caller;
import io.github.smi4j.policy.Evaluator;
import io.github.smi4j.policy.PolicyOptions;
import io.github.smi4j.policy.ResolvedPolicy;
import io.github.smi4j.policy.Traffic;
import io.github.smi4j.regex.Regex;
import io.github.smi4j.regex.RegexLanguage;
import io.github.smi4j.regex.RegexResult;
import io.github.smi4j.translate.MeshTranslators;
import io.github.smi4j.translate.TranslationOptions;
import io.github.smi4j.translate.Translator;
import io.github.smi4j.translate.consul.ConsulTranslator;
import io.github.smi4j.translate.istio.IstioTranslator;
import io.github.smi4j.translate.linkerd.LinkerdTranslator;
import io.github.smi4j.validation.SmiValidationException;
import io.github.smi4j.validation.SmiValidator;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What users can get hold of: samples of every type that has some, what is read of two manifests and translated, and whatever
 * the accessors of all these return.
 */
final class Values {
    /** Enough for every field of a type to differ somewhere. */
    private static final int SAMPLES = 4;

    /** A policy has thousands of findings, names and expressions; they are alike. */
    private static final int MOST_OF_A_TYPE = 24;

    private final List<Class<?>> types;
    private final Map<Class<?>, Optional<Class<?>>> typeOf = new HashMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Class<?>, List<Object>> found = new LinkedHashMap<>();
    private final Map<Class<?>, String> withoutSample = new LinkedHashMap<>();

    private Values() throws IOException, ClassNotFoundException {
        types = PublicTypes.all();
        for (Class<?> type : types) {
            try {
                for (int i = 0; i < SAMPLES; i++) {
                    add(Samples.make((Type) type, i));
                }
            } catch (IllegalStateException e) {
                withoutSample.put(type, cause(e));
            }
        }
        for (String file : List.of("access.yaml", "ports-and-matches.yaml", "one-service-for-each-pod.yaml")) {
            ResourceSet set = ManifestReader.create()
                    .read(ProjectFiles.of("smi-it/src/test/fixtures/output").resolve(file));
            PolicyOptions options = PolicyOptions.defaults();
            Inventory inventory = options.inventoryOf(set);
            add(set);
            add(inventory);
            ResolvedPolicy policy = ResolvedPolicy.of(set, options, inventory);
            add(policy);
            Evaluator evaluator = Evaluator.of(policy, inventory);
            add(evaluator);
            inventory
                    .workloads()
                    .forEach(w -> add(evaluator.decide(AccessQuestion.ofAllPorts(
                            Caller.serviceAccount("shop", "web"),
                            Callee.serviceAccount(w.namespace(), w.serviceAccount()),
                            Traffic.tcp()))));
            policy.targets().forEach(t -> t.destinations().forEach(w -> add(t.grants(w))));
            for (Translator translator : MeshTranslators.load().all()) {
                add(translator.translate(set, inventory, options, TranslationOptions.defaults()));
            }
        }
        add(MeshTranslators.load());
        add(IstioTranslator.create());
        add(LinkerdTranslator.create());
        add(ConsulTranslator.create());
        add(Regex.parse("/a|/b"));
        add(RegexLanguage.ofPath(((RegexResult.Parsed) Regex.parse("/a|/b")).regex()));
        add(new SmiFormatException(List.of(Samples.make(Diagnostic.class, 0))));
        add(new SmiValidationException(List.of(Samples.make(Diagnostic.class, 0))));
        add(SmiValidator.create());
        for (Class<?> type : types) {
            constants(type);
        }
    }

    /** The same for all tests: to find them takes long, and they are immutable. */
    static Values found() {
        return Holder.VALUES;
    }

    private static final class Holder {
        private static final Values VALUES = find();

        private static Values find() {
            try {
                return new Values();
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The values of each type, by the type that users name. */
    Map<Class<?>, List<Object>> all() {
        return found;
    }

    List<Object> of(Class<?> type) {
        return found.getOrDefault(type, List.of());
    }

    /** The types of which there is no sample, and why; values of them may have been found nevertheless. */
    Map<Class<?>, String> withoutSample() {
        return withoutSample;
    }

    /** The methods without parameters that tell something of a value. */
    static List<Method> accessors(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getParameterCount() == 0 && m.getReturnType() != void.class)
                .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> m.getDeclaringClass().getName().startsWith("io.github.smi4j."))
                .filter(m ->
                        !Set.of("toString", "hashCode", "toBuilder", "orThrow").contains(m.getName()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString))
                .toList();
    }

    /** What a method returns. */
    static Object get(Object value, Method accessor, Object... arguments) {
        try {
            return accessor.invoke(value, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(accessor + " of " + value, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(accessor.toString(), e);
        }
    }

    private static String cause(Throwable thrown) {
        return thrown.getCause() == null ? thrown.toString() : cause(thrown.getCause());
    }

    private void constants(Class<?> type) {
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getDeclaringClass() == type) {
                try {
                    add(field.get(null));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(field.toString(), e);
                }
            }
        }
    }

    private void add(Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(this::add);
            map.values().forEach(this::add);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (value instanceof Object[] array) {
            Arrays.asList(array).forEach(this::add);
        } else if (value != null) {
            nameable(value.getClass()).ifPresent(type -> add(type, value));
        }
    }

    private void add(Class<?> type, Object value) {
        List<Object> ofType = found.computeIfAbsent(type, t -> new ArrayList<>());
        if (ofType.size() < MOST_OF_A_TYPE && seen.add(value)) {
            ofType.add(value);
            for (Method accessor : accessors(type)) {
                add(get(value, accessor));
            }
        }
    }

    /** The type by which users know a value: its class, or what that implements. */
    private Optional<Class<?>> nameable(Class<?> type) {
        Optional<Class<?>> known = typeOf.get(type);
        if (known == null) {
            known = above(type).stream().filter(types::contains).findFirst();
            typeOf.put(type, known);
        }
        return known;
    }

    /** A class and all above it, the nearest first. */
    private static Set<Class<?>> above(Class<?> type) {
        Set<Class<?>> above = new LinkedHashSet<>(List.of(type));
        List<Class<?>> next = List.of(type);
        while (!next.isEmpty()) {
            List<Class<?>> higher = new ArrayList<>();
            for (Class<?> c : next) {
                higher.addAll(List.of(c.getInterfaces()));
                Optional.ofNullable(c.getSuperclass()).ifPresent(higher::add);
            }
            above.addAll(higher);
            next = higher;
        }
        return above;
    }
}
