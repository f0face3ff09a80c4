package org.opencmas.registry.contractor.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contractor's Seller's Permit as somebody looked it up (CON-SELLERS-PERMIT, Guide s4 p11). It is asked for where products are bought,
 * and only information where services alone are.
 *
 * @param number the permit's number
 * @param validFrom first day, inclusive; null when not known
 * @param closedOn the first day on which it is not valid any more; null as long as it is not closed
 * @param source where it was looked up
 * @param checkedOn the day it was looked up, not in the future
 */
@Schema(name = "SellersPermit")
public record SellersPermit(
        @NotBlank @Size(max = 30) String number,
        @NotNull Status status,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate closedOn,
        @NotBlank @Size(max = 100) String source,
        @NotNull LocalDate checkedOn) {

    /** What the tax administration says of it. */
    @Schema(name = "SellersPermitStatus")
    public enum Status {
        VALID,
        NOT_VALID
    }

    /** Whether it is valid on a day: from {@code validFrom} on, inclusive, and until {@code closedOn}, exclusive. */
    @JsonIgnore
    public boolean isGoodOn(LocalDate day) {
        return status == Status.VALID
                && (validFrom == null || !day.isBefore(validFrom))
                && (closedOn == null || day.isBefore(closedOn));
    }
}
