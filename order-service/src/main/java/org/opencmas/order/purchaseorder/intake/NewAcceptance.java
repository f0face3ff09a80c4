package org.opencmas.order.purchaseorder.intake;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/**
 * The body of a contractor's acceptance, as it is sent.
 *
 * @param acceptedOn today when absent
 */
@Schema(name = "NewAcceptance")
public record NewAcceptance(
        @Schema(format = "date") @Nullable String acceptedOn) implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        if (acceptedOn != null) {
            fields.pastDate("/acceptedOn", acceptedOn, today);
        }
    }
}
