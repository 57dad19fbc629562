package io.github.smi4j.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.publication.PublicTypes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Signatures name no type that users cannot name: neither the generated {@code Immutable…} nor anything of a package that is
 * not exported. That a sealed interface permits its generated class, and that a builder extends a generated one, is how both
 * work.
 */
class SignatureTest {
    @Test
    void signatures_all_nameTypesOfTheApi() throws Exception {
        Set<Class<?>> open = Set.copyOf(PublicTypes.all());
        List<String> hidden = new ArrayList<>();
        for (Class<?> type : open) {
            signatures(type)
                    .forEach(signature -> named(signature.types).stream()
                            .filter(named -> named.getName().startsWith("io.github.smi4j.") && !open.contains(named))
                            .map(named -> signature.where + ": " + named.getName())
                            .forEach(hidden::add));
        }
        assertThat(hidden).isEmpty();
    }

    private interface Wrong<T extends Comparable<? super Signature[]>> {}

    @Test
    void named_nested_isFound() {
        assertThat(named(List.of(Wrong.class.getTypeParameters()))).contains(Signature.class);
    }

    private record Signature(String where, List<Type> types) {}

    private static Stream<Signature> signatures(Class<?> type) {
        List<Signature> signatures = new ArrayList<>();
        List<Type> above = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null && !type.getSimpleName().equals("Builder")) {
            above.add(type.getGenericSuperclass());
        }
        above.addAll(List.of(type.getTypeParameters()));
        signatures.add(new Signature(type.getName(), above));
        for (Method method : methods(type)) {
            List<Type> types = new ArrayList<>(List.of(method.getGenericParameterTypes()));
            types.add(method.getGenericReturnType());
            types.addAll(List.of(method.getGenericExceptionTypes()));
            types.addAll(List.of(method.getTypeParameters()));
            signatures.add(new Signature(type.getName() + "." + method.getName(), types));
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isOpen(constructor.getModifiers())) {
                List<Type> types = new ArrayList<>(List.of(constructor.getGenericParameterTypes()));
                types.addAll(List.of(constructor.getGenericExceptionTypes()));
                signatures.add(new Signature(type.getName() + ".new", types));
            }
        }
        for (Field field : type.getFields()) {
            signatures.add(new Signature(type.getName() + "." + field.getName(), List.of(field.getGenericType())));
        }
        return signatures.stream();
    }

    /** Also the inherited ones, public or protected. */
    private static Set<Method> methods(Class<?> type) {
        Set<Method> methods = new HashSet<>(Arrays.asList(type.getMethods()));
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            methods.addAll(Arrays.asList(c.getDeclaredMethods()));
        }
        methods.removeIf(method -> method.isSynthetic()
                || !isOpen(method.getModifiers())
                || !method.getDeclaringClass().getName().startsWith("io.github.smi4j."));
        return methods;
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** Every class that the types mention. */
    private static Set<Class<?>> named(List<? extends Type> types) {
        Set<Class<?>> named = new HashSet<>();
        Set<Type> seen = new HashSet<>();
        types.forEach(type -> collect(type, named, seen));
        return named;
    }

    private static void collect(Type type, Set<Class<?>> named, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof Class<?> c) {
            if (c.isArray()) {
                collect(c.getComponentType(), named, seen);
            } else {
                named.add(c);
            }
        } else if (type instanceof ParameterizedType p) {
            collect(p.getRawType(), named, seen);
            collectAll(p.getActualTypeArguments(), named, seen);
        } else if (type instanceof GenericArrayType a) {
            collect(a.getGenericComponentType(), named, seen);
        } else if (type instanceof WildcardType w) {
            collectAll(w.getUpperBounds(), named, seen);
            collectAll(w.getLowerBounds(), named, seen);
        } else if (type instanceof TypeVariable<?> v) {
            collectAll(v.getBounds(), named, seen);
        }
    }

    private static void collectAll(Type[] types, Set<Class<?>> named, Set<Type> seen) {
        Arrays.stream(types).forEach(type -> collect(type, named, seen));
    }
}
