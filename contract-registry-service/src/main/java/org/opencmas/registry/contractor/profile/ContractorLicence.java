package org.opencmas.registry.contractor.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contractor's licence as somebody looked it up (CON-LICENCE-ON-CMAS, Guide s11 p22). It takes nothing off the agency, which looks the
 * licence up itself before an order of public works (PW-LICENCE-VERIFY).
 *
 * @param number the licence's number
 * @param classes as the licence board writes them (A, B, C-10); at least one
 * @param issuedOn first day, inclusive; null when not known
 * @param expiresOn last day, inclusive; null when not known
 * @param source where it was looked up
 * @param checkedOn the day it was looked up, not in the future
 */
@Schema(name = "ContractorLicence")
public record ContractorLicence(
        @NotBlank @Size(max = 30) String number,

        @NotNull @Size(min = 1, max = 50)
        List<@NotNull @Pattern(regexp = "[A-D](-[0-9]{1,2})?", message = "must be a class such as A, B or C-10") String>
                classes,

        @NotNull Status status,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        @NotBlank @Size(max = 100) String source,
        @NotNull LocalDate checkedOn) {

    /** What the licence board says of it. */
    @Schema(name = "ContractorLicenceStatus")
    public enum Status {
        ACTIVE,
        INACTIVE,
        SUSPENDED,
        EXPIRED,
        REVOKED
    }

    /** Whether it allows work on a day: active when it was looked up, and the day within its days, both inclusive. */
    @JsonIgnore
    public boolean isGoodOn(LocalDate day) {
        return status == Status.ACTIVE
                && (issuedOn == null || !day.isBefore(issuedOn))
                && (expiresOn == null || !day.isAfter(expiresOn));
    }
}
