package io.github.smi4j.it.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.NearestName;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.diagnostic.SourceText;
import io.github.smi4j.diagnostic.UserText;
import io.github.smi4j.it.publication.PublicTypes;
import io.github.smi4j.model.GeneratedNames;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.SmiResource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the model and of diagnostics are what their fields are: equal fields, equal values. */
class ValueTest {
    private static final Values VALUES = Values.found();

    private static final Set<String> PACKAGES = Set.of("io.github.smi4j.diagnostic", "io.github.smi4j.model");

    /** Final classes that are compared by identity, as their Javadoc says, or have no instances. */
    private static final Set<Class<?>> NO_VALUES =
            Set.of(NearestName.class, SourceText.class, UserText.class, GeneratedNames.class);

    /** What does not count, as the Javadoc of the types says. */
    private static final Map<Class<?>, Set<String>> DO_NOT_COUNT = Map.ofEntries(
            entry(SourcePosition.class, Set.of("sourceLine")), // two positions of one name are one
            entry(ResourceSet.Entry.class, Set.of("origin", "tree"))); // where it came from and how it was written

    static List<Class<?>> values() throws Exception {
        return PublicTypes.all().stream()
                .filter(type -> PACKAGES.contains(type.getPackageName()))
                .filter(type ->
                        !NO_VALUES.contains(type) && !type.getSimpleName().equals("Builder"))
                .filter(type -> type.isRecord()
                        || type.isEnum()
                        || (type.isSealed() && Samples.hasBuilder(type))
                        || (Modifier.isFinal(type.getModifiers()) && !Throwable.class.isAssignableFrom(type)))
                .toList();
    }

    static List<Class<?>> values_withToBuilder() throws Exception {
        return values().stream().filter(ValueTest::hasToBuilder).toList();
    }

    @ParameterizedTest
    @MethodSource("values")
    void samples_sameNumber_areEqual(Class<?> type) {
        assertThat(VALUES.withoutSample().get(type)).isNull();
        for (int i = 0; i < 3; i++) {
            Object one = Samples.make(type, i);
            Object two = Samples.make(type, i);
            assertThat(one).isEqualTo(one).isEqualTo(two).hasSameHashCodeAs(two);
            assertThat(two).isEqualTo(one).hasToString(one.toString());
            assertThat(one.equals(null)).isFalse();
            assertThat(one).isNotEqualTo(one.toString());
        }
    }

    /** Each field makes a difference, and nothing else does. */
    @ParameterizedTest
    @MethodSource("values")
    void equals_ofAnyTwo_isThatOfTheirFields(Class<?> type) {
        List<Object> values = VALUES.of(type);

        assertThat(values).isNotEmpty();
        if (!type.isRecord() || type.getRecordComponents().length > 0) {
            assertThat(values).anyMatch(value -> !value.equals(values.get(0)));
        }
        for (Object one : values) {
            for (Object two : values) {
                assertEqualAsFields(type, one, two);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("values_withToBuilder")
    void toBuilder_unchanged_isEqual(Class<?> type) throws Exception {
        assertThat(VALUES.of(type))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(Samples.build(toBuilder(type, value)))
                        .isEqualTo(value)
                        .hasSameHashCodeAs(value));
    }

    /** Each field in turn, with what another value has. */
    @ParameterizedTest
    @MethodSource("values_withToBuilder")
    void toBuilder_oneFieldChanged_isEqualAsTheFieldsAre(Class<?> type) throws Exception {
        List<Object> values = VALUES.of(type);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Object one = values.get(i);
            Object other = values.get((i + 1) % values.size());
            for (Method field : Values.accessors(type)) {
                Object builder = toBuilder(type, one);
                if (set(builder, field.getName(), Values.get(other, field))) {
                    Optional<Object> built = tryBuild(builder);
                    if (built.isPresent()) {
                        assertEqualAsFields(type, one, built.get());
                        if (!built.get().equals(one)) {
                            changed.add(field.getName());
                        }
                    }
                }
            }
        }
        assertThat(changed).containsAll(fieldsWithSetter(type));
    }

    @Test
    void values_all_areTriedWithTheirBuilders() throws Exception {
        assertThat(values()).hasSizeGreaterThan(30);
        assertThat(values_withToBuilder()).hasSizeGreaterThan(14);
    }

    /** Where a resource was read is no part of what it is. */
    private static boolean counts(Class<?> type, Method field) {
        boolean origin =
                SmiResource.class.isAssignableFrom(type) && field.getName().equals("origin");
        return !origin && !DO_NOT_COUNT.getOrDefault(type, Set.of()).contains(field.getName());
    }

    private static void assertEqualAsFields(Class<?> type, Object one, Object two) {
        boolean same = Values.accessors(type).stream()
                .filter(field -> counts(type, field))
                .filter(field -> !NO_VALUES.contains(field.getReturnType()))
                .allMatch(field -> Objects.equals(Values.get(one, field), Values.get(two, field)));
        boolean isEnum = type.isEnum();
        boolean expected = isEnum ? one == two : same;
        assertThat(one.equals(two)).as("%s equals %s", one, two).isEqualTo(expected);
        if (expected) {
            assertThat(one).hasSameHashCodeAs(two);
        }
        if (one instanceof Comparable<?>) {
            assertThat(compare(one, two) == 0).as("%s compared to %s", one, two).isEqualTo(expected);
        }
    }

    @SuppressWarnings("unchecked") // both are of one type
    private static int compare(Object one, Object two) {
        int order = ((Comparable<Object>) one).compareTo(two);
        assertThat(Integer.signum(((Comparable<Object>) two).compareTo(one))).isEqualTo(-Integer.signum(order));
        return order;
    }

    private static boolean hasToBuilder(Class<?> type) {
        return Arrays.stream(type.getMethods()).anyMatch(m -> m.getName().equals("toBuilder"));
    }

    private static Object toBuilder(Class<?> type, Object value) throws ReflectiveOperationException {
        return type.getMethod("toBuilder").invoke(value);
    }

    /** The fields that a builder of the type sets by their own name. */
    private static List<String> fieldsWithSetter(Class<?> type) throws ReflectiveOperationException {
        Object builder = toBuilder(type, VALUES.of(type).get(0));
        return Values.accessors(type).stream()
                .filter(field -> counts(type, field))
                .map(Method::getName)
                .filter(name -> !Samples.setters(builder, name).isEmpty())
                .filter(name -> !name.equals("apiVersion")) // a kind may have one version alone
                .toList();
    }

    /** Sets a field, with the value or with what an optional value holds; false if there is nothing to set it with. */
    private static boolean set(Object builder, String field, Object value) throws ReflectiveOperationException {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        for (Method setter : Samples.setters(builder, field)) {
            for (Object argument : Arrays.asList(value, plain)) {
                if (argument != null && setter.getParameterTypes()[0].isInstance(argument)) {
                    setter.invoke(builder, argument);
                    return true;
                }
            }
        }
        return false;
    }

    /** Absent if the other fields do not go with the one that was changed. */
    private static Optional<Object> tryBuild(Object builder) throws ReflectiveOperationException {
        try {
            return Optional.of(Samples.build(builder));
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOfAny(IllegalStateException.class, IllegalArgumentException.class);
            return Optional.empty();
        }
    }
}
