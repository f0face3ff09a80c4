package org.opencmas.order.invoice.match;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.terms.Usd;

/**
 * Order, receipts and invoices beside each other, by line, as they stand now: it is made anew whenever it is asked for, so an amendment
 * shows at once.
 *
 * @param documentVersion the version of the order in force
 */
@Schema(name = "OrderMatch")
public record OrderMatch(UUID orderId, int documentVersion, List<Line> lines, List<Difference> differences) {
    public OrderMatch {
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
    }

    /**
     * One line of the order.
     *
     * @param amountAccepted what was accepted at the line's price, US dollars; never more than is ordered
     * @param amountBilled by all invoices that are not disputed, US dollars without tax
     */
    @Schema(name = "MatchedLine")
    public record Line(
            String lineId,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
            BigDecimal quantityOrdered,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
            BigDecimal quantityReceived,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING)
            BigDecimal quantityAccepted,

            Usd amountOrdered,
            Usd amountAccepted,
            Usd amountBilled) {}

    /** What is to be said of one invoice. */
    public List<Difference> of(UUID invoiceId) {
        return differences.stream()
                .filter(difference -> invoiceId.equals(difference.invoiceId()))
                .toList();
    }
}
