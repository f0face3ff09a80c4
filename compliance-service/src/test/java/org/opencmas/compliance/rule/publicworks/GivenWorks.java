package org.opencmas.compliance.rule.publicworks;

import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.time.LocalDate;
import java.util.List;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.License;
import org.opencmas.compliance.rule.purchaseorder.told.Particulars.PublicWorks;

/** What an order tells of its public works, for the tests of this chapter: an order of 10,000.00 with 4,000.00 or more of works. */
final class GivenWorks {
    private GivenWorks() {}

    /** 6,000.00 of goods and works of that amount. */
    static Given costing(String amount) {
        return order(line("1").costing("6000.00"), line("2").publicWorks().costing(amount));
    }

    static PublicWorks licensed(License... licenses) {
        return new PublicWorks(null, null, null, List.of(licenses), null, null);
    }

    static PublicWorks licensed(List<String> subcontractors, License... licenses) {
        return new PublicWorks(null, null, null, List.of(licenses), subcontractors, null);
    }

    static License prime(boolean active, LocalDate checkedOn, LocalDate validThrough) {
        return new License("Contractor, Inc.", true, "123456", "C-7", active, checkedOn, validThrough);
    }

    static License sub(String name, boolean active, LocalDate validThrough) {
        return new License(name, false, "654321", "C-10", active, LocalDate.of(2026, 3, 1), validThrough);
    }
}
