package org.opencmas.compliance.rule.superseded.certification;

import static org.opencmas.compliance.rule.Citation.guide;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.CertificationVerification;

/**
 * CERT-VERIFY-BEFORE-PO: where a certificate is claimed, it was verified on the day of the order at the latest; one verified more days before
 * than the set number, itself allowed, is a warning.
 *
 * <p>Version 1. Of a CMAS that is not known it was taken that it lists no certificate, and a contractor told without its id was another one.
 */
public record VerifiedBeforeOrderV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "CERT-VERIFY-BEFORE-PO",
                    1,
                    RuleKind.BLOCK,
                    "The contractor's certificate is verified before the order is issued",
                    "The agency verifies the contractor's small business or disabled veteran business status with OSDS, (916) 375-4940, or"
                            + " in Cal eProcure, on the day of the order at the latest.",
                    guide(4, 11, "Small/Disabled Veteran Business Certification and Status Verification"))
            .read(
                    "Asked where a CMAS cited lists a certificate or the order counts the contractor as certified; otherwise none is claimed."
                            + " How old a verification may be is not said: after the set number of days it is a warning. Asked of the original"
                            + " order. A verification told elsewhere is attested to.")
            .using(ParameterName.CERT_VERIFICATION_DAYS);

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        if (facts.order().amended()) {
            return Optional.of("Asked of the original order, before it is issued.");
        }
        boolean told = facts.order().told().certificationVerification() != null;
        return told || isListed(facts) || isCounted(facts)
                ? Optional.empty()
                : Optional.of("None claimed: no CMAS cited is known to list a certificate, and the order counts none.");
    }

    private static boolean isListed(OrderFacts facts) {
        return facts.agreements().stream()
                .anyMatch(cited -> cited.agreement() != null
                        && !cited.agreement().listedCertifications().isEmpty());
    }

    /** The order counts the contractor's own certificate among those asked. */
    private static boolean isCounted(OrderFacts facts) {
        return ContractorsAsked.of(facts.order()).stream()
                .flatMap(asked -> asked.all().stream())
                .anyMatch(asked ->
                        asked.certified() && facts.order().contractorId().equals(asked.contractorId()));
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        CertificationVerification verified = facts.order().told().certificationVerification();
        if (verified == null) {
            return List.of(Outcome.needsAttestation(
                            "A certificate of the contractor is claimed, and the order tells of no verification.")
                    .remedy("Verify it in Cal eProcure or with OSDS, and tell it in certificationVerification."));
        }
        return judge(facts, verified);
    }

    private static List<Outcome> judge(OrderFacts facts, CertificationVerification verified) {
        LocalDate day = facts.judgedAsOf();
        if (verified.verifiedOn().isAfter(day)) {
            return List.of(Outcome.needsAttestation(
                            "The certificate was verified on %s, after the order of %s.", verified.verifiedOn(), day)
                    .with("verifiedOn", verified.verifiedOn())
                    .remedy("Attest to a verification on %s or earlier.", day));
        }
        return Outcomes.orPass(
                troubles(facts, verified, day).stream(),
                Outcome.pass(
                                "Verified by %s on %s (%s): %s.",
                                verified.verifiedBy(), verified.verifiedOn(), verified.method(), verified.result())
                        .with("verifiedOn", verified.verifiedOn()));
    }

    private static List<Trouble> troubles(OrderFacts facts, CertificationVerification verified, LocalDate day) {
        List<Trouble> troubles = new ArrayList<>();
        long age = ChronoUnit.DAYS.between(verified.verifiedOn(), day);
        int most = facts.figure(ParameterName.CERT_VERIFICATION_DAYS).intValueExact();
        if (age > most) {
            troubles.add(Outcome.warn(
                            "The certificate was verified on %s, %d days before the order.", verified.verifiedOn(), age)
                    .with("days", age)
                    .with("mostDays", most)
                    .remedy("Verify it again."));
        }
        LocalDate through = verified.validThrough();
        if (through != null && through.isBefore(day)) {
            troubles.add(
                    Outcome.warn("The verification shows a certificate that ran through %s, before the order.", through)
                            .with("validThrough", through)
                            .remedy("Count the contractor as not certified, or verify a renewed certificate."));
        }
        return troubles;
    }
}
