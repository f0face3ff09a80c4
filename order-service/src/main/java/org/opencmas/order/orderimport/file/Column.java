package org.opencmas.order.orderimport.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of a CSV file of orders: the field of an order's body, or of one of its lines, that it fills. */
enum Column {
    AGENCY_ORDER_NUMBER(Part.ORDER, "agencyOrderNumber"),
    ORDER_DATE(Part.ORDER, "orderDate"),
    CONTRACTOR_ID(Part.ORDER, "contractorId"),
    AGENCY_ID(Part.ORDER, "agencyId"),
    CONTRACT_NUMBER(Part.ORDER, "contractNumber"),
    ORDER_TO_LOCATION(Part.ORDER, "orderToLocation"),
    PAYMENT_METHOD(Part.ORDER, "paymentMethod"),
    TAX(Part.ORDER, "tax"),
    FREIGHT(Part.ORDER, "freight"),
    DRAFT(Part.ORDER, "draft", true),
    VERIFIED_ON(Part.VERIFICATION, "verifiedOn"),
    VERIFIED_BY(Part.VERIFICATION, "verifiedBy"),
    METHOD(Part.VERIFICATION, "method"),
    RESULT(Part.VERIFICATION, "result"),
    CERTIFICATE_NUMBER(Part.VERIFICATION, "certificateNumber"),
    VALID_THROUGH(Part.VERIFICATION, "validThrough"),
    LINE_ID(Part.LINE, "lineId"),
    CMAS_NUMBER(Part.LINE, "cmasNumber"),
    NSP(Part.LINE, "nsp", true),
    NSP_REASON(Part.LINE, "nspReason"),
    ITEM_ID(Part.LINE, "itemId"),
    DESCRIPTION(Part.LINE, "description"),
    MANUFACTURER(Part.LINE, "manufacturer"),
    UNIT(Part.LINE, "unit"),
    QUANTITY(Part.LINE, "quantity"),
    UNIT_PRICE(Part.LINE, "unitPrice"),
    AMOUNT(Part.LINE, "amount"),
    KIND(Part.LINE, "kind"),
    SERVICE_CATEGORY(Part.LINE, "serviceCategory"),
    LUMP_SUM(Part.LINE, "lumpSum", true),
    PUBLIC_WORKS(Part.LINE, "publicWorks", true);

    /** What of an order a column tells of. */
    enum Part {
        ORDER,
        /** The agency's check of the contractor's certificate. */
        VERIFICATION,
        LINE
    }

    private static final Map<String, Column> BY_TITLE = Arrays.stream(values())
            .collect(Collectors.toMap(column -> column.title.toLowerCase(Locale.ROOT), column -> column));

    private final Part part;
    private final String title;
    private final boolean truth;

    Column(Part part, String title) {
        this(part, title, false);
    }

    Column(Part part, String title, boolean truth) {
        this.part = part;
        this.title = title;
        this.truth = truth;
    }

    Part part() {
        return part;
    }

    /** Its name in the header, which is that of the field. */
    String title() {
        return title;
    }

    /** Whether its cells are true or false. */
    boolean isTruth() {
        return truth;
    }

    static Optional<Column> titled(String cell) {
        return Optional.ofNullable(BY_TITLE.get(cell.strip().toLowerCase(Locale.ROOT)));
    }

    static String titles() {
        return Arrays.stream(values()).map(Column::title).collect(Collectors.joining(", "));
    }
}
