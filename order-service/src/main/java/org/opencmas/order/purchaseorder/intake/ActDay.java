package org.opencmas.order.purchaseorder.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderDocument;
import org.opencmas.problem.body.FieldReader;

/**
 * The day on which something was done with the version in force: not before the date of that version, the order's or its last
 * amendment's, and not after today. A version that is dated later than today, as one could be once, is answered today.
 */
public final class ActDay {
    private ActDay() {}

    /** The day, which must be said; after a fault a harmless one. */
    public static LocalDate required(
            FieldReader fields, String pointer, @Nullable String raw, OrderDocument inForce, LocalDate today) {
        int faultsBefore = fields.faultCount();
        LocalDate day = fields.date(pointer, raw);
        if (fields.faultCount() > faultsBefore) {
            return day;
        }
        LocalDate dated = inForce.datedOn();
        LocalDate earliest = dated.isAfter(today) ? today : dated;
        if (day.isBefore(earliest) || day.isAfter(today)) {
            String whose = inForce.amendmentNumber() == 0 ? "the order" : "its last amendment";
            fields.fault(
                    pointer,
                    day + " is not between " + earliest + ", the date of " + whose + ", and today, " + today
                            + " in California");
        }
        return day;
    }

    /** The day; today when none is said. */
    public static LocalDate orToday(
            FieldReader fields, String pointer, @Nullable String raw, OrderDocument inForce, LocalDate today) {
        return raw == null ? today : required(fields, pointer, raw, inForce, today);
    }
}
