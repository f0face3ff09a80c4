package org.opencmas.local.demo;

import java.io.PrintStream;
import org.opencmas.local.server.Endpoints;

/** One part of the demo on a running suite, such as loading the sample data. */
public interface DemoStep {

    /** Returns what the part does, as a heading. */
    String title();

    /**
     * Does it and prints what was asked and answered.
     *
     * @return whether everything in it held; what did not is printed
     */
    boolean run(Endpoints endpoints, PrintStream out) throws Exception;
}
