package org.opencmas.bench.row;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.opencmas.local.server.Server;

/** The lists that analysts read, in databases of their own with the services' tables, so that nothing else is measured with a million made-up rows. */
public final class Lists implements Row {
    private static final int ROWS = 1_000_000;

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String help() {
        return "by which index a page of each list is found with a million rows, by EXPLAIN, and in what time";
    }

    @Override
    public void measure(Run run) throws Exception {
        run.out().println("lists: writing a million orders, obligations and postings");
        try (Connection connection = DriverManager.getConnection(run.stack().superuserUrl("postgres"));
                var statement = connection.createStatement()) {
            // A copy needs the original without sessions, so the services stop for it.
            run.rest(Server.ORDER, Server.FEES);
            for (String database : List.of("cmas_order", "cmas_fees")) {
                statement.execute("drop database if exists lists_%s with (force)".formatted(database));
                statement.execute("create database lists_%1$s template %1$s".formatted(database));
            }
            run.stack().startOne(Server.ORDER);
            run.stack().startOne(Server.FEES);
        }
        var plans = new ListPlans(database(run, Server.ORDER), database(run, Server.FEES));
        plans.fill(ROWS);
        plans.read().forEach((list, plan) -> run.results().remark("lists", list, plan));
    }

    /** The copy of a service's database. The rights of the service's role are copied with the tables. */
    private static ListPlans.Database database(Run run, Server server) {
        String copy = "lists_" + server.database();
        return new ListPlans.Database(
                run.stack().superuserUrl(copy), run.stack().applicationUrl(server, copy));
    }
}
