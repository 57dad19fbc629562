package io.github.smi4j.regex;

/** Runs a program over a text, from left to right and once, in time linear in the text and in the program. */
final class Simulation {

    private final Program program;
    private final boolean openEnd;
    private Threads now;
    private Threads next;

    private Simulation(Program program, boolean openEnd) {
        this.program = program;
        this.openEnd = openEnd;
        this.now = new Threads(program);
        this.next = new Threads(program);
    }

    static boolean matches(Program program, String text, boolean openEnd) {
        return new Simulation(program, openEnd).run(text);
    }

    /** How many instructions a run looks at. */
    static long steps(Program program, String text, boolean openEnd) {
        Simulation simulation = new Simulation(program, openEnd);
        simulation.run(text);
        return simulation.now.steps() + simulation.next.steps();
    }

    private boolean run(String text) {
        now.replaceBy(program.start());
        Neighbour before = Neighbour.EDGE;
        int index = 0;
        while (index < text.length() && !now.isEmpty()) {
            int codePoint = text.codePointAt(index);
            Neighbour after = Neighbour.of(codePoint);
            now.pass(before, after);
            if (openEnd && now.accepts()) {
                return true;
            }
            now.step(codePoint, next);
            swap();
            before = after;
            index += Character.charCount(codePoint);
        }
        now.pass(before, Neighbour.EDGE);
        return now.accepts();
    }

    private void swap() {
        Threads old = now;
        now = next;
        next = old;
    }
}
