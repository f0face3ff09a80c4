package org.opencmas.order.invoice;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

/** An invoice as a client sends it. */
record NewInvoice(
        @Nullable String invoiceNumber,
        @Nullable String invoicedOn,
        @Nullable String receivedOn,
        @Nullable NewNames names,
        @Nullable List<@Nullable NewLine> lines,
        @Nullable String freight,
        @Nullable List<@Nullable NewTradedIn> tradeIns,
        @Nullable String total,
        @Nullable Boolean consumablesIncluded,
        @Nullable String progressReport,
        @Nullable String correctionReason)
        implements CheckedBody {
    @Override
    public void check(FieldReader fields, LocalDate today) {
        InvoiceReading.check(this, today, fields);
    }

    /** The company's three names. */
    record NewNames(
            @Nullable String onInvoice,
            @Nullable String onOrder,
            @Nullable String onAgreement) {}

    /** One line. */
    record NewLine(
            @Nullable String lineId,
            @Nullable String orderLineId,
            @Nullable String type,
            @Nullable String description,
            @Nullable String quantity,
            @Nullable String amount,
            @Nullable String tax,
            @Nullable String serviceFrom,
            @Nullable String serviceThrough,
            @Nullable NewAdvance advance) {}

    /** What is subtracted for a thing taken in part payment. */
    @Schema(name = "NewInvoiceTradeIn")
    record NewTradedIn(
            @Nullable String description, @Nullable String amount) {}

    /** Why a line may be paid before what it is for. */
    record NewAdvance(@Nullable String basis, @Nullable String provision) {}
}
