package io.github.smi4j.translate.istio.internal;

import io.github.smi4j.diagnostic.FieldPath;
import io.github.smi4j.inventory.ServiceAccountName;
import io.github.smi4j.policy.Identity;
import io.github.smi4j.policy.ResolvedTarget;
import io.github.smi4j.translate.istio.IstioCode;
import io.github.smi4j.translate.istio.IstioOptions;
import io.github.smi4j.translate.istio.IstioVersion;
import io.github.smi4j.translate.istio.SourceStyle;
import io.github.smi4j.translate.istio.security.Source;
import io.github.smi4j.translate.spi.TranslationContext;
import io.github.smi4j.translate.spi.TranslationOutput;
import java.util.ArrayList;
import java.util.List;

/** Who may call by a target, as sources of rules: by SPIFFE id, or service accounts by their names. */
final class SourceMapper {
    /** How many principals a source has at most, so that no rule grows beyond what a cluster stores. */
    static final int MAX_PRINCIPALS = 1000;

    /** How many sources of service accounts a rule has at most; Istio takes 512. */
    static final int MAX_SOURCES = 60;

    /** Istio replaces this trust domain by its own. */
    private static final String ISTIO_TRUST_DOMAIN = "cluster.local";

    private static final FieldPath SOURCES = FieldPath.of("spec", "sources");

    private final String trustDomain;
    private final boolean byName;
    private final TranslationOutput out;

    SourceMapper(TranslationContext in, TranslationOutput out) {
        this.trustDomain = in.policy().options().trustDomain();
        this.out = out;
        boolean asked = in.option(IstioOptions.SOURCE_STYLE) == SourceStyle.SERVICE_ACCOUNTS;
        IstioVersion version = in.option(IstioOptions.ISTIO_VERSION);
        this.byName = asked && version.hasServiceAccounts();
        if (asked && !byName) {
            in.policy().targets().stream().findFirst().ifPresent(target -> reportTooOld(target, version));
        }
    }

    /** The sources, in a list for each rule; none if nobody is left. */
    List<List<Source>> sources(ResolvedTarget target) {
        List<String> principals = new ArrayList<>();
        List<String> accounts = new ArrayList<>();
        for (Identity source : target.sources()) {
            if (byName && source instanceof Identity.ServiceAccount account) {
                ServiceAccountName name = account.name();
                accounts.add(name.namespace() + "/" + name.name());
            } else if (isTaken(source)) {
                reportTaken(target, source);
            } else {
                principals.add(source.spiffeId(trustDomain));
            }
        }
        if (!accounts.isEmpty()) {
            reportAnyTrustDomain(target);
        }
        return divided(principals, accounts);
    }

    /** As many sources as the limits need, in a list for each rule. */
    static List<List<Source>> divided(List<String> principals, List<String> accounts) {
        List<List<Source>> sources = new ArrayList<>();
        Chunks.of(principals, MAX_PRINCIPALS, RuleMapper.MAX_CHARACTERS, String::length)
                .forEach(some ->
                        sources.add(List.of(Source.builder().principals(some).build())));
        List<Source> byAccount =
                Chunks.of(accounts, Source.MAX_SERVICE_ACCOUNTS, RuleMapper.MAX_CHARACTERS, String::length).stream()
                        .map(some -> Source.builder().serviceAccounts(some).build())
                        .toList();
        sources.addAll(Chunks.of(byAccount, MAX_SOURCES, RuleMapper.MAX_CHARACTERS, Chunks::characters));
        return sources;
    }

    private static boolean isTaken(Identity source) {
        return source instanceof Identity.Spiffe spiffe && spiffe.trustDomain().equals(ISTIO_TRUST_DOMAIN);
    }

    private void reportTaken(ResolvedTarget target, Identity source) {
        out.report(
                IstioCode.TRUST_DOMAIN_TAKEN,
                target.ref(),
                SOURCES,
                source + " would be taken for an identity of " + trustDomain + "; it is left out");
    }

    private void reportAnyTrustDomain(ResolvedTarget target) {
        out.report(
                IstioCode.ANY_TRUST_DOMAIN,
                target.ref(),
                SOURCES,
                "the service accounts are let in from any trust domain that the mesh trusts, not from " + trustDomain
                        + " alone, and so are SPIFFE ids with more in their paths");
    }

    private void reportTooOld(ResolvedTarget target, IstioVersion version) {
        out.report(
                IstioCode.SERVICE_ACCOUNTS_TOO_NEW,
                target.ref(),
                SOURCES,
                "Istio " + version + " does not know service accounts as sources, so principals are written for all"
                        + " targets");
    }
}
