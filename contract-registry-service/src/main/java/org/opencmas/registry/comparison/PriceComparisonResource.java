package org.opencmas.registry.comparison;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Prices of like items across contractors. Public. */
@Path("/v1/price-comparisons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Price lists")
class PriceComparisonResource {
    private static final int SHOWN = 50;

    private final PriceComparisons comparisons;
    private final Clock clock;

    PriceComparisonResource(PriceComparisons comparisons, Clock clock) {
        this.comparisons = comparisons;
        this.clock = clock;
    }

    /**
     * Like items side by side.
     *
     * @param isWhole false when more than 10,000 lines are alike: then only so many were compared
     * @param units one for each unit of measure, by its name
     * @param cheapest up to 50 lines, the lowest price first
     */
    @Schema(name = "PriceComparison")
    record PriceComparison(
            LocalDate asOf, String item, boolean isWhole, List<UnitPrices> units, List<ComparedLine> cheapest) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "getPriceComparison",
            summary =
                    "Prices of like items across contractors: how many, from where to where, and where one price stands")
    public PriceComparison compare(
            @QueryParam("item") @NotBlank @Size(min = 2, max = 200) String item,
            @QueryParam("price")
                    @Pattern(
                            regexp = "[0-9]{1,12}(\\.[0-9]{1,6})?",
                            message = "must be an amount in dollars such as 104.25")
                    @Nullable
                    String price,
            @QueryParam("asOf") @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        PriceComparisons.Compared compared =
                comparisons.compare(item.strip(), day, price == null ? null : new BigDecimal(price), SHOWN);
        return new PriceComparison(day, item.strip(), compared.isWhole(), compared.units(), compared.cheapest());
    }
}
