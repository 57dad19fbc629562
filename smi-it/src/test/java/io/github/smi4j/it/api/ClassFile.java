package io.github.smi4j.it.api;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

/** What the constant pool of a class file refers to (JVM specification, 4.4). */
final class ClassFile {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final int[] tags;
    private final String[] texts;
    private final int[] first;
    private final int[] second;

    private ClassFile(DataInputStream in) throws IOException {
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("no class file");
        }
        in.readInt(); // version
        int count = in.readUnsignedShort();
        tags = new int[count];
        texts = new String[count];
        first = new int[count];
        second = new int[count];
        for (int i = 1; i < count; i++) {
            tags[i] = in.readUnsignedByte();
            switch (tags[i]) {
                case UTF8 -> texts[i] = in.readUTF();
                case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> first[i] = in.readUnsignedShort();
                case METHOD_HANDLE -> in.skipNBytes(3);
                case LONG, DOUBLE -> {
                    in.skipNBytes(Long.BYTES);
                    i++; // they take two places
                }
                default -> { // references, names with a type, numbers of four bytes, dynamic constants
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
            }
        }
    }

    static ClassFile read(InputStream in) throws IOException {
        return new ClassFile(new DataInputStream(in));
    }

    /** The classes, as {@code java.util.List}. */
    Set<String> classes() {
        Set<String> classes = new TreeSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == CLASS) {
                classes.add(className(i));
            }
        }
        return classes;
    }

    /** The methods and fields, as {@code java.util.List.of}. */
    Set<String> members() {
        Set<String> members = new TreeSet<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] == FIELD || tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
                members.add(className(first[i]) + "." + texts[first[second[i]]]);
            }
        }
        return members;
    }

    private String className(int index) {
        return texts[first[index]].replace('/', '.');
    }
}
