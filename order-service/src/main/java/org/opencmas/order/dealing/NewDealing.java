package org.opencmas.order.dealing;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;

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

            @Schema(maxLength = LONGEST_FORM) @Nullable String form)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields);
            fields.pastDate("/sentOn", sentOn, today);
        }

        /** What was read but the day, which has to do with the order; of no use when the fields hold a fault. */
        Dealing.Dispatch read(FieldReader fields) {
            return new Dealing.Dispatch(
                    fields.requiredChoice("/method", method, Dealing.Method.MAIL),
                    fields.text("/sentTo", sentTo, LONGEST_ADDRESS),
                    fields.optionalText("/form", form, LONGEST_FORM));
        }
    }

    /** A word with the contractor about what is wrong with an order. */
    @Schema(name = "NewContractorContact")
    record NewContact(
            @Schema(required = true, maxLength = LONGEST_NAME) @Nullable
            String spokeWith,

            @Schema(required = true, format = "date") @Nullable
            String contactedOn,

            @Schema(required = true, maxLength = LONGEST_NOTE) @Nullable
            String about)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields);
            fields.pastDate("/contactedOn", contactedOn, today);
        }

        /** What was read but the day, which has to do with the order; of no use when the fields hold a fault. */
        Dealing.Contact read(FieldReader fields) {
            return new Dealing.Contact(
                    fields.text("/spokeWith", spokeWith, LONGEST_NAME), fields.text("/about", about, LONGEST_NOTE));
        }
    }

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
            String contractorAcceptedOn)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields, today);
        }

        /** What was read; of no use when the fields hold a fault. */
        Dealing.NegotiatedProvision read(FieldReader fields, LocalDate today) {
            return new Dealing.NegotiatedProvision(
                    fields.text("/text", text, LONGEST_PROVISION),
                    fields.text("/acceptedByAgency", acceptedByAgency, LONGEST_NAME),
                    fields.pastDate("/agencyAcceptedOn", agencyAcceptedOn, today),
                    fields.text("/acceptedByContractor", acceptedByContractor, LONGEST_NAME),
                    fields.pastDate("/contractorAcceptedOn", contractorAcceptedOn, today));
        }
    }
}
