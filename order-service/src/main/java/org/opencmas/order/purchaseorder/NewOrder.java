package org.opencmas.order.purchaseorder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.CheckedBody;
import org.opencmas.problem.Fault;

/**
 * The body of an order as a client sends it. Every scalar is taken as text and read by {@link OrderReading}, so that one
 * answer names all that is wrong with all of them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "NewOrder",
        description = "A purchase order as the agency's system knows it; the same body can be checked beforehand.")
record NewOrder(
        @Schema(format = "uuid", description = "The ordering agency; the token's own when absent.") @Nullable
        String agencyId,

        @Schema(required = true, maxLength = 40, examples = "PO-2026-00117") @Nullable
        String agencyOrderNumber,

        @Schema(required = true, format = "date", description = "The date on the order.") @Nullable
        String orderDate,

        @Schema(required = true, format = "uuid") @Nullable String contractorId,

        @Schema(description = "What the agency printed as contract number; compared, never needed.", maxLength = 100)
        @Nullable
        String contractNumber,

        @Schema(maxLength = 400, description = "The contractor's location that the order goes to.") @Nullable
        String orderToLocation,

        @Schema(
                enumeration = {"INVOICE", "CAL_CARD"},
                defaultValue = "INVOICE")
        @Nullable
        String paymentMethod,

        @Schema(defaultValue = "0.00", examples = "126.88", description = "US dollars, at most two decimals.") @Nullable
        String tax,

        @Schema(defaultValue = "0.00", description = "US dollars, at most two decimals.") @Nullable
        String freight,

        @Schema(defaultValue = "false", description = "Keep it as a draft until its submission.") @Nullable
        Boolean draft,

        @Schema(required = true, minItems = 1, maxItems = OrderReading.MAX_LINES) @Nullable
        List<@Nullable NewLine> lines,

        @Schema(description = "The groups as the agency made them; compared with the ones made here.") @Nullable
        List<@Nullable NewSubOrder> subOrders,

        @Nullable NewVerification certificationVerification,
        @Schema(maxItems = 100) @Nullable List<@Nullable NewAttestation> attestations)
        implements CheckedBody {

    @Override
    public List<Fault> faults() {
        return OrderReading.faults(this);
    }

    boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    /** The same body with what an amendment keeps from the original filled in where it was left out. */
    NewOrder completedFrom(OrderDocument original) {
        return new NewOrder(
                orElse(agencyId, original.agencyId()),
                orElse(agencyOrderNumber, original.agencyOrderNumber()),
                orElse(orderDate, original.orderDate()),
                orElse(contractorId, original.contractorId()),
                contractNumber,
                orderToLocation,
                paymentMethod,
                tax,
                freight,
                draft,
                lines,
                subOrders,
                certificationVerification,
                attestations);
    }

    private static String orElse(@Nullable String given, Object kept) {
        return given == null ? kept.toString() : given;
    }

    /** The agency named by the body, or else the caller's own. */
    String agencyIdOr(UUID callersAgency) {
        return agencyId == null ? callersAgency.toString() : agencyId;
    }

    /** One line as the agency's system sends it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewOrderLine")
    record NewLine(
            @Schema(required = true, maxLength = 40, description = "The agency system's own id, unique in the order.")
            @Nullable
            String lineId,

            @Schema(required = true, examples = "4-06-78-0031A", description = "In any of the printings in use.")
            @Nullable
            String cmasNumber,

            @Schema(defaultValue = "false", description = "A non-schedule product.") @Nullable
            Boolean nsp,

            @Schema(maxLength = 100) @Nullable String itemId,

            @Schema(required = true, maxLength = 1000) @Nullable
            String description,

            @Schema(required = true, maxLength = 40, examples = "each") @Nullable
            String unit,

            @Schema(required = true, examples = "2", description = "Above 0, at most six decimals.") @Nullable
            String quantity,

            @Schema(required = true, examples = "499.00", description = "US dollars, at most six decimals.") @Nullable
            String unitPrice,

            @Schema(description = "Quantity times unit price, rounded half up to the cent; computed when absent.")
            @Nullable
            String amount,

            @Schema(
                    enumeration = {"GOODS", "SOFTWARE", "SERVICES", "TRAVEL"},
                    defaultValue = "GOODS")
            @Nullable
            String kind,

            @Nullable Boolean lumpSum,
            @Nullable Boolean publicWorks,

            @Schema(description = "The schedule lines that a non-schedule product serves.") @Nullable
            List<@Nullable String> supportsLineIds,

            @Schema(maxLength = 1000) @Nullable String nspReason,
            @Schema(maxLength = 400) @Nullable String orderToLocation) {}

    /** A group as the agency made it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewSubOrder")
    record NewSubOrder(
            @Schema(required = true) @Nullable Integer subNumber,
            @Schema(required = true) @Nullable String cmasNumber,
            @Schema(required = true) @Nullable String subtotalExcludingTax) {}

    /** The agency's check of a certificate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewCertificationVerification")
    record NewVerification(
            @Schema(required = true, format = "date") @Nullable
            String verifiedOn,

            @Schema(required = true, maxLength = 200) @Nullable
            String verifiedBy,

            @Schema(required = true, maxLength = 200) @Nullable
            String method,

            @Schema(required = true, maxLength = 200) @Nullable
            String result,

            @Schema(maxLength = 100) @Nullable String certificateNumber,
            @Schema(format = "date") @Nullable String validThrough) {}

    /** A person's statement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewAttestation")
    record NewAttestation(
            @Schema(required = true, maxLength = 60, description = "The id of the rule it is about.") @Nullable
            String rule,

            @Schema(required = true, maxLength = 2000) @Nullable
            String statement,

            @Schema(required = true, maxLength = 200) @Nullable
            String attestedBy,

            @Schema(required = true, format = "date") @Nullable
            String attestedOn,

            @Schema(maxLength = 1000) @Nullable String evidence) {}
}
