package io.github.smi4j.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;

/**
 * Where the nodes of a section stand of which nothing had to be said when it was read. The section is parsed once more when
 * somebody asks for the first time; who never asks pays nothing. Thread-safe.
 */
final class SectionPositions implements Supplier<PositionNode> {
    private final TextSection section;
    private final ReaderLimits limits;
    private volatile @Nullable List<PositionNode> documents;

    SectionPositions(TextSection section, ReaderLimits limits) {
        this.section = section;
        this.limits = limits;
    }

    /** Those of the first document of the section, most often the only one. */
    @Override
    public PositionNode get() {
        return of(0);
    }

    /** Those of a document of the section, counted from 0. */
    PositionNode of(int document) {
        List<PositionNode> known = documents;
        if (known == null) {
            known = parse();
            documents = known;
        }
        return known.get(document);
    }

    private List<PositionNode> parse() {
        List<PositionNode> positions = new ArrayList<>(1);
        GuardedParser parser = section.parser(limits);
        try {
            while (parser.hasNext()) {
                if (parser.next() instanceof DocumentStartEvent) {
                    positions.add(new TreeBuilder(parser, section, limits).positions());
                }
            }
        } catch (TreeBuilder.LimitException e) {
            throw new IllegalStateException("a text that was read within the limits exceeds them", e);
        }
        return positions;
    }
}
