package org.opencmas.fees.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.terms.AgencyClass;
import org.opencmas.terms.Usd;

/**
 * One row of a contractor's report, whatever way it came in.
 *
 * @param agencyBillingCode five digits of a State buyer's order; null of a local one (practice 1.6)
 * @param amendmentNumber 0 for the original order
 * @param purchaseOrderDate when the order was issued, not received or invoiced (practice 1.5)
 * @param total dollars before tax and freight; of an amendment what it adds or takes away
 * @param tax null where it is not told; never part of the total
 * @param freight null where it is not told; never part of the total
 * @param fee the incentive fee as the contractor works it out; null where it leaves that to the suite
 * @param reseller the authorized reseller that made the sale; null for the contractor's own (practice 1.9)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReportRow")
public record ReportedRow(
        @NotBlank @Size(max = 200) String agencyName,
        @NotNull AgencyClass agencyClass,
        @Nullable @Size(max = 20) String agencyBillingCode,
        @NotBlank @Size(max = 200) String purchaseOrderNumber,
        @Min(0) @Max(9999) int amendmentNumber,
        @NotNull LocalDate purchaseOrderDate,
        @NotNull Usd total,
        @Nullable Usd tax,
        @Nullable Usd freight,
        @Nullable Usd fee,
        @Nullable @Size(max = 500) String reseller,
        @Nullable @Size(max = 500) String agencyContact,
        @Nullable @Size(max = 500) String agencyAddress,
        @Nullable @Size(max = 500) String agencyPhone) {}
