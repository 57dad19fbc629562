package io.github.smi4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.smi4j.benchmarks.SplitManifests.Place;
import io.github.smi4j.diagnostic.SourcePosition;
import io.github.smi4j.manifest.ManifestReader;
import io.github.smi4j.model.ResourceSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** The ways to read a text whose times are compared. */
final class ReadingTime {
    private static final String NAME = "splits.yaml";
    private static final ObjectReader JACKSON_2 = new YAMLMapper().readerFor(JsonNode.class);
    private static final tools.jackson.databind.ObjectReader JACKSON_3 =
            new tools.jackson.dataformat.yaml.YAMLMapper().readerFor(tools.jackson.databind.JsonNode.class);

    private final SplitManifests manifests;
    private final ManifestReader reader = ManifestReader.create();

    /** Reads the given text. */
    ReadingTime(SplitManifests manifests) {
        this.manifests = manifests;
    }

    /** All ways; the others are compared to the first. */
    List<Subject> subjects() {
        int documents = manifests.documents();
        String text = manifests.text();
        byte[] bytes = manifests.bytes();
        long places =
                manifests.lastWeights().stream().mapToLong(Place::checksum).sum();
        return List.of(
                new Subject("Jackson 2, `JsonNode`", () -> jackson2(text).size(), documents),
                new Subject("Jackson 3, `JsonNode`", () -> jackson3(text).size(), documents),
                new Subject("`ManifestReader.read`", () -> readable(reader.read(text, NAME)), documents),
                new Subject(
                        "`ManifestReader.read`, and a position of each",
                        () -> positions(reader.read(text, NAME)),
                        places),
                new Subject("`ManifestReader.forEach`, nothing kept", () -> forEach(bytes), documents));
    }

    /** Compares the position of each document with the place in the text. */
    void checkPositions() {
        List<Place> places = manifests.lastWeights();
        List<ResourceSet.Entry> entries = reader.read(manifests.text(), NAME).entries();
        if (places.size() != manifests.documents() || entries.size() != manifests.documents()) {
            throw new IllegalStateException(
                    places.size() + " places and " + entries.size() + " entries of " + manifests.documents());
        }
        for (int i = 0; i < places.size(); i++) {
            Place found = place(entries.get(i));
            if (!found.equals(places.get(i))) {
                throw new IllegalStateException("document " + i + ": " + found + " instead of " + places.get(i));
            }
        }
    }

    static List<JsonNode> jackson2(String text) throws IOException {
        try (MappingIterator<JsonNode> documents = JACKSON_2.readValues(text)) {
            return documents.readAll();
        }
    }

    private static List<tools.jackson.databind.JsonNode> jackson3(String text) {
        try (tools.jackson.databind.MappingIterator<tools.jackson.databind.JsonNode> documents =
                JACKSON_3.readValues(text)) {
            return documents.readAll();
        }
    }

    private static long readable(ResourceSet set) {
        return set.entries().stream()
                .filter(entry -> entry.resource().isPresent())
                .count();
    }

    private static long positions(ResourceSet set) {
        return set.entries().stream()
                .mapToLong(entry -> place(entry).checksum())
                .sum();
    }

    private static Place place(ResourceSet.Entry entry) {
        SourcePosition position = entry.position(SplitManifests.LAST_WEIGHT).orElseThrow();
        return new Place(position.line(), position.column());
    }

    private long forEach(byte[] bytes) throws IOException {
        long[] documents = {0};
        reader.forEach(new ByteArrayInputStream(bytes), NAME, set -> documents[0] += readable(set));
        return documents[0];
    }
}
