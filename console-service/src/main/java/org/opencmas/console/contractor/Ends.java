package org.opencmas.console.contractor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.console.client.Registry.Certificate;
import org.opencmas.console.client.department.Contractors.ListedContractor;

/**
 * A contractor with the certificate of each kind that is valid longest, since an earlier one is of the past.
 *
 * @param certificates by their last day
 */
record Ends(ListedContractor contractor, List<End> certificates) {
    private static final int SOON_DAYS = 90;

    /**
     * @param tone the class of its tag: over, over within 90 days, or valid
     * @param word the same in words
     */
    record End(Certificate certificate, String tone, String word) {}

    static Ends of(ListedContractor contractor, LocalDate today) {
        Map<String, Certificate> longest = new HashMap<>();
        contractor
                .certificates()
                .forEach(each -> longest.merge(
                        each.type(), each, (a, b) -> b.validThrough().isAfter(a.validThrough()) ? b : a));
        return new Ends(
                contractor,
                longest.values().stream()
                        .sorted(Comparator.comparing(Certificate::validThrough))
                        .map(each -> end(each, today))
                        .toList());
    }

    private static End end(Certificate certificate, LocalDate today) {
        if (certificate.validThrough().isBefore(today)) {
            return new End(certificate, "tag-bad", "Ended");
        }
        return certificate.validThrough().isAfter(today.plusDays(SOON_DAYS))
                ? new End(certificate, "tag-good", "Valid")
                : new End(certificate, "tag-warn", "Ends soon");
    }
}
