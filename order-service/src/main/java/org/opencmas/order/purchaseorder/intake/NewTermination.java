package org.opencmas.order.purchaseorder.intake;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** The body of a termination, as it is sent. */
@Schema(name = "NewTermination")
public record NewTermination(
        @Schema(
                required = true,
                enumeration = {"CONVENIENCE", "DEFAULT", "FUNDING", "NEGOTIATED"})
        @Nullable
        String ground,

        @Schema(required = true, format = "date") @Nullable String terminatedOn,

        @Schema(required = true, maxLength = 1000) @Nullable String reason,

        @Nullable List<@Nullable NewRemaining> remainingSubOrders)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        ground(fields);
        fields.pastDate("/terminatedOn", terminatedOn, today);
        reason(fields);
        for (int i = 0; remainingSubOrders != null && i < remainingSubOrders.size(); i++) {
            NewRemaining one = remainingSubOrders.get(i);
            String at = "/remainingSubOrders/" + i;
            if (one == null || one.subNumber() == null) {
                fields.fault(at + "/subNumber", "is missing");
            } else {
                fields.money(at + "/amount", one.amount(), 2);
            }
        }
    }

    /** Its name; which grounds there are is for the rules. */
    public String ground(FieldReader fields) {
        return fields.text("/ground", ground, 60);
    }

    /** Why, in the agency's words. */
    public String reason(FieldReader fields) {
        return fields.text("/reason", reason, 1000);
    }

    /** The worth that stays with one group, as it is sent. */
    @Schema(name = "NewRemaining")
    public record NewRemaining(
            @Schema(required = true) @Nullable Integer subNumber,

            @Schema(required = true) @Nullable String amount) {}
}
