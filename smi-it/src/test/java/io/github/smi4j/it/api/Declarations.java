package io.github.smi4j.it.api;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The declarations of a source file that users can see; each with the name that a report shows. */
final class Declarations extends TreePathScanner<Void, Void> {
    /** A package, type, method, constant or constructor. */
    record Declaration(String name, TreePath path) {
        Tree tree() {
            return path.getLeaf();
        }

        /** The components of a record; none of any other declaration. */
        List<String> recordComponents() {
            if (tree().getKind() != Kind.RECORD) {
                return List.of();
            }
            // A record has no other fields that are not static.
            return ((ClassTree) tree())
                    .getMembers().stream()
                            .filter(VariableTree.class::isInstance)
                            .map(VariableTree.class::cast)
                            .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                            .map(field -> field.getName().toString())
                            .toList();
        }
    }

    private static final Set<Kind> TYPES =
            EnumSet.of(Kind.CLASS, Kind.INTERFACE, Kind.ENUM, Kind.RECORD, Kind.ANNOTATION_TYPE);

    private final List<Declaration> found = new ArrayList<>();

    private Declarations() {}

    static List<Declaration> of(CompilationUnitTree unit) {
        Declarations declarations = new Declarations();
        declarations.scan(unit, null);
        return declarations.found;
    }

    @Override
    public Void visitPackage(PackageTree node, Void unused) {
        if (getCurrentPath().getCompilationUnit().getTypeDecls().isEmpty()) { // package-info.java
            add(node.getPackageName().toString());
        }
        return null;
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
        if (!isVisible(node.getModifiers())) {
            return null;
        }
        add(typeName(getCurrentPath()));
        return super.visitClass(node, null);
    }

    @Override
    public Void visitMethod(MethodTree node, Void unused) {
        boolean overrides = node.getModifiers().getAnnotations().stream()
                .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
        if (isVisible(node.getModifiers()) && !overrides) {
            String parameters = String.join(
                    ", ",
                    node.getParameters().stream()
                            .map(p -> p.getType().toString())
                            .toList());
            add(typeName(getCurrentPath().getParentPath()) + "." + node.getName() + "(" + parameters + ")");
        }
        return null;
    }

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
        // A component of a record is a field that is neither public nor of an interface.
        if (isVisible(node.getModifiers())) {
            add(typeName(getCurrentPath().getParentPath()) + "." + node.getName());
        }
        return null;
    }

    private void add(String name) {
        found.add(new Declaration(name, getCurrentPath()));
    }

    private boolean isVisible(ModifiersTree modifiers) {
        Set<Modifier> flags = modifiers.getFlags();
        if (flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED)) {
            return true;
        }
        Kind parent = getCurrentPath().getParentPath().getLeaf().getKind();
        boolean publicByItsPlace = parent == Kind.INTERFACE || parent == Kind.ANNOTATION_TYPE;
        return publicByItsPlace && !flags.contains(Modifier.PRIVATE);
    }

    /** The name of a type within those around it. */
    static String typeName(TreePath path) {
        String name = ((ClassTree) path.getLeaf()).getSimpleName().toString();
        TreePath parent = path.getParentPath();
        return TYPES.contains(parent.getLeaf().getKind())
                ? typeName(parent) + "." + name
                : parent.getCompilationUnit().getPackageName() + "." + name;
    }
}
