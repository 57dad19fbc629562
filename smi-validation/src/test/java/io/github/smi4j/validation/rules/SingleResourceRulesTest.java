package io.github.smi4j.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.constraint.ResourceRules;
import io.github.smi4j.model.ResourceSet;
import io.github.smi4j.model.TCPRoute;
import io.github.smi4j.validation.Manifests;
import io.github.smi4j.validation.SmiValidator;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What Jakarta Validation is told. */
class SingleResourceRulesTest {
    private static final TCPRoute ROUTE =
            TCPRoute.builder().name("Ports").namespace("shop").ports(80, 80).build();

    @Test
    void check_aResource_findsWhatIsWrongWithItAlone() {
        assertThat(new SingleResourceRules().check(ROUTE))
                .extracting(Object::toString)
                .containsExactly(
                        "ERROR SMI2014 TCPRoute shop/Ports metadata.name: \"Ports\" is not the name of a resource",
                        "INFO SMI2012 TCPRoute shop/Ports spec.matches.ports[1]: 80 is in the list already");
    }

    @Test
    void check_aResourceOfASet_hasNotTheFindingsOfTheSet() {
        assertThat(Manifests.lines(SmiValidator.create(), ResourceSet.of(ROUTE)))
                .hasSize(3)
                .anyMatch(line -> line.contains("SMI2007"));
    }

    @Test
    void services_ofJakartaValidation_haveIt() {
        assertThat(ServiceLoader.load(ResourceRules.class).stream().map(ServiceLoader.Provider::type))
                .containsExactly(SingleResourceRules.class);
    }
}
