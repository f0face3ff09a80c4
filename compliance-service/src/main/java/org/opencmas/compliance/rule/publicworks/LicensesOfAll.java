package org.opencmas.compliance.rule.publicworks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.License;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;
import org.opencmas.terms.Identifier;

/** PW-LICENCE-BOTH: the prime contractor and every subcontractor named hold a license that is valid on the day of the document, its last day included. */
public record LicensesOfAll() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return PublicWorksText.PW_LICENCE_BOTH;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return PublicWorksLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        List<License> licenses = PublicWorksLines.told(facts, PublicWorks::licenses);
        Optional<List<String>> subcontractors =
                facts.order().told().publicWorks().map(PublicWorks::subcontractors);
        LocalDate day = facts.order().relevantDate();
        Stream<Trouble> prime = missing(
                "the prime contractor", licenses.stream().filter(License::prime).toList(), day);
        Stream<Trouble> subs = subcontractors
                .map(names -> names.stream().flatMap(name -> missing(name, of(name, licenses), day)))
                .orElseGet(() -> Stream.of(
                        Outcome.needsAttestation("Nobody says whether subcontractors do work that needs a license.")
                                .remedy("Name the subcontractors, or none, or attest that all are licensed.")));
        return Outcomes.orPass(
                Stream.concat(prime, subs),
                Outcome.pass("The prime contractor and every subcontractor hold a valid license.")
                        .with("subcontractors", subcontractors.map(List::size).orElse(0)));
    }

    private static List<License> of(String name, List<License> licenses) {
        return licenses.stream()
                .filter(one -> !one.prime() && Identifier.keyOf(one.holder()).equals(Identifier.keyOf(name)))
                .toList();
    }

    private static Stream<Trouble> missing(String who, List<License> held, LocalDate day) {
        if (held.isEmpty()) {
            return Stream.of(
                    Outcome.needsAttestation("No license of %s is told of.", who)
                            .remedy(
                                    "Tell of the license, with its class, or attest that it is valid for the work or that none is required."));
        }
        return held.stream().anyMatch(one -> valid(one, day))
                ? Stream.of()
                : Stream.of(Outcome.fail("No license of %s is valid on %s.", who, day)
                        .with("license", held.getFirst().number())
                        .remedy("Have the work done by someone who is licensed for it."));
    }

    private static boolean valid(License license, LocalDate day) {
        LocalDate last = license.validThrough();
        return license.active() && (last == null || !last.isBefore(day));
    }
}
