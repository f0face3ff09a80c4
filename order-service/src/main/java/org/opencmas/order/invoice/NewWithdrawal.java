package org.opencmas.order.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** Why a dispute is taken back, as a client sends it. */
record NewWithdrawal(@Nullable String reason, @Nullable String withdrawnOn) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        reason(fields);
        if (withdrawnOn != null) {
            fields.pastDate("/withdrawnOn", withdrawnOn, today);
        }
    }

    String reason(FieldReader fields) {
        return fields.text("/reason", reason, 1000);
    }
}
