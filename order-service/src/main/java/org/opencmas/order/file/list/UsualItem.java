package org.opencmas.order.file.list;

import java.util.Arrays;
import java.util.Optional;
import org.opencmas.terms.Identifier;

/** What a procurement file usually holds (DOC-FILE, Guide s5 p14). */
public enum UsualItem {
    RFO("Request for offer"),
    RESPONSES("Responses"),
    COMPARISON("Comparison of offers"),
    CMAS_COPY("Copy of the CMAS"),
    CERTIFICATION_PROOF("Proof of certification"),
    LICENCE_PROOF("Proof of licence"),
    PURCHASE_ORDER("Purchase order"),
    AMENDMENTS("Amendments"),
    RESUMES("Resumes"),
    NSP_AUTHORIZATIONS("Authorizations of not specifically priced items"),
    BOND("Payment bond"),
    PERFORMANCE_BOND("Performance bond"),
    INVOICES("Invoices");

    private final String title;

    UsualItem(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The usual item of that name, however its letters are written. */
    public static Optional<UsualItem> named(String item) {
        String key = Identifier.keyOf(item);
        return Arrays.stream(values())
                .filter(usual -> Identifier.keyOf(usual.name()).equals(key))
                .findFirst();
    }
}
