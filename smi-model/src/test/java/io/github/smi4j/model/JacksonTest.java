package io.github.smi4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plain mapper of Jackson 2 and of Jackson 3, without any module of ours. */
class JacksonTest {
    private interface Mapper {
        <T> T read(String json, Class<T> type) throws Exception;

        String write(Object value) throws Exception;
    }

    private static final class Jackson2 implements Mapper {
        private final com.fasterxml.jackson.databind.ObjectMapper mapper =
                new com.fasterxml.jackson.databind.ObjectMapper();

        @Override
        public <T> T read(String json, Class<T> type) throws Exception {
            return mapper.readValue(json, type);
        }

        @Override
        public String write(Object value) throws Exception {
            return mapper.writeValueAsString(value);
        }

        @Override
        public String toString() {
            return "Jackson 2";
        }
    }

    private static final class Jackson3 implements Mapper {
        private final tools.jackson.databind.ObjectMapper mapper = new tools.jackson.databind.ObjectMapper();

        @Override
        public <T> T read(String json, Class<T> type) {
            return mapper.readValue(json, type);
        }

        @Override
        public String write(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        public String toString() {
            return "Jackson 3";
        }
    }

    static Stream<Mapper> mappers() {
        return Stream.of(new Jackson2(), new Jackson3());
    }

    private static final String JSON = """
            {"apiVersion":"split.smi-spec.io/v1alpha2","kind":"TrafficSplit",\
            "metadata":{"name":"canary","uid":"u","managedFields":[{"z":null,"a":1.5}]},\
            "spec":{"service":"web","backends":[{"service":"v1","weight":90,"note":{"z":1,"a":2}}],"zz":true,"aa":[]},\
            "status":{"b":1,"a":"x"}}""";

    private record Holder(TrafficSplit split, List<SmiResource> all) {}

    @ParameterizedTest
    @MethodSource("mappers")
    void readThenWrite_isLosslessAndInOrder(Mapper mapper) throws Exception {
        assertThat(mapper.write(mapper.read(JSON, TrafficSplit.class))).isEqualTo(JSON);
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void read_smiResource_isTheTypeOfItsKind(Mapper mapper) throws Exception {
        assertThat(mapper.read(JSON, SmiResource.class))
                .isInstanceOf(TrafficSplit.class)
                .isEqualTo(TrafficSplit.fromTree(PlainYaml.tree(JSON)));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void read_everyKind_isWrittenBack(Mapper mapper) throws Exception {
        for (SmiResource resource : List.of(
                TrafficTarget.builder()
                        .name("a")
                        .destination(Subject.serviceAccount("b"))
                        .destinationPort(80)
                        .build(),
                IdentityBinding.builder().name("a").serviceAccount("b").build(),
                HTTPRouteGroup.builder()
                        .name("a")
                        .addMatch(HTTPMatch.builder()
                                .name("m")
                                .putHeader("b", "c")
                                .build())
                        .build(),
                TCPRoute.builder().name("a").ports(80).build(),
                UDPRoute.builder().name("a").ports(53).build())) {
            assertThat(mapper.read(mapper.write(resource), SmiResource.class)).isEqualTo(resource);
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void read_insideOtherTypes_isRead(Mapper mapper) throws Exception {
        Holder holder = mapper.read("{\"split\":" + JSON + ",\"all\":[" + JSON + "]}", Holder.class);

        assertThat(holder.all()).containsExactly(holder.split());
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void read_fault_isInTheMessageWithItsPath(Mapper mapper) {
        assertThatThrownBy(() -> mapper.read(JSON.replace("90", "\"ninety\""), TrafficSplit.class))
                .hasMessageContaining("ERROR SMI1106 TrafficSplit canary spec.backends[0].weight: must be a number or a"
                        + " quantity such as 500m, was \"ninety\"")
                .hasRootCauseInstanceOf(SmiFormatException.class);
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void read_otherKind_saysSo(Mapper mapper) {
        assertThatThrownBy(() -> mapper.read(JSON, TCPRoute.class))
                .hasMessageContaining("kind: must be \"TCPRoute\", was \"TrafficSplit\"");
    }
}
