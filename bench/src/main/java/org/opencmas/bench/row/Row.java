package org.opencmas.bench.row;

/** One thing that is measured. A new one is its class and its line in {@code Rows}. */
public interface Row {
    /** Returns the name by which {@code --only} asks for it. */
    String name();

    /** Returns what is measured, in one line of the help. */
    String help();

    /** Takes its readings and adds what they gave to the run's results; the whole suite runs when it is called. */
    void measure(Run run) throws Exception;
}
