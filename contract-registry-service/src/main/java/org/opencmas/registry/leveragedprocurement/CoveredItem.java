package org.opencmas.registry.leveragedprocurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.problem.value.IdentifierText;

/**
 * Goods or services that an agreement covers.
 *
 * @param productCodes descriptors for finding; it may cover more
 */
@Schema(name = "LpaCoveredItem")
record CoveredItem(
        @NotBlank @Size(max = 500) String description,
        @NotNull @Size(max = 100) List<@NotNull @IdentifierText @Size(max = 40) String> productCodes) {}
