package org.opencmas.order.requestforoffer.acts;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** Why a request for offer is given up, as it is sent. */
@Schema(name = "NewCancellation")
record NewCancellation(
        @Schema(required = true, maxLength = 1000) @Nullable String reason) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        reason(fields);
    }

    String reason(FieldReader fields) {
        return fields.text("/reason", reason, 1000);
    }
}
