package io.github.smi4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code smi explain} answers, and how it takes wrong questions. */
class ExplainCommandTest {
    private static final String SHOP = "docs/examples/shop";

    private static RunResult explain(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "explain";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = SHOP;
        return RunResult.of(all);
    }

    @Test
    void question_ofAnAllowedRequest_beginsWithTheVerdict() {
        RunResult result = explain("--from", "shop/web", "--to", "shop/orders", "--path", "/orders/1");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("""
                ALLOWED
                GET /orders/1 from shop/web to Deployment shop/orders, port 8080, port 80 of the Service
                  TrafficTarget shop/web-to-orders: the match orders-api#read
                """);
    }

    @Test
    void question_withoutARequest_isAboutBytes() {
        assertThat(explain("--from", "shop/web", "--to", "shop/orders").out())
                .startsWith("DENIED\nTCP from shop/web to Deployment shop/orders")
                .contains("allows HTTP requests only, by HTTPRouteGroup shop/orders-api");
        assertThat(explain("--from", "shop/payments", "--to", "shop/ledger").out())
                .startsWith("ALLOWED\n");
    }

    @Test
    void question_ofWhatIsNotKnown_dependsOnIt() {
        assertThat(explain("--from", "shop/web", "--to", "svc:data/db", "--port", "5432")
                        .out())
                .isEqualTo("DEPENDS ON what is not known: the Service data/db is not in the input\n");
        assertThat(explain("--from", "shop/web", "--to", "svc:shop/gone").out())
                .isEqualTo("DENIED\n  the Service shop/gone is not in the input\n");
    }

    @Test
    void answer_asJson_hasTheSameParts() {
        assertThat(explain("--from", "shop/web", "--to", "shop/orders", "--path", "/orders/1", "-o", "json")
                        .out())
                .startsWith("{\n  \"verdict\": \"ALLOWED\",\n  \"question\": {\n    \"from\": \"shop/web\",\n")
                .contains("\"servicePort\": 80,\n      \"podPort\": 8080,");
        assertThat(explain("--all", "-o", "json").out()).startsWith("{\n  \"allowed\": [\n");
    }

    @Test
    void table_ofOneSenderOrDestination_hasTheirLines() {
        assertThat(explain("--all").out().lines()).hasSizeGreaterThan(5);
        assertThat(explain("--all", "--to", "shop/orders").out().lines()).hasSize(2);
        assertThat(explain("--all", "--from", "shop/payments").out()).contains("anything over TCP");
        assertThat(explain("--all", "--from", "spiffe://cluster.local/ns/shop/sa/payments")
                        .out())
                .isEqualTo(explain("--all", "--from", "shop/payments").out());
        assertThat(explain("--all", "--from", "shop/nobody").out())
                .isEqualTo("No TrafficTarget allows anything of this.\n");
    }

    @Test
    void question_thatIsNone_saysWhatIsExpected() {
        assertThat(explain("--from", "web", "--to", "shop/orders").err())
                .isEqualTo("smi: --from must be NS/SA, for example shop/web, or spiffe://…, was \"web\"\n");
        assertThat(explain("--from", "shop/web").err())
                .isEqualTo("smi: --to is missing; or ask for everything with --all\n");
        assertThat(explain("--from", "shop/web", "--to", "shop/orders", "--path", "/a/../b")
                        .err())
                .startsWith("smi: a path begins with / and is normal");
        assertThat(explain("--from", "shop/web", "--to", "shop/orders", "--port", "0")
                        .err())
                .isEqualTo("smi: a port must be 1 to 65535, was 0\n");
        assertThat(explain("--from", "shop/web", "--to", "shop/orders", "--udp", "--path", "/")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void faultsOfTheInput_areCounted() {
        RunResult result = RunResult.of(
                "explain",
                "--from",
                "ingress/edge",
                "--to",
                "shop/orders",
                "--path",
                "/orders",
                "docs/examples/careless",
                "docs/examples/shop/app.yaml");

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("DENIED\n");
        assertThat(result.err())
                .isEqualTo("1 error in the input, and what is at fault allows nothing: see 'smi validate'.\n");
    }
}
