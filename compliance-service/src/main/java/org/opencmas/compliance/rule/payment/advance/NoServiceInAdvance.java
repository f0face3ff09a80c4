package org.opencmas.compliance.rule.payment.advance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.invoice.Bill;
import org.opencmas.compliance.rule.invoice.BillFacts;
import org.opencmas.compliance.rule.invoice.BilledLine;
import org.opencmas.compliance.rule.invoice.LineType;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;

/** PAY-ADVANCE-NONE: services are paid on their last day or later; the day before is in advance. */
public record NoServiceInAdvance<F extends BillFacts>() implements Rule<F> {
    @Override
    public RuleText text() {
        return AdvanceText.PAY_ADVANCE_NONE;
    }

    @Override
    public Optional<String> whyNotApplicable(F facts) {
        Bill bill = facts.bill();
        return bill.legalBasisForAdvance() != null
                ? Optional.of("A legal basis for advance payment is claimed: PAY-ADVANCE-GC11019 asks for it.")
                : Advance.whyNone(bill, services(bill), "services");
    }

    @Override
    public List<Outcome> check(F facts) {
        Bill bill = facts.bill();
        List<BilledLine> services = services(bill);
        Stream<Trouble> early = Advance.early(bill, services).map(line -> inAdvance(bill, line));
        return Outcomes.orPass(
                Stream.concat(Advance.missing(bill, services), early),
                Outcome.pass("No services are paid before they are done.").with("payableOn", bill.payableOn()));
    }

    private static List<BilledLine> services(Bill bill) {
        return bill.lines(LineType::isPlainService);
    }

    private static Trouble inAdvance(Bill bill, BilledLine line) {
        Trouble early = Outcome.fail(
                        "Line %s pays on %s for services of %s.", line.lineId(), bill.payableOn(), line.service())
                .remedy("Pay line %s on its last day of service or later.", line.lineId());
        return Advance.shown(early, bill, line);
    }
}
