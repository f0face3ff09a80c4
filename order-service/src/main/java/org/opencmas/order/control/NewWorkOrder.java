package org.opencmas.order.control;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The body that stops work or has it go on, as it is sent. */
@Schema(name = "NewWorkOrder")
record NewWorkOrder(
        @Schema(required = true, format = "date") @Nullable String effectiveOn,

        @Schema(required = true, maxLength = 1000) @Nullable String reason)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        fields.pastDate("/effectiveOn", effectiveOn, today);
        reason(fields);
    }

    String reason(FieldReader fields) {
        return fields.text("/reason", reason, 1000);
    }
}
