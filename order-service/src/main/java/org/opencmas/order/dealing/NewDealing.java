package org.opencmas.order.dealing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Dealings as they are sent. */
final class NewDealing {
    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 500;
    static final int LONGEST_FORM = 100;
    static final int LONGEST_NOTE = 1000;
    static final int LONGEST_PROVISION = 4000;

    private NewDealing() {}

    /** An order sent to the contractor. */
    @Schema(name = "NewDispatch")
    record NewDispatch(
            @Schema(
                    required = true,
                    enumeration = {"MAIL", "FAX", "FISCAL", "EMAIL", "EDI", "IN_PERSON"})
            @Nullable
            String method,

            @Schema(required = true, format = "date") @Nullable
            String sentOn,

            @Schema(required = true, maxLength = LONGEST_ADDRESS) @Nullable
            String sentTo,

            @Schema(maxLength = LONGEST_FORM) @Nullable String form) {}

    /** A word with the contractor about what is wrong with an order. */
    @Schema(name = "NewContractorContact")
    record NewContact(
            @Schema(required = true, maxLength = LONGEST_NAME) @Nullable
            String spokeWith,

            @Schema(required = true, format = "date") @Nullable
            String contactedOn,

            @Schema(required = true, maxLength = LONGEST_NOTE) @Nullable
            String about) {}

    /** A termination provision that both sides accepted before the order is issued. */
    @Schema(name = "NewNegotiatedProvision")
    record NewProvision(
            @Schema(required = true, maxLength = LONGEST_PROVISION) @Nullable
            String text,

            @Schema(required = true, maxLength = LONGEST_NAME) @Nullable
            String acceptedByAgency,

            @Schema(required = true, format = "date") @Nullable
            String agencyAcceptedOn,

            @Schema(required = true, maxLength = LONGEST_NAME) @Nullable
            String acceptedByContractor,

            @Schema(required = true, format = "date") @Nullable
            String contractorAcceptedOn) {}
}
