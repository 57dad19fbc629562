package io.github.smi4j.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.publication.PublicTypes;
import io.github.smi4j.model.SmiResource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No list, set or map that a value hands out can be changed, at any depth. */
class UnmodifiableTest {

    private static final Values VALUES = Values.found();

    @Test
    void accessors_all_returnUnmodifiable() {
        Set<String> faults = new TreeSet<>();
        int[] checked = new int[1];
        VALUES.all().forEach((type, values) -> {
            for (Method accessor : Values.accessors(type)) {
                for (Object value : values) {
                    check(
                            type.getCanonicalName() + "." + accessor.getName() + "()",
                            Values.get(value, accessor),
                            faults,
                            checked);
                }
            }
            for (Method query : queries(type)) {
                for (Object argument : arguments(query.getParameterTypes()[0])) {
                    for (Object value : values) {
                        check(
                                type.getCanonicalName() + "." + query.getName() + "(…)",
                                Values.get(value, query, argument),
                                faults,
                                checked);
                    }
                }
            }
        });
        assertThat(checked[0]).isGreaterThan(1000);
        assertThat(faults).isEmpty();
    }

    /** So that the other test cannot pass by looking at nothing. */
    @Test
    void values_everyTypeWithAccessors_areFound() throws Exception {
        Set<String> without = new TreeSet<>();
        for (Class<?> type : PublicTypes.all()) {
            boolean toBeFound = (!type.isInterface() || type.isSealed())
                    && !Values.accessors(type).isEmpty();
            boolean builder = type.getSimpleName().equals("Builder");
            // Values of a sealed interface without a builder are found by their own types.
            boolean byOthers = type.isSealed()
                    && VALUES.all().keySet().stream().anyMatch(found -> found != type && type.isAssignableFrom(found));
            if (toBeFound && !builder && !byOthers && VALUES.of(type).isEmpty()) {
                without.add(type.getName());
            }
        }
        assertThat(without).isEmpty();
    }

    @Test
    void check_modifiable_isFound() {
        Set<String> faults = new TreeSet<>();
        check("list", List.of(new ArrayList<>()), faults, new int[1]);
        check("key set", new LinkedHashMap<>(Map.of("a", 1)).keySet(), faults, new int[1]);
        check("map", Optional.of(Map.of("a", new TreeMap<>(Map.of("b", 1)))), faults, new int[1]);
        check("fixed size", Arrays.asList("a", "b"), faults, new int[1]);
        check("good", List.of(Map.of("a", Set.of())), faults, new int[1]);

        assertThat(faults).containsExactly("fixed size", "key set", "list[]", "map{a}");
    }

    /** The methods that return a list, set or map for one argument. */
    private static List<Method> queries(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getParameterCount() == 1 && !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
                .filter(m -> Collection.class.isAssignableFrom(m.getReturnType())
                        || Map.class.isAssignableFrom(m.getReturnType()))
                .toList();
    }

    private static List<?> arguments(Class<?> type) {
        if (type == String.class) {
            return List.of("shop", "nowhere");
        }
        return type == Class.class ? List.of(SmiResource.class) : VALUES.of(type);
    }

    private static void check(String where, Object value, Set<String> faults, int[] checked) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(v -> check(where, v, faults, checked));
        } else if (value instanceof Collection<?> collection) {
            checked[0]++;
            if (canChange(collection)) {
                faults.add(where);
            } else {
                collection.forEach(v -> check(where + "[]", v, faults, checked));
            }
        } else if (value instanceof Map<?, ?> map) {
            checked[0]++;
            if (canChange(map)) {
                faults.add(where);
            } else {
                map.forEach((key, v) -> check(where + "{" + key + "}", v, faults, checked));
            }
        }
    }

    @SuppressWarnings("unchecked") // what is put in is null, or was there
    private static boolean canChange(Collection<?> collection) {
        Collection<Object> any = (Collection<Object>) collection;
        return works(() -> any.add(null))
                || works(() -> removeFirst(any.iterator()))
                || (any instanceof List<Object> list && !list.isEmpty() && works(() -> list.set(0, list.get(0))));
    }

    @SuppressWarnings("unchecked") // what is put in is a text, or was there
    private static boolean canChange(Map<?, ?> map) {
        Map<Object, Object> any = (Map<Object, Object>) map;
        return works(() -> any.put("x", null))
                || works(() -> removeFirst(any.keySet().iterator()))
                || works(() -> removeFirst(any.values().iterator()))
                || works(() -> any.entrySet().forEach(e -> e.setValue(e.getValue()))) && !any.isEmpty();
    }

    private static void removeFirst(Iterator<?> iterator) {
        if (!iterator.hasNext()) {
            throw new UnsupportedOperationException("nothing to remove");
        }
        iterator.next();
        iterator.remove();
    }

    /** Anything but an {@link UnsupportedOperationException} means that it was tried. */
    private static boolean works(Runnable change) {
        try {
            change.run();
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }
}
