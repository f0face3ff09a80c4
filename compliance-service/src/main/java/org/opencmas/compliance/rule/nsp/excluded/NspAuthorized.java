package org.opencmas.compliance.rule.nsp.excluded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Coding.Authorization;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.OrderLine;
import org.opencmas.compliance.rule.purchaseorder.OrderOutcomes;

/** NSP-EXCL-AUTH: each NSP line, products and services alike, has a manufacturer's authorization that holds on the day of the line, the amendment's for a new or changed one, from its first through its last day, both included; travel needs none. */
public record NspAuthorized() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return ExcludedText.NSP_EXCL_AUTH;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return lines(facts).isEmpty() ? Optional.of("No NSP line buys a product or a service.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        return OrderOutcomes.ofEachLine(
                lines(facts),
                Outcome.pass("The contractor is authorized for every NSP line."),
                line -> judge(line, line.pricedOn()).map(found -> found.on(line)));
    }

    private static List<OrderLine> lines(OrderFacts facts) {
        return facts.order().lines(line -> line.nsp() && line.kind() != LineKind.TRAVEL);
    }

    private static Optional<Trouble> judge(OrderLine line, LocalDate day) {
        Authorization told = line.coded().manufacturerAuthorization();
        if (told == null) {
            return Optional.of(
                    Outcome.needsAttestation("No manufacturer's authorization is told for NSP line %s.", line.lineId())
                            .remedy("Give the authorization for line %s, or attest to it.", line.lineId()));
        }
        LocalDate last = told.validThrough();
        if (told.issuedOn().isAfter(day) || last != null && last.isBefore(day)) {
            return Optional.of(Outcome.fail(
                            "The authorization for NSP line %s, of %s%s, does not hold on %s.",
                            line.lineId(), told.issuedOn(), last == null ? "" : " through " + last, day)
                    .with("issuedOn", told.issuedOn())
                    .remedy("Give one for line %s that holds on %s, or buy it outside CMAS.", line.lineId(), day));
        }
        return Optional.empty();
    }
}
