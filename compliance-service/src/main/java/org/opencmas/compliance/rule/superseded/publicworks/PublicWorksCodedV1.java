package org.opencmas.compliance.rule.superseded.publicworks;

import static org.opencmas.compliance.rule.Citation.guide;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/**
 * PW-DEFINITION: the buyer classifies what is public works; services whose words tell of construction or installation and that are not classified so are asked about.
 *
 * <p>Version 1. Only lines of services were read.
 */
public record PublicWorksCodedV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "PW-DEFINITION",
                    1,
                    RuleKind.WARNING,
                    "What is public works is classified as public works",
                    "Public works are the erection, construction, alteration, repair or improvement of a public structure, building, road or other"
                            + " public improvement (Public Contract Code 1101; also Section 9, page 18).",
                    guide(11, 22, "Definition of a Public Works Project"))
            .read(
                    "The buyer classifies; no machine can. Services whose words tell of installing, cabling, trenching or the like are asked about.");

    private static final Pattern WORDS = Pattern.compile(
            "\\b(install|cabl|trench|mount|electrical|construct|erect|alteration|carpet)\\w*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return facts.order()
                        .lines(line -> line.publicWorks() || line.kind() == LineKind.SERVICES)
                        .isEmpty()
                ? Optional.of("No line buys services or public works.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                facts.order().lines(PublicWorksCodedV1::readsLikeWorks).stream()
                        .map(line -> Outcome.needsAttestation(
                                        "Line %s reads like public works and is not classified so.", line.lineId())
                                .on(line)
                                .remedy("Classify line %s as public works, or attest that it is none.", line.lineId())),
                Outcome.pass("What reads like public works is classified as public works.")
                        .on(facts.order().lines(OrderLine::publicWorks)));
    }

    private static boolean readsLikeWorks(OrderLine line) {
        return line.kind() == LineKind.SERVICES
                && !line.publicWorks()
                && WORDS.matcher(line.description()).find();
    }
}
