package org.opencmas.order.purchaseorder.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.AmendmentReason;
import org.opencmas.orderbody.NewOrder;
import org.opencmas.orderbody.NewOrder.NewAttestation;
import org.opencmas.orderbody.NewOrder.NewLine;
import org.opencmas.orderbody.NewOrder.NewSubOrder;
import org.opencmas.orderbody.NewOrder.NewVerification;
import org.opencmas.orderbody.OrderFields;
import org.opencmas.orderbody.delivery.NewDelivery;
import org.opencmas.orderbody.particulars.NewParticulars;
import org.opencmas.orderbody.procurement.NewProcurement;
import org.opencmas.problem.Fault;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;

/**
 * The body of an amendment: the amended whole, not only what changes, with the date and the reason. What an amendment
 * never changes (agency, order number, order date, contractor) may be left out. Or only {@code fromRejection}, which
 * makes the whole out of the version in force and the contractor's right value.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewAmendment")
public record NewAmendment(
        @Schema(format = "date") @Nullable String amendmentDate,

        @Schema(maxLength = 1000) @Nullable String reason,

        @Schema(
                enumeration = {
                    "REJECTED_BY_CONTRACTOR",
                    "CORRECTION",
                    "QUANTITY",
                    "PRICE",
                    "SCOPE",
                    "TERM",
                    "AGREEMENT",
                    "FUNDING",
                    "OTHER"
                })
        @Nullable
        String reasonCode,

        @Schema(maxLength = 1000) @Nullable String contactNote,

        @Nullable NewContractorAgreement contractorAgreement,
        @Nullable Integer amendmentNumber,

        @Schema(defaultValue = "false") @Nullable Boolean fromRejection,

        @Schema(format = "uuid") @Nullable String agencyId,
        @Schema(maxLength = 40) @Nullable String agencyOrderNumber,
        @Schema(format = "date") @Nullable String orderDate,
        @Schema(format = "uuid") @Nullable String contractorId,
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

        @Schema(minItems = 1, maxItems = NewOrder.MAX_LINES) @Nullable
        List<@Nullable NewLine> lines,

        @Nullable List<@Nullable NewSubOrder> subOrders,
        @Nullable NewVerification certificationVerification,

        @Schema(maxItems = NewOrder.MAX_ATTESTATIONS) @Nullable
        List<@Nullable NewAttestation> attestations,

        @Nullable NewDelivery delivery,
        @Nullable NewProcurement procurement,
        @Nullable NewParticulars particulars)
        implements CheckedBody, OrderFields {

    @Override
    public void check(FieldReader fields, LocalDate today) {
        if (amendmentDate != null) {
            fields.pastDate("/amendmentDate", amendmentDate, today);
        }
        fields.optionalText("/reason", reason, 1000);
        fields.optionalText("/contactNote", contactNote, 1000);
        if (reasonCode != null) {
            fields.choice("/reasonCode", reasonCode, AmendmentReason.OTHER);
        }
        if (contractorAgreement != null) {
            contractorAgreement.read(fields, ProgramCalendar.FIRST_DAY, today);
        }
        if (!comesFromRejection()) {
            order().checkAsAmendment(fields, today);
        } else if (lines != null) {
            fields.fault(LINES_TOO);
        }
    }

    /** What is said of lines that come beside the contractor's right value. */
    public static final Fault LINES_TOO =
            new Fault("/lines", "is not taken together with fromRejection", "Leave out one of the two.");

    /**
     * What is said of the amendment itself, as it is sent.
     *
     * @param date the date on it
     * @param contactNote who spoke with the contractor before amending, and when
     * @param contractorAgreement that the contractor agreed to it
     */
    public record Header(
            @Nullable String date,
            @Nullable String reason,
            @Nullable String contactNote,
            @Nullable String reasonCode,
            @Nullable NewContractorAgreement contractorAgreement) {
        public boolean isEmpty() {
            return date == null
                    && reason == null
                    && contactNote == null
                    && reasonCode == null
                    && contractorAgreement == null;
        }
    }

    /** What the body says of the amendment itself. */
    public Header header() {
        return new Header(amendmentDate, reason, contactNote, reasonCode, contractorAgreement);
    }

    public boolean comesFromRejection() {
        return Boolean.TRUE.equals(fromRejection);
    }
}
