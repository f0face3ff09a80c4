package org.opencmas.registry.namechange;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.opencmas.registry.program.WebAddress;

/**
 * What shows that the name changed in law, such as a certificate of amendment.
 *
 * @param link where it is; null when it was sent on paper
 */
@Schema(name = "NameChangeEvidence")
record Evidence(
        @NotBlank @Size(max = 500) String description,

        @Pattern(regexp = WebAddress.PATTERN, message = WebAddress.MESSAGE) @Nullable
        String link) {}
