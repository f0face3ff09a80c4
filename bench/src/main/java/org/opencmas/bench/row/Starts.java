package org.opencmas.bench.row;

import org.opencmas.bench.result.Machine;
import org.opencmas.local.server.Server;

/** A second start of the whole suite, and the memory of each of its processes after it. */
public final class Starts implements Row {
    public static final String NAME = "start";
    public static final String HEADING = "start-and-memory";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String help() {
        return "time until everything answers, and memory of each process";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.stack().stop();
        run.results().remark(HEADING, "second start until everything answers", Run.start(run.stack()));
        for (Server server : Server.values()) {
            long pid = run.stack().process(server).orElseThrow().pid();
            run.results().remark(HEADING, "memory of " + server.label(), Machine.residentMegabytes(pid) + " MB");
        }
    }
}
