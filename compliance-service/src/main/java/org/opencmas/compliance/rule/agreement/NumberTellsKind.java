package org.opencmas.compliance.rule.agreement;

import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Pass;
import org.opencmas.compliance.rule.outcome.Phrases;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;

/** CON-NUMBER-CATEGORY: a CMAS number begins with 3 (information technology) or 4 (all else); nothing else is one. */
public record NumberTellsKind() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return AgreementText.CON_NUMBER_CATEGORY;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Pass pass = Outcome.pass("Every line cites a number of the CMAS form.");
        for (CmasNumber cmas : facts.order().cmasNumbers()) {
            pass = pass.with(cmas.canonical(), cmas.kind());
        }
        return OrderOutcomes.ofEachLine(facts.order().lines(), pass, NumberTellsKind::judge);
    }

    private static Optional<Trouble> judge(OrderLine line) {
        if (line.cmas() != null) {
            return Optional.empty();
        }
        String printed = line.heading().cmasAsPrinted();
        return Optional.of(printed == null ? absent(line) : refused(line, printed));
    }

    private static Trouble absent(OrderLine line) {
        return Outcome.fail("Line %s cites no CMAS number.", line.lineId())
                .on(line)
                .remedy("Cite on line %s the CMAS it is bought on.", line.lineId());
    }

    private static Trouble refused(OrderLine line, String printed) {
        List<CmasNumber> likely = CmasNumber.suggestions(printed);
        return Outcome.fail("%s", whyNoNumber(printed))
                .with("printed", printed)
                .on(line)
                .remedy(
                        "Cite on line %s the CMAS it is bought on%s.",
                        line.lineId(), likely.isEmpty() ? "" : "; perhaps " + Phrases.either(likely));
    }

    private static String whyNoNumber(String printed) {
        try {
            return "\"%s\" is read as %s.".formatted(printed, CmasNumber.parse(printed));
        } catch (InvalidCmasNumber notOne) {
            return notOne.reason();
        }
    }
}
