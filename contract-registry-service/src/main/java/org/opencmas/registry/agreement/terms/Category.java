package org.opencmas.registry.agreement.terms;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an agreement covers, coarsely; the list is closed so that CON-NSP-FLAG cannot be passed by a spelling. */
@Schema(name = "AgreementCategory")
public enum Category {
    HARDWARE(false),
    SOFTWARE(true),
    MAINTENANCE(false),
    TELECOMMUNICATIONS(false),
    CONSULTING_SERVICES(true),
    PERSONAL_SERVICES(true),
    OFFICE_SUPPLIES(true),
    FURNITURE(false),
    VEHICLES_AND_EQUIPMENT(false),
    OTHER_GOODS(false),
    OTHER_SERVICES(false);

    private final boolean withoutNsp;

    Category(boolean withoutNsp) {
        this.withoutNsp = withoutNsp;
    }

    /** True for what the provision for not specifically priced items is never written into (Guide s10 p21). */
    boolean withoutNsp() {
        return withoutNsp;
    }
}
