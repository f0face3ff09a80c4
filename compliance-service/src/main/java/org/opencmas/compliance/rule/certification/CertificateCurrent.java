package org.opencmas.compliance.rule.certification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.RuleText;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Outcomes;
import org.opencmas.compliance.rule.outcome.Pass;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.Certificate;
import org.opencmas.compliance.rule.purchaseorder.known.CitedAgreement;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;

/** CERT-EXPIRY: a warning when a certificate shown on the CMAS expired before the order date; its last day is still valid. */
public record CertificateCurrent() implements Rule<OrderFacts> {

    @Override
    public RuleText text() {
        return CertificationText.CERT_EXPIRY;
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
        Pass pass = Outcome.pass("Every certificate shown is valid on the order date.");
        return Outcomes.orPass(
                facts.agreements().stream().flatMap(cited -> {
                    Agreement agreement = cited.agreement();
                    return agreement == null
                            ? Stream.of(cited.unknown())
                            : agreement.listedCertifications().stream()
                                    .flatMap(listed -> judge(facts, agreement, listed).stream());
                }),
                pass);
    }

    private static Optional<Trouble> judge(OrderFacts facts, Agreement agreement, Certificate listed) {
        LocalDate orderDate = facts.order().orderDate();
        Optional<LocalDate> firstDay = firstDay(facts.contractor(), listed);
        boolean begun = firstDay.filter(orderDate::isBefore).isEmpty();
        if (listed.validOn(orderDate) && begun || renewed(facts.contractor(), listed, orderDate)) {
            return Optional.empty();
        }
        if (!begun) {
            return Optional.of(notYetValid(facts.order(), agreement, listed, firstDay.orElseThrow()));
        }
        if (facts.contractorNewsWaits()) {
            return Optional.of(Outcome.undetermined(
                            "News about the contractor could not be taken in here, so it is not known whether %s certificate %s is renewed.",
                            listed.type(), listed.number())
                    .remedy("Verify the certificate in Cal eProcure."));
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

    private static Trouble notYetValid(Order order, Agreement agreement, Certificate listed, LocalDate firstDay) {
        return Outcome.warn(
                        "%s certificate %s shown on CMAS %s is not valid on %s: it begins on %s and counts as none until then.",
                        listed.type(), listed.number(), agreement.cmas(), order.orderDate(), firstDay)
                .with("validFrom", firstDay)
                .with("orderDate", order.orderDate())
                .remedy("Verify in Cal eProcure whether an earlier certificate was valid.");
    }

    /** A CMAS shows when a certificate ends; when it begins is in the contractor's record. */
    private static Optional<LocalDate> firstDay(@Nullable Contractor contractor, Certificate listed) {
        if (listed.validFrom() != null) {
            return Optional.of(listed.validFrom());
        }
        return contractor == null
                ? Optional.empty()
                : contractor.certificates().stream()
                        .filter(own ->
                                own.type() == listed.type() && own.number().equals(listed.number()))
                        .flatMap(own -> Stream.ofNullable(own.validFrom()))
                        .min(Comparator.naturalOrder());
    }

    private static boolean renewed(@Nullable Contractor contractor, Certificate listed, LocalDate day) {
        return contractor != null
                && contractor.certificates().stream().anyMatch(own -> own.type() == listed.type() && own.validOn(day));
    }
}
