package org.opencmas.registry.leveragedprocurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.registry.program.WebAddress;

/**
 * What an agreement's User Instructions ask before it may be left aside (EXM-USER-INSTRUCTIONS, Technology Letter, Process): steps of DGS, a
 * track of its own beside the Technology Agency's.
 *
 * @param link where they are
 * @param retrievedOn the day on which they were read there, not in the future
 * @param dgsSteps in their order; empty when they ask for none
 */
@Schema(name = "LpaUserInstructions")
record UserInstructions(
        @NotNull @Pattern(regexp = WebAddress.PATTERN, message = WebAddress.MESSAGE)
        String link,

        @NotNull LocalDate retrievedOn,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 1_000) String> dgsSteps) {}
