package io.github.smi4j.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.it.publication.PublicTypes;
import io.github.smi4j.policy.PolicyOptions;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each method of a builder refuses null at once, and says what was null. */
class NullArgumentsTest {
    /** What was null, as {@code requireNonNull} is told: a name first. */
    private static final Pattern NAMED = Pattern.compile("[a-z]\\w*( .*)?");

    /** What was null, as the JVM says it of a variable; the classes of smi-model have none of the names, to be small. */
    private static final Pattern NAMED_BY_JVM =
            Pattern.compile("Cannot .* because \"([a-z]\\w*|<parameter\\d+>)\" is null");

    @Test
    void builderMethods_null_isRefusedByName() throws Exception {
        Set<String> faults = new TreeSet<>();
        Set<String> details = new TreeSet<>();
        int tried = 0;
        for (Class<?> builder : builders()) {
            for (Method method : methods(builder)) {
                for (Call call : calls(method)) {
                    call.fault(newBuilder(builder)).ifPresent(fault -> {
                        faults.add(call.name());
                        details.add(call.name() + " " + fault);
                    });
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
        assertThat(faults).as(String.join("\n", details)).isEmpty();
    }

    @Test
    void calls_ofEachSort_areMade() throws Exception {
        List<String> names = new ArrayList<>();
        for (Class<?> builder : builders()) {
            for (Method method : methods(builder)) {
                calls(method).forEach(call -> names.add(call.name()));
            }
        }
        assertThat(names)
                .contains(
                        "model.TrafficSplit.Builder.service(null String)",
                        "model.TrafficSplit.Builder.addBackend(null String, long)",
                        "model.TrafficSplit.Builder.addBackends(null elements of Backend[])",
                        "model.TrafficSplit.Builder.addAllBackends(null elements of Iterable)",
                        "model.HTTPMatch.Builder.putHeader(String, null String)",
                        "model.HTTPMatch.Builder.headers(null values of Map)",
                        "model.HTTPMatch.Builder.headers(null keys of Map)");
    }

    /** One call with one null in it. */
    private record Call(Method method, String name, Object[] arguments) {
        /** What is wrong with the answer. */
        Optional<String> fault(Object builder) throws IllegalAccessException {
            try {
                method.invoke(builder, arguments);
                return Optional.of("is taken");
            } catch (InvocationTargetException e) {
                return fault(builder, e.getCause());
            }
        }

        private Optional<String> fault(Object builder, Throwable thrown) {
            if (!(thrown instanceof NullPointerException)) {
                return Optional.of("throws " + thrown);
            }
            String message = String.valueOf(thrown.getMessage());
            boolean named =
                    thrown.getMessage() != null && NAMED.matcher(message).matches();
            // A variable of a class further down is not what the caller gave.
            boolean byJvm =
                    NAMED_BY_JVM.matcher(message).matches() && isOf(builder, thrown.getStackTrace()[0].getClassName());
            // Only who casts null to an array can give one for arguments that are many; that it is refused will do.
            boolean noArray = method.isVarArgs() && arguments[arguments.length - 1] == null;
            return named || byJvm || noArray ? Optional.empty() : Optional.of("says: " + message);
        }

        private static boolean isOf(Object builder, String className) {
            for (Class<?> c = builder.getClass(); c != null; c = c.getSuperclass()) {
                if (c.getName().equals(className)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static List<Class<?>> builders() throws Exception {
        return PublicTypes.all().stream()
                .filter(type -> type.getSimpleName().equals("Builder"))
                .toList();
    }

    private static List<Method> methods(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .filter(m -> m.getDeclaringClass() != Object.class)
                .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
                .peek(m -> m.setAccessible(true)) // the class that declares it may be generated
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    /** Every call of a method in which one thing is null: an argument, or the elements, keys or values of one. */
    private static List<Call> calls(Method method) {
        List<Call> calls = new ArrayList<>();
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i].isPrimitive()) {
                continue;
            }
            String plain = types[i].getSimpleName();
            calls.add(call(method, i, "null " + plain, null));
            if (types[i].isArray() && !types[i].getComponentType().isPrimitive()) {
                Object[] nulls = (Object[]) Array.newInstance(types[i].getComponentType(), 1);
                calls.add(call(method, i, "null elements of " + plain, nulls));
            } else if (types[i].isAssignableFrom(List.class) && types[i] != Object.class) {
                calls.add(call(method, i, "null elements of " + plain, Collections.singletonList(null)));
            } else if (types[i] == Set.class) {
                calls.add(call(method, i, "null elements of " + plain, Collections.singleton(null)));
            } else if (types[i] == Map.class && !method.getName().equals("addTree")) { // a tree may hold null
                Map<Object, Object> noKey = new HashMap<>();
                Type[] entry = ((ParameterizedType) method.getGenericParameterTypes()[i]).getActualTypeArguments();
                noKey.put(null, Samples.make(entry[1], 0));
                calls.add(call(method, i, "null keys of " + plain, noKey));
                calls.add(call(method, i, "null values of " + plain, Collections.singletonMap("key", null)));
            }
        }
        return calls;
    }

    private static Call call(Method method, int nullAt, String nullName, Object nullValue) {
        Type[] types = method.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        String[] names = new String[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = i == nullAt ? nullValue : argument(types[i], method);
            names[i] = i == nullAt ? nullName : method.getParameterTypes()[i].getSimpleName();
        }
        String owner = method.getReturnType().getSimpleName().equals("Builder")
                ? method.getReturnType().getCanonicalName()
                : method.getDeclaringClass().getCanonicalName();
        String name = owner.replaceFirst("^io\\.github\\.smi4j\\.", "") + "." + method.getName();
        return new Call(method, name + "(" + String.join(", ", names) + ")", arguments);
    }

    private static Object argument(Type type, Method method) {
        // Settings by name and text must exist.
        boolean nameOfSetting = type == String.class && method.getName().equals("set");
        return nameOfSetting ? PolicyOptions.CLUSTER_DOMAIN.name() : Samples.make(type, 1);
    }

    private static Object newBuilder(Class<?> builder) throws ReflectiveOperationException {
        Method factory = Arrays.stream(builder.getEnclosingClass().getMethods())
                .filter(m -> m.getName().equals("builder") && m.getReturnType() == builder)
                .findFirst()
                .orElseThrow();
        return factory.invoke(
                null,
                Arrays.stream(factory.getGenericParameterTypes())
                        .map(type -> Samples.make(type, 0))
                        .toArray());
    }
}
