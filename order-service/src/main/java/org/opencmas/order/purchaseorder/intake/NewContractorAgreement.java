package org.opencmas.order.purchaseorder.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.order.purchaseorder.document.ContractorAgreement;
import org.opencmas.problem.body.FieldReader;

/** The contractor's agreement to an amendment, as it is sent; see {@link ContractorAgreement}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewContractorAgreement")
public record NewContractorAgreement(
        @Schema(required = true, maxLength = 200) @Nullable String agreedBy,

        @Schema(required = true, format = "date") @Nullable String agreedOn,

        @Schema(maxLength = 4000) @Nullable String terminationProvision) {

    /** @param orderDate the first day on which there was something to agree to */
    public ContractorAgreement read(FieldReader fields, LocalDate orderDate, LocalDate today) {
        String by = fields.text("/contractorAgreement/agreedBy", agreedBy, 200);
        int before = fields.faultCount();
        LocalDate on = fields.pastDate("/contractorAgreement/agreedOn", agreedOn, today);
        if (fields.faultCount() == before && on.isBefore(orderDate)) {
            fields.fault("/contractorAgreement/agreedOn", on + " is before " + orderDate + ", the date of the order");
        }
        String provision = fields.optionalText("/contractorAgreement/terminationProvision", terminationProvision, 4000);
        return new ContractorAgreement(by, on, provision);
    }
}
