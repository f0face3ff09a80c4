package org.opencmas.order.receipt;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What arrived or was done at one time, and what of it was accepted. It never changes; a correction is another receipt that replaces it.
 *
 * @param receiptNumber the agency's own number, one receipt of the order; null when it gave none
 * @param acceptedOn null when nothing of it was accepted
 * @param finalAcceptance whether all of the order is delivered and accepted with it, so that nothing is withheld any more
 * @param completedTaskIds the tasks that are complete with it
 * @param replaces the receipt that this one stands for; null for a first one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Receipt")
public record Receipt(
        UUID receiptId,
        @Nullable String receiptNumber,
        LocalDate receivedOn,
        @Nullable LocalDate acceptedOn,
        List<Line> lines,
        boolean finalAcceptance,
        List<String> completedTaskIds,
        @Nullable String note,
        @Nullable UUID replaces,
        Instant recordedAt,
        String recordedBy) {
    public Receipt {
        lines = List.copyOf(lines);
        completedTaskIds = List.copyOf(completedTaskIds);
    }

    /**
     * Of one line of the order.
     *
     * @param quantityAccepted at most what was received
     * @param reason why less was accepted; null when all was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReceiptLine")
    public record Line(
            String lineId,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
            BigDecimal quantityReceived,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
            BigDecimal quantityAccepted,

            @Nullable String reason) {}
}
