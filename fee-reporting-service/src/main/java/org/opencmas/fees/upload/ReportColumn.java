package org.opencmas.fees.upload;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of the report (practice 1.3 to 1.9). A header is known by its letters and digits alone, in any case, and by the other names
 * that contractors' own workbooks and the old form give it.
 */
public enum ReportColumn {
    CMAS_NUMBER("CMAS Number", "cmasNumber", false, "contractnumber", "cmascontractnumber"),
    AGENCY_NAME("Agency Name", "agencyName", true, "agency", "agencyorganization", "customername"),
    AGENCY_CLASS("State or Local", "agencyClass", false, "agencytype", "statelocal", "stateorlocalagency"),
    BILLING_CODE("Agency Billing Code", "agencyBillingCode", false, "billingcode", "billcode", "statebillingcode"),
    ORDER_NUMBER(
            "Purchase Order Number",
            "purchaseOrderNumber",
            true,
            "ponumber",
            "pono",
            "po",
            "ordernumber",
            "agencyordernumber"),
    AMENDMENT_NUMBER(
            "Amendment Number",
            "amendmentNumber",
            false,
            "amendment",
            "amendmentno",
            "poamendment",
            "poamendmentnumber"),
    ORDER_DATE(
            "Purchase Order Date",
            "purchaseOrderDate",
            true,
            "podate",
            "orderdate",
            "dateoforder",
            "purchaseorderdateissued"),
    TOTAL(
            "Total Excluding Tax and Freight",
            "total",
            true,
            "totalpoamount",
            "totaldollarsperpo",
            "totaldollarsperpurchaseorder",
            "totallesstaxandfreight",
            "totalpoamountlesstaxandfreight",
            "amount",
            "totalamount"),
    TAX("Sales Tax", "tax", false, "tax", "salesandusetax"),
    FREIGHT("Freight", "freight", false, "shipping", "freightcharges"),
    FEE("Incentive Fee", "fee", false, "fee", "incentivefeedue"),
    RESELLER("Authorized Reseller", "reseller", false, "reseller", "soldby"),
    CONTACT_NAME("Agency Contact", "agencyContact", false, "agencycontactname", "contact", "contactname"),
    CONTACT_ADDRESS("Agency Address", "agencyAddress", false, "address", "agencycontactaddress"),
    CONTACT_PHONE("Agency Phone", "agencyPhone", false, "phone", "agencycontactphone");

    private final String title;
    private final String field;
    private final boolean required;
    private final List<String> otherNames;

    ReportColumn(String title, String field, boolean required, String... otherNames) {
        this.title = title;
        this.field = field;
        this.required = required;
        this.otherNames = List.of(otherNames);
    }

    /** As the template heads it. */
    public String title() {
        return title;
    }

    /** The field of a row in JSON that a column's title stands for; empty for another text. */
    public static String fieldOf(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title))
                .map(column -> column.field)
                .findFirst()
                .orElse("");
    }

    boolean isRequired() {
        return required;
    }

    /** The column that a header means; empty for one that is not known. */
    static Optional<ReportColumn> of(String header) {
        String name = plain(header);
        return Arrays.stream(values())
                .filter(column -> plain(column.title).equals(name) || column.otherNames.contains(name))
                .findFirst();
    }

    private static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
