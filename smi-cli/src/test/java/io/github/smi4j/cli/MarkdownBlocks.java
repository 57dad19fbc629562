package io.github.smi4j.cli;

import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of a Markdown text, and the text with other content in them. */
final class MarkdownBlocks {
    /**
     * A fenced block.
     *
     * @param language what stands after the fence
     * @param line the line of the fence, from 1
     * @param content the lines in between, each with its end
     */
    record Block(String language, int line, String content) {}

    private final List<Object> parts = new ArrayList<>();

    MarkdownBlocks(String text) {
        StringBuilder prose = new StringBuilder();
        StringBuilder content = new StringBuilder();
        String language = "";
        int fenceLine = 0;
        int number = 0;
        for (String line : text.split("(?<=\n)")) {
            number++;
            boolean fence = line.startsWith("```");
            if (fence && fenceLine == 0) {
                language = line.substring(3).strip();
                fenceLine = number;
                parts.add(prose.toString());
                prose.setLength(0);
            } else if (fence) {
                parts.add(new Block(language, fenceLine, content.toString()));
                content.setLength(0);
                fenceLine = 0;
            } else {
                (fenceLine == 0 ? prose : content).append(line);
            }
        }
        parts.add(prose.toString());
    }

    List<Block> blocks() {
        return parts.stream()
                .filter(Block.class::isInstance)
                .map(Block.class::cast)
                .toList();
    }

    /** The text with the contents of its blocks replaced, in order. */
    String withContents(List<String> contents) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (Object part : parts) {
            if (part instanceof Block block) {
                text.append("```").append(block.language()).append('\n');
                text.append(contents.get(next++)).append("```\n");
            } else {
                text.append(part);
            }
        }
        return text.toString();
    }
}
