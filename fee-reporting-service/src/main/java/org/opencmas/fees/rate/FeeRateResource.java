package org.opencmas.fees.rate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/fee-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class FeeRateResource {
    private final FeeRateTable table;
    private final DataSource dataSource;

    FeeRateResource(FeeRateTable table, DataSource dataSource) {
        this.table = table;
        this.dataSource = dataSource;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeeRateView(
            @Schema(description = "First order date it holds for, inclusive; civil date in Los Angeles.")
            LocalDate firstOrderDate,

            @Schema(description = "Last order date it holds for, inclusive; absent for the rate in force.") @Nullable
            LocalDate lastOrderDate,

            @Schema(
                    implementation = String.class,
                    examples = "0.0125",
                    description = "The share of the order's amount before tax and freight.")
            Rate rate,

            @Schema(examples = "1.25%", description = "The rate for a person.")
            String percent,

            @Schema(description = "Where the figure is from.")
            String source,

            @Schema(description = "UNCONFIRMED: the date is a working assumption that no text seen confirms.")
            FeeRate.Confidence confidence) {}

    record FeeRatesView(
            @Schema(description = "The rates, earliest first. There was no incentive fee on orders before the first.")
            List<FeeRateView> items) {
        static FeeRatesView of(FeeRates rates) {
            List<FeeRate> all = rates.all();
            return new FeeRatesView(IntStream.range(0, all.size())
                    .mapToObj(i -> view(
                            all.get(i),
                            i + 1 < all.size() ? all.get(i + 1).firstOrderDate().minusDays(1) : null))
                    .toList());
        }

        private static FeeRateView view(FeeRate rate, @Nullable LocalDate lastOrderDate) {
            return new FeeRateView(
                    rate.firstOrderDate(),
                    lastOrderDate,
                    rate.rate(),
                    rate.rate().percent(),
                    rate.source(),
                    rate.confidence());
        }
    }

    @GET
    @PermitAll
    @Operation(operationId = "listFeeRates", summary = "The incentive fee's rates by order date; public")
    public FeeRatesView list() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return FeeRatesView.of(table.load(connection));
        }
    }
}
