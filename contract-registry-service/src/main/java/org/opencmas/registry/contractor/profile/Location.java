package org.opencmas.registry.contractor.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place orders can be sent to.
 *
 * @param name what the contractor calls it ("Headquarters")
 * @param state two capital letters
 * @param zip five digits, or nine with a hyphen
 */
@Schema(name = "ContractorLocation")
public record Location(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 200) String street,
        @NotBlank @Size(max = 100) String city,

        @NotBlank @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters")
        String state,

        @NotBlank @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "must be five digits, or nine with a hyphen")
        String zip) {}
