package org.opencmas.fees.obligation;

import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;

/** What one report is about: an agreement and a calendar quarter (RPT-PER-CMAS). */
public record AgreementQuarter(CmasNumber agreement, CalendarQuarter quarter) {
    AgreementQuarter next() {
        return new AgreementQuarter(agreement, quarter.next());
    }
}
