package org.opencmas.order.control;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** What is meant in spite of a doubt, as it is sent. */
@Schema(name = "NewConfirmations")
record NewConfirmations(
        @Schema(required = true, minItems = 1, maxItems = MOST) @Nullable
        List<@Nullable NewConfirmation> confirmations) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        ConfirmDoubts.read(fields, this, null);
    }

    /** Most doubts that are confirmed at once, inclusive. */
    static final int MOST = 1000;

    /** One of them. */
    @Schema(name = "NewConfirmation")
    record NewConfirmation(
            @Schema(required = true, maxLength = 60) @Nullable
            String kind,

            @Schema(required = true, maxLength = 200) @Nullable
            String pointer,

            @Schema(required = true, maxLength = 1000) @Nullable
            String explanation) {}
}
