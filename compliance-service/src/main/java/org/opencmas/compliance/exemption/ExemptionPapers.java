package org.opencmas.compliance.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.exemption.directory.PmoAssignments;
import org.opencmas.paper.PaperPrinter;

/** Prints the papers of determinations: with the buyer's name as it is now, and the directory of the day of the procurement. */
@ApplicationScoped
class ExemptionPapers {
    private final PmoAssignments directory;
    private final PaperPrinter printer;

    ExemptionPapers(PmoAssignments directory, PaperPrinter printer) {
        this.directory = directory;
        this.printer = printer;
    }

    /** Dated by the last thing that was recorded of it. */
    byte[] print(Connection connection, ExemptionRecord made) throws SQLException {
        var assigned = directory.on(
                connection, made.agencyId(), made.facts().procurement().procuredOn());
        return printer.print(ExemptionPaper.of(made, buyer(connection, made.agencyId()), assigned), lastAt(made));
    }

    private static Instant lastAt(ExemptionRecord made) {
        Instant last =
                made.decided() == null ? made.asked().at() : made.decided().at();
        for (var withdrawn : made.withdrawals()) {
            last = withdrawn.at().isAfter(last) ? withdrawn.at() : last;
        }
        return last;
    }

    private static @Nullable String buyer(Connection connection, UUID agencyId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select name from agency where agency_id = ?")) {
            select.setObject(1, agencyId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
