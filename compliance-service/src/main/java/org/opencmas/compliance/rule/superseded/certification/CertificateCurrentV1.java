package org.opencmas.compliance.rule.superseded.certification;

import static org.opencmas.compliance.rule.Citation.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleKind;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.Certificate;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;
import org.opencmas.compliance.rule.superseded.firstrelease.OutcomesV1;

/**
 * CERT-EXPIRY: a warning when a certificate shown on the CMAS expired before the order date; its last day is still valid.
 *
 * <p>Version 1. A certificate that began later, by the contractor's record, counted as valid.
 */
public record CertificateCurrentV1() implements Rule<OrderFacts> {
    private static final RuleText TEXT = RuleText.of(
                    "CERT-EXPIRY",
                    1,
                    RuleKind.WARNING,
                    "A certificate shown on the CMAS is valid on the order date",
                    "The CMAS shows the certificate's number and when it expires; the last day is valid.",
                    guide(4, 11, "Small/Disabled Veteran Business Certification and Status Verification"))
            .read(
                    "Expired on the order date counts as not certified, for the number of offers and for the waiver of the incentive fee. A"
                            + " renewed certificate of the same type in the contractor's record counts.");

    @Override
    public RuleText text() {
        return TEXT;
    }

    @Override
    public Optional<String> whyNotApplicable(OrderFacts facts) {
        boolean noneListed = facts.agreements().stream()
                .map(CitedAgreement::agreement)
                .allMatch(agreement ->
                        agreement != null && agreement.listedCertifications().isEmpty());
        return noneListed ? Optional.of("No CMAS cited shows a certificate.") : Optional.empty();
    }

    @Override
    public List<Outcome> check(OrderFacts facts) {
        Outcome pass = Outcome.pass("Every certificate shown is valid on the order date.");
        return OutcomesV1.orPass(
                facts.agreements().stream().flatMap(cited -> {
                    Agreement agreement = cited.agreement();
                    return agreement == null
                            ? Stream.of(cited.unknown())
                            : agreement.listedCertifications().stream()
                                    .flatMap(listed -> judge(facts, agreement, listed).stream());
                }),
                pass);
    }

    private static Optional<Outcome> judge(OrderFacts facts, Agreement agreement, Certificate listed) {
        LocalDate orderDate = facts.order().orderDate();
        if (listed.validOn(orderDate) || renewed(facts.contractor(), listed, orderDate)) {
            return Optional.empty();
        }
        LocalDate lastDay = listed.validThrough();
        if (lastDay == null) {
            return Optional.of(Outcome.undetermined(
                            "CMAS %s shows no last day for %s certificate %s.",
                            agreement.cmas(), listed.type(), listed.number())
                    .remedy("Verify the certificate in Cal eProcure."));
        }
        return Optional.of(Outcome.warn(
                        "%s certificate %s shown on CMAS %s is not valid on %s: it ran through %s and counts as none.",
                        listed.type(), listed.number(), agreement.cmas(), orderDate, lastDay)
                .with("validThrough", lastDay)
                .with("orderDate", orderDate)
                .remedy("Verify the certificate in Cal eProcure, or ask the contractor for a renewed one."));
    }

    private static boolean renewed(@Nullable Contractor contractor, Certificate listed, LocalDate day) {
        return contractor != null
                && contractor.certificates().stream().anyMatch(own -> own.type() == listed.type() && own.validOn(day));
    }
}
