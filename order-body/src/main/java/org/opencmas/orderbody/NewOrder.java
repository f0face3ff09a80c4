package org.opencmas.orderbody;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.orderbody.delivery.NewDelivery;
import org.opencmas.orderbody.particulars.NewCoding;
import org.opencmas.orderbody.particulars.NewParticulars;
import org.opencmas.orderbody.procurement.NewProcurement;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/**
 * The body of an order as a client sends it. Every scalar is taken as text and read by the one reader, so that one
 * answer names all that is wrong with all of them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewOrder(
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

        @Schema(defaultValue = "false") @Nullable Boolean draft,

        @Schema(required = true, minItems = 1, maxItems = MAX_LINES) @Nullable
        List<@Nullable NewLine> lines,

        @Nullable List<@Nullable NewSubOrder> subOrders,

        @Nullable NewVerification certificationVerification,
        @Schema(maxItems = MAX_ATTESTATIONS) @Nullable List<@Nullable NewAttestation> attestations,

        @Nullable NewDelivery delivery,
        @Nullable NewProcurement procurement,
        @Nullable NewParticulars particulars)
        implements CheckedBody {
    /** Most lines of an order, and most groups that it declares, inclusive. */
    public static final int MAX_LINES = 1000;
    /** Most attestations, inclusive. */
    public static final int MAX_ATTESTATIONS = 100;

    @Override
    public void check(FieldReader fields, LocalDate today) {
        new OrderBodyReader(this, OrderSender.anybody(today), null, fields).body();
    }

    /** Notes what is wrong with it as the amended whole of an order, whichever that is. */
    public void checkAsAmendment(FieldReader fields, LocalDate today) {
        new OrderBodyReader(this, OrderSender.anybody(today), OrderBodyReader.ANY_ORIGINAL, fields).body();
    }

    public boolean isDraft() {
        return Boolean.TRUE.equals(draft);
    }

    /** One line as the agency's system sends it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewOrderLine")
    public record NewLine(
            @Schema(required = true, maxLength = 40) @Nullable
            String lineId,

            @Schema(required = true) @Nullable String cmasNumber,

            @Schema(defaultValue = "false") @Nullable Boolean nsp,

            @Schema(maxLength = 100) @Nullable String itemId,

            @Schema(required = true, maxLength = 1000) @Nullable
            String description,

            @Schema(maxLength = 100) @Nullable String manufacturer,

            @Schema(required = true, maxLength = 40) @Nullable
            String unit,

            @Schema(required = true) @Nullable String quantity,

            @Schema(required = true) @Nullable String unitPrice,

            @Nullable String amount,

            @Schema(
                    enumeration = {"GOODS", "SOFTWARE", "SERVICES", "TRAVEL"},
                    defaultValue = "GOODS")
            @Nullable
            String kind,

            @Schema(
                    enumeration = {
                        "ARCHITECTURAL",
                        "ENGINEERING",
                        "ENVIRONMENTAL",
                        "FINANCIAL_AUDIT",
                        "LEGAL",
                        "FACILITY_PLANNING",
                        "REGISTERED_NURSING",
                        "SECURITY_GUARD",
                        "OTHER"
                    })
            @Nullable
            String serviceCategory,

            @Nullable Boolean lumpSum,
            @Nullable Boolean publicWorks,

            @Nullable List<@Nullable String> supportsLineIds,

            @Schema(maxLength = 1000) @Nullable String nspReason,
            @Schema(maxLength = 400) @Nullable String orderToLocation,
            @Nullable NewCoding coding) {}

    /** A group as the agency made it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewSubOrder")
    public record NewSubOrder(
            @Schema(required = true) @Nullable Integer subNumber,
            @Schema(required = true) @Nullable String cmasNumber,
            @Schema(required = true) @Nullable String subtotalExcludingTax) {}

    /** The agency's check of a certificate. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewCertificationVerification")
    public record NewVerification(
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
    public record NewAttestation(
            @Schema(required = true, maxLength = 60) @Nullable
            String rule,

            @Schema(required = true, maxLength = 2000) @Nullable
            String statement,

            @Schema(maxLength = 200) @Nullable String attestedBy,

            @Schema(required = true, format = "date") @Nullable
            String attestedOn,

            @Schema(maxLength = 1000) @Nullable String evidence,

            @Schema(minItems = 1, maxItems = MAX_LINES) @Nullable
            List<@Nullable String> lineIds) {}
}
