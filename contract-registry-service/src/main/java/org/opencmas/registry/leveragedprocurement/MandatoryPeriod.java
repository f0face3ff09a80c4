package org.opencmas.registry.leveragedprocurement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Days on which an agreement has to be used (EXM-MANDATORY-FLAG): a flag of each agreement, never of its type.
 *
 * @param scope for which goods and services, in words; null for all that it covers
 * @param from first day, inclusive
 * @param through last day, inclusive; null without an end
 */
@Schema(name = "LpaMandatoryPeriod")
record MandatoryPeriod(
        @NotNull LpaBuyer buyers,
        @Size(max = 1_000) @Nullable String scope,
        @NotNull LocalDate from,
        @Nullable LocalDate through) {

    /** Both days count. */
    @JsonIgnore
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }
}
