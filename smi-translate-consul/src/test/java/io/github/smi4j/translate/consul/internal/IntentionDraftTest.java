package io.github.smi4j.translate.consul.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smi4j.diagnostic.ResourceRef;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.translate.consul.config.HttpMatch;
import io.github.smi4j.translate.consul.config.PathMatch;
import io.github.smi4j.translate.consul.config.SourceIntention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntentionDraftTest {
    private static final ConsulName EDGE = new ConsulName("", "edge");
    private static final ConsulName JOB = new ConsulName("", "job");
    private static final HttpMatch EMPTY = new HttpMatch(Optional.empty(), List.of(), List.of());

    private final IntentionDraft draft = new IntentionDraft("shop");

    private static HttpMatch path(String prefix) {
        return new HttpMatch(Optional.of(new PathMatch(PathMatch.Kind.PREFIX, prefix)), List.of(), List.of());
    }

    private List<SourceIntention> intentions() {
        return draft.intentions(Optional.empty());
    }

    @Test
    void intentions_ofNobody_refuseEverybody() {
        assertThat(intentions()).containsExactly(new SourceIntention("*", Optional.empty(), false, List.of(), ""));
        assertThat(draft.intentions(Optional.of("*")))
                .containsExactly(new SourceIntention("*", Optional.of("*"), false, List.of(), ""));
    }

    @Test
    void intentions_ofSeveralCallers_areOneForEachSorted() {
        draft.allow(JOB, path("/b"));
        draft.allow(EDGE);
        draft.allow(JOB, path("/a"));
        draft.allow(JOB, path("/b"));
        assertThat(intentions())
                .containsExactly(
                        new SourceIntention("edge", Optional.empty(), true, List.of(), ""),
                        new SourceIntention("job", Optional.empty(), true, List.of(path("/b"), path("/a")), ""),
                        new SourceIntention("*", Optional.empty(), false, List.of(), ""));
        assertThat(draft.callers()).containsExactly(EDGE, JOB);
    }

    @Test
    void intentions_ofAnUnlimitedCaller_nameNoRequests() {
        draft.allow(EDGE, path("/a"));
        assertThat(draft.limitsRequests()).isTrue();
        draft.allow(EDGE);
        assertThat(draft.limitsRequests()).isFalse();
        assertThat(intentions().get(0).requests()).isEmpty();
    }

    @Test
    void allow_everyRequest_isATestThatAllPass() {
        draft.allow(EDGE, EMPTY);
        assertThat(draft.limitsRequests()).isTrue();
        assertThat(intentions().get(0).requests()).containsExactly(HttpMatch.ANY);
    }

    @Test
    void description_ofOneAccount_namesIt() {
        draft.allow(EDGE);
        draft.standsFor(EDGE, List.of(new ServiceAccountName("shop", "edge"), new ServiceAccountName("data", "edge")));
        assertThat(intentions().get(0).description()).isEqualTo("service account data/edge, shop/edge");
    }

    @Test
    void description_ofManyAccounts_isCut() {
        draft.allow(EDGE);
        List<ServiceAccountName> names = new ArrayList<>();
        // "service account " and 31 times "shop/aaaaaaaaa, " but for the last comma: 510 characters.
        for (int i = 0; i < 31; i++) {
            names.add(new ServiceAccountName("shop", "aaaaaaa" + (char) ('a' + i / 26) + (char) ('a' + i % 26)));
        }
        draft.standsFor(EDGE, names);
        String fits = intentions().get(0).description();
        assertThat(fits).hasSize(510).endsWith("be");
        draft.standsFor(EDGE, List.of(new ServiceAccountName("shop", "zz")));
        assertThat(intentions().get(0).description())
                .hasSize(SourceIntention.MAX_DESCRIPTION)
                .isEqualTo(fits.substring(0, 509) + "...");
    }

    @Test
    void targets_ofSeveralSources_areTheTrafficTargetsAlone() {
        ResourceRef target = new ResourceRef("access.smi-spec.io", "TrafficTarget", Optional.of("shop"), "a");
        ResourceRef group = new ResourceRef("specs.smi-spec.io", "HTTPRouteGroup", Optional.of("shop"), "a");
        draft.comesFrom(List.of(group, target));
        assertThat(draft.sources()).containsExactlyInAnyOrder(group, target);
        assertThat(draft.targets()).containsExactly(target);
    }
}
