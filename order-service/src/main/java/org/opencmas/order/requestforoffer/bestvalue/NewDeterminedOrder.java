package org.opencmas.order.requestforoffer.bestvalue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.NewOrder.NewAttestation;
import org.opencmas.orderbody.NewOrder.NewVerification;
import org.opencmas.orderbody.OrderBody.PaymentMethod;
import org.opencmas.orderbody.delivery.NewDelivery;
import org.opencmas.orderbody.particulars.NewParticulars;
import org.opencmas.orderbody.procurement.NewProcurement.NewAgreementCopy;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** What a draft order says beside what its request for offer tells: contractor, lines, tax and freight are those of the offer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewDeterminedOrder")
record NewDeterminedOrder(
        @Schema(required = true, maxLength = 40) @Nullable String agencyOrderNumber,
        @Schema(format = "date") @Nullable String orderDate,
        @Schema(maxLength = 400) @Nullable String orderToLocation,

        @Schema(
                enumeration = {"INVOICE", "CAL_CARD"},
                defaultValue = "INVOICE")
        @Nullable
        String paymentMethod,

        @Nullable NewVerification certificationVerification,

        @Schema(maxItems = NewOrder.MAX_ATTESTATIONS) @Nullable
        List<@Nullable NewAttestation> attestations,

        @Nullable NewDelivery delivery,
        @Nullable NewParticulars particulars,
        @Nullable List<@Nullable NewAgreementCopy> agreementCopies,
        @Nullable Boolean clausesInOrder)
        implements CheckedBody {
    /** What is checked of an order itself, where the offer tells the rest. */
    @Override
    public void check(FieldReader fields, LocalDate today) {
        fields.identifier("/agencyOrderNumber", agencyOrderNumber, 40);
        if (orderDate != null) {
            fields.pastDate("/orderDate", orderDate, today);
        }
        fields.optionalText("/orderToLocation", orderToLocation, 400);
        fields.choice("/paymentMethod", paymentMethod, PaymentMethod.INVOICE);
    }
}
