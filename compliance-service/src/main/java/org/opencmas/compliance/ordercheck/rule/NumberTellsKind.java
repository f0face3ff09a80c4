package org.opencmas.compliance.ordercheck.rule;

import static org.opencmas.compliance.ordercheck.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;

/** CON-NUMBER-CATEGORY: a CMAS number begins with 3 (information technology) or 4 (all else); nothing else is one. */
public record NumberTellsKind() implements OrderRule {
    private static final RuleText TEXT = RuleText.of(
                    "CON-NUMBER-CATEGORY",
                    2,
                    RuleKind.BLOCK,
                    "A CMAS number begins with 3 for IT or 4 for non-IT",
                    "Numbers beginning with 3 are for information technology products or services, those beginning with 4 for"
                            + " non-IT. A number that begins otherwise is not a CMAS number.",
                    guide(4, 11, "CMAS Numbers"))
            .read(
                    "4 means non-IT, products or services alike: page 11 speaks of products only, page 10 of a non-IT CMAS. Whether a"
                            + " line is a product or a service is never inferred from the digit.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Pass pass = Outcome.pass("Every line cites a number of the CMAS form.");
        for (CmasNumber cmas : facts.order().cmasNumbers()) {
            pass = pass.with(cmas.canonical(), cmas.kind());
        }
        return Outcomes.ofEachLine(facts.order().lines(), pass, NumberTellsKind::judge);
    }

    private static Optional<Trouble> judge(OrderLine line) {
        if (line.cmas() != null) {
            return Optional.empty();
        }
        String printed = line.cmasAsPrinted();
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
