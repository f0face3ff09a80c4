package org.opencmas.compliance.rule.nsp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** NSP-IDENTIFIED: each NSP item is a line of its own, marked as NSP; a lump sum of several, or a line that only its words call NSP, is not. */
public record NspMarked() implements Rule<OrderFacts> {
    private static final Pattern CALLED_NSP =
            Pattern.compile("\\bNSP\\b|not specifically priced|open[ -]market", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleText text() {
        return NspText.NSP_IDENTIFIED;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order().nspLines().isEmpty() && unmarked(facts).isEmpty()
                ? Optional.of("The order has no NSP line.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                Stream.concat(
                        facts.order().nspLines().stream()
                                .filter(OrderLine::lumpSum)
                                .map(NspMarked::together),
                        unmarked(facts).stream().map(NspMarked::byWordsOnly)),
                Outcome.pass("Every NSP item is listed separately and marked.")
                        .on(facts.order().nspLines()));
    }

    private static List<OrderLine> unmarked(OrderFacts facts) {
        return facts.order()
                .lines(line ->
                        !line.nsp() && CALLED_NSP.matcher(line.description()).find());
    }

    private static Trouble together(OrderLine line) {
        return Outcome.fail("NSP line %s is one sum for several items.", line.lineId())
                .on(line)
                .remedy("List each NSP item of line %s on a line of its own.", line.lineId());
    }

    private static Trouble byWordsOnly(OrderLine line) {
        return Outcome.warn("Line %s calls itself an NSP item and is not marked as one.", line.lineId())
                .on(line)
                .remedy("Mark line %s as NSP, or describe it otherwise.", line.lineId());
    }
}
