package org.opencmas.orderbody.particulars;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the buyer codes a line, as it is sent; see {@link Coding}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "NewLineCoding")
public record NewCoding(
        @Schema(enumeration = {"PERSONAL", "CONSULTING", "TECHNICAL"}) @Nullable
        String serviceKind,

        @Nullable Boolean networkDesign,
        @Nullable Boolean networkInfrastructure,
        @Nullable Boolean cableInstallation,
        @Nullable Boolean supply,
        @Nullable Boolean excludedByCmas,
        @Nullable NewAuthorization manufacturerAuthorization) {
    /** A manufacturer's authorization. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewManufacturerAuthorization")
    public record NewAuthorization(
            @Schema(required = true, maxLength = 400) @Nullable
            String document,

            @Schema(required = true, format = "date") @Nullable
            String issuedOn,

            @Schema(format = "date") @Nullable String validThrough) {}
}
