package org.opencmas.compliance.rule.publicworks;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/** PW-DEFINITION: the buyer classifies what is public works; lines whose words tell of construction or installation and that are not classified so are asked about. */
public record PublicWorksCoded() implements Rule<OrderFacts> {
    private static final Pattern WORDS = Pattern.compile(
            "\\b(install|cabl|trench|mount|electrical|construct|erect|alteration|carpet)\\w*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public RuleText text() {
        return PublicWorksText.PW_DEFINITION;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order()
                        .lines(line -> line.publicWorks() || PublicWorksLines.namesWork(line))
                        .isEmpty()
                ? Optional.of("No line buys services or public works.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                facts.order().lines(PublicWorksCoded::readsLikeWorks).stream()
                        .map(line -> Outcome.needsAttestation(
                                        "Line %s reads like public works and is not classified so.", line.lineId())
                                .on(line)
                                .remedy("Classify line %s as public works, or attest that it is none.", line.lineId())),
                Outcome.pass("What reads like public works is classified as public works.")
                        .on(PublicWorksLines.of(facts)));
    }

    private static boolean readsLikeWorks(OrderLine line) {
        return !line.publicWorks()
                && PublicWorksLines.namesWork(line)
                && WORDS.matcher(line.description()).find();
    }
}
