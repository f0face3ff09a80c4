package org.opencmas.registry.contractor.profile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Another company that takes orders in the contractor's name.
 *
 * @param authorizedFrom first day, inclusive
 * @param authorizedThrough last day, inclusive; null without an end
 */
@Schema(name = "AuthorizedReseller")
public record AuthorizedReseller(
        @NotBlank @Size(max = 200) String name,
        @Valid @Nullable Location location,
        @NotNull LocalDate authorizedFrom,
        @Nullable LocalDate authorizedThrough) {}
