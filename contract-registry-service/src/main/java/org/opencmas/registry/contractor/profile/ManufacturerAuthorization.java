package org.opencmas.registry.contractor.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A manufacturer's word that the contractor may sell its products.
 *
 * @param products which of them, in words; null for all
 * @param authorizedFrom first day, inclusive
 * @param authorizedThrough last day, inclusive; null without an end
 * @param source the letter or the page that says so
 * @param checkedOn the day it was seen, not in the future
 */
@Schema(name = "ManufacturerAuthorization")
public record ManufacturerAuthorization(
        @NotBlank @Size(max = 200) String manufacturer,
        @Size(max = 500) @Nullable String products,
        @NotNull LocalDate authorizedFrom,
        @Nullable LocalDate authorizedThrough,
        @NotBlank @Size(max = 200) String source,
        @NotNull LocalDate checkedOn) {}
