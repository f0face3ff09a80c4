package org.opencmas.compliance.rule.purchaseorder.known;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.outcome.Outcome;
import org.opencmas.compliance.rule.outcome.Trouble;
import org.opencmas.terms.CmasNumber;

/**
 * A CMAS that the order cites, with what is known of it.
 *
 * @param citedOn the day it was first ordered from: the order date, or the amendment date for a CMAS an amendment adds
 * @param agreement the CMAS as it stood on {@code citedOn}; null when no such agreement is known here for that day
 * @param onAmendmentDate the CMAS as it stood on the amendment date; null for an original order, or when not known
 * @param lookAlikes for an unknown number, known ones that differ in the suffix only or in letters and digits easily confused
 * @param newsWaiting true when news about the CMAS arrived here that could not be taken in; what was known before is then not given,
 *     since it may be out of date
 * @param onPriceDates the CMAS as it stood on each price date of its lines other than {@code citedOn}
 */
public record CitedAgreement(
        CmasNumber cmas,
        LocalDate citedOn,
        @Nullable Agreement agreement,
        @Nullable Agreement onAmendmentDate,
        List<CmasNumber> lookAlikes,
        boolean newsWaiting,
        List<OnDay> onPriceDates) {
    /** The CMAS as it stood on a day; null when no such agreement is known here for that day. */
    public record OnDay(LocalDate day, @Nullable Agreement agreement) {}

    /** Receipts of the first release do not say how the CMAS stood on its lines' price dates. */
    public CitedAgreement {
        onPriceDates = onPriceDates == null ? List.of() : onPriceDates;
    }

    /** A CMAS of which news is waiting. */
    public static CitedAgreement newsWaiting(CmasNumber cmas, LocalDate citedOn) {
        return new CitedAgreement(cmas, citedOn, null, null, List.of(), true, List.of());
    }

    /** The CMAS as it stood on the price date of one of its lines; null when that is not known here. */
    public @Nullable Agreement on(LocalDate priceDate) {
        for (OnDay known : onPriceDates) {
            if (known.day().equals(priceDate)) {
                return known.agreement();
            }
        }
        return priceDate.equals(citedOn) ? agreement : null;
    }

    public Trouble unknown() {
        return unknownOn(citedOn);
    }

    public Trouble unknownOn(LocalDate day) {
        if (newsWaiting) {
            return Outcome.undetermined(
                            "News about CMAS %s could not be taken in here, so what is known of it may be out of date.",
                            cmas)
                    .remedy("Submit again when the news is taken in, or attest to what CMAS %s says.", cmas);
        }
        return Outcome.undetermined("No CMAS %s is known here for %s.", cmas, day)
                .remedy("Submit again when the registry has sent CMAS %s, or correct the number.", cmas);
    }
}
