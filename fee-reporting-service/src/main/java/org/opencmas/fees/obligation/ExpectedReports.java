package org.opencmas.fees.obligation;

import java.util.Set;

/**
 * What was read of the reports expected of some agreements. It holds as long as the ledger stays locked.
 *
 * @param filed the reports that are filed, all those of the agreements from the earliest quarter asked for on
 * @param forActivity reports known to stay expected whatever becomes of the term, because an amount was posted to their quarters
 */
public record ExpectedReports(Set<AgreementQuarter> filed, Set<AgreementQuarter> forActivity) {
    public ExpectedReports {
        filed = Set.copyOf(filed);
        forActivity = Set.copyOf(forActivity);
    }

    /** The agreement's first quarter from the given one on, itself included, whose report is not filed. */
    public AgreementQuarter firstOpen(AgreementQuarter from) {
        AgreementQuarter open = from;
        while (filed.contains(open)) {
            open = open.next();
        }
        return open;
    }
}
