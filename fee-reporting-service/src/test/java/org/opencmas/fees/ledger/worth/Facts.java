package org.opencmas.fees.ledger.worth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.facts.Agency;
import org.opencmas.fees.facts.Agreement;
import org.opencmas.fees.facts.Cause;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.OrderChange;
import org.opencmas.fees.rate.FeeRate;
import org.opencmas.fees.rate.FeeRates;
import org.opencmas.fees.rate.Rate;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Usd;

/** What the ledger's pure tests are told. */
public final class Facts {
    public static final CmasNumber AGREEMENT = CmasNumber.parse("4-20-56-0006B");
    public static final CmasNumber OTHER_AGREEMENT = CmasNumber.parse("3-16-84-0054A");
    public static final UUID ORDER = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    public static final UUID AGENCY = UUID.fromString("0190a000-0000-7000-8000-00000000a001");
    public static final UUID CONTRACTOR = UUID.fromString("0190a000-0000-7000-8000-00000000c001");
    public static final FeeRates RATES = new FeeRates(List.of(
            new FeeRate(LocalDate.of(2010, 1, 1), Rate.of("0.01"), "copy", Confidence.COPY_OF_OFFICIAL_TEXT),
            new FeeRate(LocalDate.of(2018, 7, 1), Rate.of("0.0125"), "assumed", Confidence.UNCONFIRMED)));

    private Facts() {}

    public static OrderChange change(
            int version, Cause cause, LocalDate orderDate, LocalDate effectiveOn, Map<CmasNumber, Usd> subtotals) {
        return new OrderChange(
                ORDER, version, cause, version - 1, AGENCY, "PO-1", orderDate, effectiveOn, CONTRACTOR, subtotals);
    }

    public static FeeFacts of(AgencyType buyer, List<Certificate> certificates, List<OrderChange> history) {
        return of(AGREEMENT, buyer, certificates, history);
    }

    public static FeeFacts of(
            CmasNumber agreement, AgencyType buyer, List<Certificate> certificates, List<OrderChange> history) {
        LocalDate start = LocalDate.of(1998, 1, 1);
        return new FeeFacts(
                agreement,
                history,
                Optional.of(new Agency(AGENCY, "City of Example", buyer)),
                Optional.of(new Agreement(agreement, CONTRACTOR, start, LocalDate.of(2030, 12, 31), null, start)),
                Optional.of(new Contractor(CONTRACTOR, "Example Roofing, Inc.", certificates)),
                RATES);
    }

    public static Certificate certificate(CertificationType type, String from, String through) {
        return new Certificate(type, "1234567", LocalDate.parse(from), LocalDate.parse(through));
    }
}
