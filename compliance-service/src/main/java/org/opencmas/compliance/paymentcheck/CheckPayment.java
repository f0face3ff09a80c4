package org.opencmas.compliance.paymentcheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.opencmas.compliance.parameter.FiguresInForce;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.BillFacts.Arrival;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.terms.ProgramCalendar;

/** Judges a payment by the figures of its day, without storing anything. */
@ApplicationScoped
class CheckPayment {
    private final DataSource dataSource;
    private final FiguresInForce figures;
    private final Clock clock;

    CheckPayment(DataSource dataSource, FiguresInForce figures, Clock clock) {
        this.dataSource = dataSource;
        this.figures = figures;
        this.clock = clock;
    }

    record Checked(PaymentFacts facts, Judgement judgement) {}

    /** @throws org.opencmas.problem.InvalidRequest (400) with every fault of the body */
    Checked check(PaymentToCheck body, String recordedBy) throws SQLException {
        PaymentReading read = PaymentReading.read(body, recordedBy);
        Arrival arrival = new Arrival(
                ProgramCalendar.dateOf(clock.instant()),
                figuresOf(read.payment().paidOn()),
                read.attestations());
        var facts = new PaymentFacts(read.payment(), read.bill(), read.clock(), read.progress(), read.buyer(), arrival);
        return new Checked(facts, RuleBooks.PAYMENTS.judge(facts));
    }

    private List<Parameter> figuresOf(LocalDate day) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return figures.of(connection, day, RuleBooks.PAYMENTS.figures());
        }
    }
}
