package io.github.smi4j.policy;

import io.github.smi4j.diagnostic.ResourceRef;
import java.util.List;

/** Requests and the shares in which they are split. Immutable. */
public final class SplitRoute {
    private final ResourceRef split;
    private final List<ResolvedMatch> matches;
    private final List<Share> shares;

    SplitRoute(ResourceRef split, List<ResolvedMatch> matches, List<Share> shares) {
        this.split = split;
        this.matches = List.copyOf(matches);
        this.shares = List.copyOf(shares);
    }

    /** The TrafficSplit that says so. */
    public ResourceRef split() {
        return split;
    }

    /** Which requests: those that match any of these; all requests if empty. */
    public List<ResolvedMatch> matches() {
        return matches;
    }

    /** Whether the route is for some requests only. */
    public boolean isConditional() {
        return !matches.isEmpty();
    }

    /** The shares, one for each backend, in the order written; at least one weight is above 0. */
    public List<Share> shares() {
        return shares;
    }

    /** The same requests with other shares. */
    SplitRoute withShares(List<Share> changed) {
        return new SplitRoute(split, matches, changed);
    }
}
