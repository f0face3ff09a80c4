package org.opencmas.fees.ledger.worth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.opencmas.fees.facts.Certificate;

/**
 * The fee is waived when the contractor's small-business certificate is valid on the order date, first and last day included.
 *
 * <p>Guide s6 p15 (FEE-SB-WAIVER). Readings: the order date counts, since the Guide names no day; a microbusiness is a kind of
 * small business, so it is waived too; a DVBE or nonprofit certificate alone does not waive, since no text says so.
 */
public final class SmallBusinessWaiver {
    private SmallBusinessWaiver() {}

    /** The certificate that waives the fee of an order of that date, if there is one. */
    public static Optional<Certificate> on(LocalDate orderDate, List<Certificate> certificates) {
        return certificates.stream()
                .filter(certificate -> certificate.type().waivesIncentiveFee())
                .filter(certificate -> certificate.isValidOn(orderDate))
                .findFirst();
    }
}
