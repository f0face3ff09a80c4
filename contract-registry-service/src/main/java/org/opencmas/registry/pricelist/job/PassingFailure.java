package org.opencmas.registry.pricelist.job;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.opencmas.problem.Refusal;
import org.opencmas.registry.pricelist.ImportPriceList;

/** A failure that says nothing about the file: the database is away or busy, or the agreement is being changed. */
final class PassingFailure {
    /** Connection lost, transaction rolled back for others' sake, resources short, object in use, shut down by an operator. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57");

    private PassingFailure() {}

    static boolean isIn(Throwable failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth++ < 20; each = each.getCause()) {
            if (each instanceof SQLException sql && isPassing(sql)
                    || each instanceof Refusal refusal && refusal.slug().equals(ImportPriceList.BEING_CHANGED)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
