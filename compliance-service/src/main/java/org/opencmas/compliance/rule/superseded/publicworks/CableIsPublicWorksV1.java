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
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;

/**
 * PW-CABLE: a line coded as installation of physical layer cable counts as public works, whatever its flag; one that only reads so is asked about.
 *
 * <p>Version 1. Only lines of services were read.
 */
public record CableIsPublicWorksV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "PW-CABLE",
                    1,
                    RuleKind.CALCULATION,
                    "Installing physical layer cable counts as public works",
                    "A line that is coded as installation of physical layer cable counts as public works for every rule, whatever its flag (also"
                            + " Section 9, page 18).",
                    guide(11, 22, "Installation of Physical Layer Cable"))
            .read(
                    "The list of contents adds carpet and the text does not: cable only is coded, carpet is asked about under PW-DEFINITION.");

    private static final Pattern WORDS = Pattern.compile("\\bcabl(e|es|ing)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return cable(facts).isEmpty() && uncoded(facts).isEmpty()
                ? Optional.of("No line installs physical layer cable.")
                : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return Outcomes.orPass(
                uncoded(facts).stream()
                        .map(line -> Outcome.needsAttestation(
                                        "Line %s reads like installing cable and is not coded.", line.lineId())
                                .on(line)
                                .remedy("Code line %s: does it install physical layer cable?", line.lineId())),
                Outcome.pass("Installing cable counts as public works.")
                        .on(cable(facts))
                        .with("publicWorks", Order.sum(cable(facts))));
    }

    private static List<OrderLine> cable(OrderFacts facts) {
        return facts.order().lines(line -> line.coded().installsCable());
    }

    private static List<OrderLine> uncoded(OrderFacts facts) {
        return facts.order()
                .lines(line -> line.kind() == LineKind.SERVICES
                        && !line.publicWorks()
                        && line.coded().cableInstallation() == null
                        && WORDS.matcher(line.description()).find());
    }
}
