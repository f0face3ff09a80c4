package org.opencmas.order.payment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** That a payment came back, as a client sends it. */
record NewReversal(@Nullable String reversedOn, @Nullable String reason) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        fields.pastDate("/reversedOn", reversedOn, today);
        reason(fields);
    }

    String reason(FieldReader fields) {
        return fields.text("/reason", reason, 1000);
    }
}
