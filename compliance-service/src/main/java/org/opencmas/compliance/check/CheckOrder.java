package org.opencmas.compliance.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.facts.GatherFacts;
import org.opencmas.compliance.facts.GatherFacts.Asked;
import org.opencmas.compliance.facts.GatherFacts.Gathered;
import org.opencmas.compliance.facts.OrderToJudge;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.sql.RoundTrip;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.ProgramCalendar;

/** Judges an order without storing anything: what would be decided if it were submitted now. */
@ApplicationScoped
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

    /**
     * Checks the order that a body describes.
     *
     * @param agencyId the agency that the caller acts for; null for a caller that names one in the body
     * @param name the caller as a person would call it
     * @throws org.opencmas.problem.InvalidRequest (400) with every fault that a placement would name
     */
    Checked check(OrderToCheck body, @Nullable UUID agencyId, String name) throws SQLException {
        LocalDate today = ProgramCalendar.dateOf(clock.instant());
        Order order = OrderReading.read(body, new OrderSender(agencyId, name, today));
        // The agency is the caller's own by now. What is read of it is cached for whoever asks next.
        return Tenant.seeingAll(() -> check(order, today));
    }

    private Checked check(Order order, LocalDate today) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RoundTrip first = new RoundTrip();
            Asked asked = gatherFacts.ask(first, List.of(new OrderToJudge(order, today, null)));
            first.send(connection);
            Gathered gathered = gatherFacts.gather(connection, asked);
            return new Checked(
                    RuleBooks.ORDERS.judge(gathered.facts().getFirst()),
                    gathered.state().asOf());
        }
    }
}
