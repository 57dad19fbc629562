package io.github.smi4j.regex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a language as whole strings and beginnings. It is walked together with what the domain has beside it: where
 * nothing is left of the latter, all that follows is a member.
 */
final class Covering {

    private final Automaton members;
    private final Automaton others;
    private final BitSet liveMembers;
    private final BitSet liveOthers;
    private final int max;
    private final boolean backwards;
    private final List<String> whole = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final Set<Place> above = new HashSet<>();
    private final List<Place> way = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private record Place(int member, int other) {}

    private Covering(Automaton members, Automaton others, int max, boolean backwards) {
        this.members = members;
        this.others = others;
        this.liveMembers = members.live();
        this.liveOthers = others.live();
        this.max = max;
        this.backwards = backwards;
    }

    /**
     * Absent if it takes more than {@code max} strings.
     *
     * @param members the language, minimal
     * @param others what the domain has beside it, minimal
     * @param backwards whether both are languages of reversed strings
     */
    static Optional<FiniteCover> of(Automaton members, Automaton others, int max, boolean backwards) {
        return new Covering(members, others, max, backwards).run();
    }

    private Optional<FiniteCover> run() {
        boolean inside = enter(new Place(0, 0));
        char symbol = Alphabet.FIRST;
        while (inside) {
            if (symbol <= Alphabet.LAST) {
                Place next = after(way.get(way.size() - 1), symbol);
                if (above.contains(next)) {
                    return Optional.empty();
                }
                text.append(symbol);
                if (enter(next)) {
                    symbol = Alphabet.FIRST;
                } else {
                    text.setLength(text.length() - 1);
                    symbol++;
                }
            } else if (text.isEmpty()) {
                inside = false;
            } else {
                symbol = (char) (leave() + 1);
            }
            if (whole.size() + open.size() > max) {
                return Optional.empty();
            }
        }
        whole.sort(null);
        open.sort(null);
        return Optional.of(new FiniteCover(whole, open));
    }

    private Place after(Place place, char symbol) {
        return new Place(
                members.next(place.member, members.alphabet().classOf(symbol)),
                others.next(place.other, others.alphabet().classOf(symbol)));
    }

    /** Notes what the place decides; whether more is to be found behind it. */
    private boolean enter(Place place) {
        if (!liveMembers.get(place.member)) {
            return false;
        }
        if (!liveOthers.get(place.other)) {
            open.add(read());
            return false;
        }
        if (members.accepts(place.member)) {
            whole.add(read());
        }
        above.add(place);
        way.add(place);
        return true;
    }

    private char leave() {
        above.remove(way.remove(way.size() - 1));
        char symbol = text.charAt(text.length() - 1);
        text.setLength(text.length() - 1);
        return symbol;
    }

    private String read() {
        return backwards ? new StringBuilder(text).reverse().toString() : text.toString();
    }
}
