package org.opencmas.order.file;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** What the agency says of one item of an order's file, as it is sent. */
record NewFileItem(
        @Nullable String item,
        @Nullable String keptAt,
        @Nullable String notApplicableReason) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        read(fields);
    }

    /** What was read; of no use when the fields hold a fault. */
    record Read(
            String item, @Nullable String kept, @Nullable String reason) {}

    Read read(FieldReader fields) {
        String named = fields.identifier("/item", item, 60);
        String kept = fields.optionalText("/keptAt", keptAt, 400);
        String reason = fields.optionalText("/notApplicableReason", notApplicableReason, 400);
        if (kept == null && reason == null) {
            fields.fault(
                    "/keptAt",
                    "is missing",
                    "Say where the item is kept, or in notApplicableReason why it does not apply to the order.");
        } else if (kept != null && reason != null) {
            fields.fault(
                    "/notApplicableReason",
                    "comes with keptAt, but what is kept applies to the order",
                    "Send one of the two.");
        }
        return new Read(named, kept, reason);
    }
}
