package org.opencmas.compliance.rule.certification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.ContractorsAsked;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.told.CertificationVerification;

/**
 * CERT-VERIFY-BEFORE-PO: where a certificate is claimed, it was verified on the day of the order at the latest; one verified more days before
 * than the set number, itself allowed, is a warning. Whether a CMAS that is not known here lists one is not known either.
 */
public record VerifiedBeforeOrder() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return CertificationText.CERT_VERIFY_BEFORE_PO;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        if (facts.order().amended()) {
            return Optional.of("Asked of the original order, before it is issued.");
        }
        boolean told = facts.order().told().certificationVerification() != null;
        return told || isListed(facts) || isCounted(facts) || !unknown(facts).isEmpty()
                ? Optional.empty()
                : Optional.of("None claimed: no CMAS cited lists a certificate, and the order counts none.");
    }

    private static List<CitedAgreement> unknown(OrderFacts facts) {
        return facts.agreements().stream()
                .filter(cited -> cited.agreement() == null)
                .toList();
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
                .anyMatch(asked -> asked.certified() && ContractorsAsked.isContractorOf(facts, asked));
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        CertificationVerification verified = facts.order().told().certificationVerification();
        if (verified == null && !isListed(facts) && !isCounted(facts)) {
            return unknown(facts).stream()
                    .<Outcome>map(cited -> cited.unknown().on(facts.order().linesOf(cited.cmas())))
                    .toList();
        }
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
