package io.github.smi4j.it.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a POM says, without what it would inherit. */
public final class Pom {
    private final Element element;

    private Pom(Element element) {
        this.element = element;
    }

    /** Reads a POM. */
    public static Pom read(Path file) {
        try {
            return new Pom(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** The text of an element by the names on the way to it; absent if it is not there. */
    public Optional<String> text(String... names) {
        return all(names).stream()
                .findFirst()
                .map(found -> found.element.getTextContent().strip());
    }

    /** All elements by the names on the way to them. */
    public List<Pom> all(String... names) {
        List<Pom> found = List.of(this);
        for (String name : names) {
            found = found.stream().flatMap(e -> e.children(name).stream()).toList();
        }
        return found;
    }

    /** {@code groupId:artifactId} of a dependency or plugin. */
    public String coordinates() {
        return text("groupId").orElse("") + ":" + text("artifactId").orElse("");
    }

    private List<Pom> children(String name) {
        List<Pom> found = new ArrayList<>();
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element e && e.getTagName().equals(name)) {
                found.add(new Pom(e));
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return Arrays.asList(element.getTagName(), coordinates()).toString();
    }
}
