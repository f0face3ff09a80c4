package org.opencmas.order.orderimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.answer.Problem;
import org.opencmas.sql.StorableJson;

/**
 * What became of one order of a file.
 *
 * @param row the first line of the file that tells of it, counted from 1
 * @param agencyOrderNumber as it was sent; null where none could be read
 * @param orderId the order that was placed, or that was there; null when it was refused
 * @param problem why it was refused, as an order that comes alone would be answered; null when it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OrderImportResult")
record OrderResult(
        int row,
        State state,
        @Nullable String agencyOrderNumber,
        @Nullable UUID orderId,

        @JsonRawValue @Schema(ref = "#/components/schemas/Problem") @Nullable
        String problem) {
    /** What became of it. */
    @Schema(name = "OrderImportResultState")
    enum State {
        PLACED,
        /** It was there already and says the same; nothing was done. */
        UNCHANGED,
        REFUSED
    }

    static OrderResult refused(int row, @Nullable String number, Refusal refusal) {
        return new OrderResult(row, State.REFUSED, number, null, StorableJson.of(OrderJson.write(Problem.of(refusal))));
    }
}
