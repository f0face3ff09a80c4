package org.opencmas.compliance.rule.publicworks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.License;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

/** PW-LICENCE-VERIFY: the prime contractor's license was found active on or before the day of the document; of several checked on that last day, each must be; a check older than 30 days is a warning, one of 30 days is not. */
public record LicenseVerified() implements Rule<OrderFacts> {
    @Override
    public RuleText text() {
        return PublicWorksText.PW_LICENCE_VERIFY;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        return PublicWorksLines.whyNot(facts);
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        LocalDate day = facts.order().relevantDate();
        List<License> prime = PublicWorksLines.told(facts, PublicWorks::licenses).stream()
                .filter(License::prime)
                .toList();
        return List.of(prime.stream()
                .filter(one -> !one.checkedOn().isAfter(day))
                .reduce((earlier, later) -> isAfter(later, earlier, day) ? later : earlier)
                .map(one -> judge(
                        one,
                        day,
                        facts.figure(ParameterName.PW_LICENSE_CHECK_DAYS).intValueExact()))
                .orElseGet(() -> Outcome.needsAttestation(
                                "No check of the contractor's license on or before %s is told of.", day)
                        .remedy("Check the license with the State's board, or attest to it.")));
    }

    /** The last check counts; of those of the same day, one that finds the license not active. */
    private static boolean isAfter(License later, License earlier, LocalDate day) {
        return later.checkedOn().isAfter(earlier.checkedOn())
                || later.checkedOn().equals(earlier.checkedOn()) && isActive(earlier, day);
    }

    private static boolean isActive(License license, LocalDate day) {
        LocalDate last = license.validThrough();
        return license.active() && (last == null || !last.isBefore(day));
    }

    private static Outcome judge(License license, LocalDate day, int mostDays) {
        if (!isActive(license, day)) {
            return Outcome.fail("License %s of %s is not active on %s.", license.number(), license.holder(), day)
                    .with("checkedOn", license.checkedOn())
                    .remedy("Order from a contractor whose license is active and in good standing.");
        }
        long age = ChronoUnit.DAYS.between(license.checkedOn(), day);
        return age <= mostDays
                ? Outcome.pass("License %s was active on %s.", license.number(), license.checkedOn())
                        .with("days", age)
                : Outcome.warn("License %s was checked %d days before the order.", license.number(), age)
                        .with("days", age)
                        .with("mostDays", mostDays)
                        .remedy("Check the license again.");
    }
}
