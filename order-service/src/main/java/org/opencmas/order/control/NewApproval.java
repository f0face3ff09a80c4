package org.opencmas.order.control;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The body of an approval, as it is sent. */
@Schema(name = "NewOrderApproval")
record NewApproval(@Schema(maxLength = 1000) @Nullable String note) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        note(fields);
    }

    @Nullable
    String note(FieldReader fields) {
        return fields.optionalText("/note", note, 1000);
    }
}
