package org.opencmas.order.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** An approval, as a client sends it. */
record NewApproval(@Nullable String sameCompanyNote) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        note(fields);
    }

    @Nullable
    String note(FieldReader fields) {
        return fields.optionalText("/sameCompanyNote", sameCompanyNote, 1000);
    }
}
