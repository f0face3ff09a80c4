package org.opencmas.compliance.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.NewOrder.NewAttestation;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.orderbody.NewOrder.NewSubOrder;
import org.opencmas.orderbody.NewOrder.NewVerification;
import org.opencmas.orderbody.OrderFields;
import org.opencmas.orderbody.delivery.NewDelivery;
import org.opencmas.orderbody.particulars.NewParticulars;
import org.opencmas.orderbody.procurement.NewProcurement;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/**
 * The body of a check: the same as of an order that is placed, with {@code amends} when an amendment is to be checked.
 *
 * @param draft is taken so that the body of an order can be sent as it is; it changes nothing here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderToCheck(
        @Schema(format = "uuid") @Nullable String agencyId,

        @Schema(required = true, maxLength = 40) @Nullable String agencyOrderNumber,

        @Schema(required = true, format = "date") @Nullable String orderDate,

        @Schema(required = true, format = "uuid") @Nullable String contractorId,
        @Schema(maxLength = 100) @Nullable String contractNumber,
        @Schema(maxLength = 400) @Nullable String orderToLocation,

        @Schema(
                enumeration = {"INVOICE", "CAL_CARD"},
                defaultValue = "INVOICE")
        @Nullable
        String paymentMethod,

        @Schema(defaultValue = "0.00") @Nullable String tax,

        @Schema(defaultValue = "0.00") @Nullable String freight,

        @Nullable Boolean draft,

        @Schema(required = true, minItems = 1, maxItems = NewOrder.MAX_LINES) @Nullable
        List<@Nullable NewLine> lines,

        @Schema(maxItems = NewOrder.MAX_LINES) @Nullable List<@Nullable NewSubOrder> subOrders,
        @Nullable NewVerification certificationVerification,

        @Schema(maxItems = NewOrder.MAX_ATTESTATIONS) @Nullable
        List<@Nullable NewAttestation> attestations,

        @Nullable NewDelivery delivery,
        @Nullable NewProcurement procurement,
        @Nullable NewParticulars particulars,
        @Nullable Amends amends)
        implements CheckedBody, OrderFields {

    /**
     * Makes the check one of an amendment: the body is then the amended whole.
     *
     * @param orderDate the date on the original order
     * @param amendmentNumber 1, 2, 3
     * @param amendmentDate not before the order date, and not in the future
     * @param unchangedLineIds lines that keep the prices of the order date; all others take those of the amendment date
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AmendmentToCheck")
    record Amends(
            @Schema(required = true, format = "date") @Nullable
            String orderDate,

            @Schema(required = true, minimum = "1") @Nullable
            Integer amendmentNumber,

            @Schema(required = true, format = "date") @Nullable
            String amendmentDate,

            @Schema(maxItems = NewOrder.MAX_LINES) @Nullable List<@Nullable String> unchangedLineIds) {}

    @Override
    public void check(FieldReader fields, LocalDate today) {
        OrderReading.check(this, today, fields);
    }
}
