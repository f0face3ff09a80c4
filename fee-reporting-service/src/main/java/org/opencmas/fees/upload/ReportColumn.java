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
    CMAS_NUMBER("CMAS Number", false, "contractnumber", "cmascontractnumber"),
    AGENCY_NAME("Agency Name", true, "agency", "agencyorganization", "customername"),
    AGENCY_CLASS("State or Local", false, "agencytype", "statelocal", "stateorlocalagency"),
    BILLING_CODE("Agency Billing Code", false, "billingcode", "billcode", "statebillingcode"),
    ORDER_NUMBER("Purchase Order Number", true, "ponumber", "pono", "po", "ordernumber", "agencyordernumber"),
    AMENDMENT_NUMBER("Amendment Number", false, "amendment", "amendmentno", "poamendment", "poamendmentnumber"),
    ORDER_DATE("Purchase Order Date", true, "podate", "orderdate", "dateoforder", "purchaseorderdateissued"),
    TOTAL(
            "Total Excluding Tax and Freight",
            true,
            "totalpoamount",
            "totaldollarsperpo",
            "totaldollarsperpurchaseorder",
            "totallesstaxandfreight",
            "totalpoamountlesstaxandfreight",
            "amount",
            "totalamount"),
    TAX("Sales Tax", false, "tax", "salesandusetax"),
    FREIGHT("Freight", false, "shipping", "freightcharges"),
    FEE("Incentive Fee", false, "fee", "incentivefeedue"),
    RESELLER("Authorized Reseller", false, "reseller", "soldby"),
    CONTACT_NAME("Agency Contact", false, "agencycontactname", "contact", "contactname"),
    CONTACT_ADDRESS("Agency Address", false, "address", "agencycontactaddress"),
    CONTACT_PHONE("Agency Phone", false, "phone", "agencycontactphone");

    private final String title;
    private final boolean required;
    private final List<String> otherNames;

    ReportColumn(String title, boolean required, String... otherNames) {
        this.title = title;
        this.required = required;
        this.otherNames = List.of(otherNames);
    }

    /** As the template heads it. */
    public String title() {
        return title;
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
