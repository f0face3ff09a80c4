package org.opencmas.compliance.ordercheck;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.opencmas.compliance.ordercheck.GatherFacts.Asked;
import org.opencmas.compliance.ordercheck.GatherFacts.Gathered;
import org.opencmas.compliance.rule.Judgement;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.journal.RoundTrip;
import org.opencmas.terms.ProgramCalendar;

/** Judges an order without storing anything: what would be decided if it were submitted now. */
@Singleton
class CheckOrder {
    private final DataSource dataSource;
    private final GatherFacts gatherFacts;
    private final Clock clock;

    CheckOrder(DataSource dataSource, GatherFacts gatherFacts, Clock clock) {
        this.dataSource = dataSource;
        this.gatherFacts = gatherFacts;
        this.clock = clock;
    }

    /** @param asOf by source, the position of its journal up to which the copies have followed it */
    record Checked(Judgement judgement, Map<String, Long> asOf) {}

    Checked check(Order order) throws SQLException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ProgramCalendar.ZONE);
        try (Connection connection = dataSource.getConnection()) {
            RoundTrip first = new RoundTrip();
            Asked asked = gatherFacts.ask(first, List.of(new ReceivedOrder(order, today, null)));
            first.send(connection);
            Gathered gathered = gatherFacts.gather(connection, asked);
            return new Checked(
                    RuleBooks.ORDERS.judge(gathered.facts().getFirst()),
                    gathered.state().asOf());
        }
    }
}
