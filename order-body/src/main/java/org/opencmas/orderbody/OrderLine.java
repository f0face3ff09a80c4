package org.opencmas.orderbody;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.particulars.Coding;
import org.opencmas.orderbody.particulars.Particulars.AdvanceBasis;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProcurementKind;
import org.opencmas.terms.Usd;

/**
 * One line as the agency means it, before it has a place in a document: it knows no sub number and no day of its price.
 *
 * @param lineId the agency system's own id, unique within the order
 * @param cmasNumberAsPrinted the number as the agency wrote it, when that differs from the canonical form
 * @param nsp whether the line is not specifically priced (NSP): an item off the price list
 * @param manufacturer who makes it, if said; compared with nothing
 * @param quantity above 0, at most six decimals
 * @param unitPrice in US dollars, at most six decimals
 * @param amount quantity times unit price, rounded half up to the cent; never 0.00 unless the price is
 * @param serviceCategory which kind of service it buys; null when it is not told
 * @param supportsLineIds the priced lines that an NSP line supports, by their ids as those lines spell them
 * @param coding how the buyer codes the line; null when it does not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderLine(
        String lineId,
        CmasNumber cmasNumber,
        @Nullable String cmasNumberAsPrinted,
        boolean nsp,
        @Nullable String itemId,
        String description,
        @Nullable String manufacturer,
        String unit,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(type = SchemaType.STRING, pattern = "^\\d{1,12}(\\.\\d{1,6})?$")
        BigDecimal quantity,

        Usd unitPrice,
        Usd amount,
        LineKind kind,
        @Nullable ServiceCategory serviceCategory,
        boolean lumpSum,
        boolean publicWorks,
        List<String> supportsLineIds,
        @Nullable String nspReason,
        @Nullable String orderToLocation,
        @Nullable Coding coding) {
    public OrderLine {
        supportsLineIds = List.copyOf(supportsLineIds);
    }

    /**
     * Whether both say the same, however the agency wrote the CMAS number and the case of the line's id. A category of service that is told
     * later changes nothing of what is bought.
     */
    public boolean saysTheSameAs(OrderLine other) {
        return plain().equals(other.plain());
    }

    /**
     * Whether what the line buys can be paid in advance on that basis, where the order says so: never goods, which are paid when they are accepted,
     * and never travel (Guide s6 p15). A subscription is one of software: a line of software, or of services under an agreement for information
     * technology; a reading, since the guide names software maintenance, which is often ordered as a service. The database holds the same.
     */
    public boolean isPayableInAdvance(AdvanceBasis basis) {
        return switch (basis) {
            case SUBSCRIPTION ->
                kind == LineKind.SOFTWARE || kind == LineKind.SERVICES && cmasNumber.kind() == ProcurementKind.IT;
            case WARRANTY -> kind == LineKind.SOFTWARE || kind == LineKind.SERVICES;
            case GC_11019 -> kind == LineKind.SERVICES;
        };
    }

    private OrderLine plain() {
        return new OrderLine(
                Identifier.keyOf(lineId),
                cmasNumber,
                null,
                nsp,
                itemId,
                description,
                manufacturer,
                unit,
                quantity,
                unitPrice,
                amount,
                kind,
                null,
                lumpSum,
                publicWorks,
                supportsLineIds,
                nspReason,
                orderToLocation,
                coding);
    }
}
