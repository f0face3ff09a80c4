package org.opencmas.order.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** Why an invoice goes back, as a client sends it. */
record NewDispute(@Nullable String reason, @Nullable String disputedOn) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        reason(fields);
        if (disputedOn != null) {
            fields.pastDate("/disputedOn", disputedOn, today);
        }
    }

    String reason(FieldReader fields) {
        return fields.text("/reason", reason, 1000);
    }
}
