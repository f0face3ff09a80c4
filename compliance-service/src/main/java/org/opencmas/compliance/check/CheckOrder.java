package org.opencmas.compliance.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.copy.CopyState;
import org.opencmas.compliance.facts.GatherFacts;
import org.opencmas.compliance.facts.GatherFacts.Asked;
import org.opencmas.compliance.facts.GatherFacts.Gathered;
import org.opencmas.compliance.facts.OrderToJudge;
import org.opencmas.compliance.fix.Fix;
import org.opencmas.compliance.fix.SmallestFixes;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.judging.MissingAttestation;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSet;
import org.opencmas.orderbody.OrderSender;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.body.FieldReader;
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

    /**
     * What was found.
     *
     * @param asOn the day for which it was asked
     * @param rules those that were asked
     * @param missing the attestations that are asked for and not there
     * @param fixes the least change for each rule that fails, where it can be computed
     * @param unconfirmed the figures of the order's day that no text confirms
     * @param state where the copies stood
     */
    record Checked(
            LocalDate asOn,
            RuleSet rules,
            Judgement judgement,
            List<MissingAttestation> missing,
            List<Fix> fixes,
            List<Parameter> unconfirmed,
            CopyState state) {}

    /**
     * Checks the order that a body describes.
     *
     * @param agencyId the agency that the caller acts for; null for a caller that names one in the body
     * @param name the caller as a person would call it
     * @param asOn the day on which the order would be issued and sent; null for today, under the body's own date
     * @param rules those that are asked
     * @throws InvalidRequest (400) with every fault that a placement would name, and for a day that is past
     */
    Checked check(OrderToCheck body, @Nullable UUID agencyId, String name, @Nullable LocalDate asOn, RuleSet rules)
            throws SQLException {
        LocalDate today = ProgramCalendar.dateOf(clock.instant());
        LocalDate day = asOn == null ? today : asOn;
        if (day.isBefore(today) || !ProgramCalendar.isProgramDay(day)) {
            var fields = new FieldReader();
            fields.fault(
                    "asOn",
                    "must be from today, " + today + ", through " + ProgramCalendar.LAST_DAY,
                    "Leave it out: an order of the past is judged by its own date.");
            body.check(fields, today);
            fields.requireNoFaults();
        }
        var sender = new OrderSender(agencyId, name, day);
        UnaryOperator<Order> issued = asOn == null ? UnaryOperator.identity() : order -> order.issuedOn(day);
        Order sent = issued.apply(OrderReading.read(body, sender));
        // The agency is the caller's own by now. What is read of it is cached for whoever asks next.
        return Tenant.seeingAll(() -> {
            RecordOfRequest record = record(sent);
            UnaryOperator<Order> asPlaced = order -> record.complete(issued.apply(order));
            Gathered gathered = gather(new OrderToJudge(record.complete(sent), day, null));
            OrderFacts facts = gathered.facts().getFirst().withRequestRecord(record.standing(sent));
            Judgement judgement = rules.judge(facts);
            return new Checked(
                    day,
                    rules,
                    judgement,
                    RuleBooks.ORDERS.missing(facts, judgement),
                    SmallestFixes.of(facts, judgement, new PatchedOrder(body, sender, asPlaced, facts, rules)),
                    facts.parameters().stream().filter(Parameter::unconfirmed).toList(),
                    gathered.state());
        });
    }

    private RecordOfRequest record(Order order) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return RecordOfRequest.read(connection, order);
        }
    }

    private Gathered gather(OrderToJudge order) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            RoundTrip first = new RoundTrip();
            Asked asked = gatherFacts.ask(first, List.of(order));
            first.send(connection);
            return gatherFacts.gather(connection, asked);
        }
    }
}
