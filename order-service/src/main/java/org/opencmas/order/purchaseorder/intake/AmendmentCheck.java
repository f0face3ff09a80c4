package org.opencmas.order.purchaseorder.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.orderbody.NewOrder;

/** An amended whole as compliance's check of an order takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AmendmentCheck")
public record AmendmentCheck(@JsonUnwrapped NewOrder order, Amends amends) {
    /**
     * What makes it the check of an amendment.
     *
     * @param unchangedLineIds lines that say the same as in the version in force
     */
    @Schema(name = "AmendmentChecked")
    public record Amends(
            LocalDate orderDate, int amendmentNumber, LocalDate amendmentDate, List<String> unchangedLineIds) {
        public Amends {
            unchangedLineIds = List.copyOf(unchangedLineIds);
        }
    }
}
