package org.opencmas.fees.rate;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.datedfigure.Approval;
import org.opencmas.fees.datedfigure.Confidence;
import org.opencmas.fees.datedfigure.ProposeFigure;
import org.opencmas.fees.datedfigure.Proposed;
import org.opencmas.http.Roles;
import org.opencmas.http.idempotency.Idempotent;

@Path("/v1/fee-rates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class FeeRateResource {
    private final FeeRateTable table;
    private final ProposeFigure propose;
    private final DataSource dataSource;

    FeeRateResource(FeeRateTable table, ProposeFigure propose, DataSource dataSource) {
        this.table = table;
        this.propose = propose;
        this.dataSource = dataSource;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeeRateView(
            LocalDate firstOrderDate,

            @Nullable LocalDate lastOrderDate,

            Rate rate,

            String percent,

            String source,

            Confidence confidence) {}

    /** A rate to propose. */
    record NewFeeRate(
            @NotNull LocalDate firstOrderDate,

            @NotNull
            @DecimalMin("0")
            @DecimalMax(value = "1", inclusive = false)
            @Digits(integer = 1, fraction = 6)
            @Schema(implementation = String.class)
            BigDecimal rate,

            @NotBlank @Size(max = 500) String source,

            @NotNull Confidence confidence) {}

    /** A rate as it was proposed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProposedRateView(
            UUID figureId,
            LocalDate firstOrderDate,

            Rate rate,

            String source,
            Confidence confidence,
            String proposedBy,
            Instant proposedAt,

            @Nullable String activatedBy,

            @Nullable Instant activatedAt) {
        static ProposedRateView of(Proposed<FeeRate> proposed) {
            FeeRate rate = proposed.figure();
            Approval approval = proposed.approval();
            return new ProposedRateView(
                    proposed.figureId(),
                    rate.firstOrderDate(),
                    rate.rate(),
                    rate.source(),
                    rate.confidence(),
                    approval.proposedBy(),
                    approval.proposedAt(),
                    approval.activatedBy(),
                    approval.activatedAt());
        }
    }

    record FeeRatesView(List<FeeRateView> items, List<ProposedRateView> proposed) {

        static FeeRatesView of(FeeRates rates, List<Proposed<FeeRate>> proposed) {
            List<FeeRate> all = rates.all();
            return new FeeRatesView(
                    IntStream.range(0, all.size())
                            .mapToObj(i -> view(
                                    all.get(i),
                                    i + 1 < all.size()
                                            ? all.get(i + 1).firstOrderDate().minusDays(1)
                                            : null))
                            .toList(),
                    proposed.stream().map(ProposedRateView::of).toList());
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
    @Operation(operationId = "listFeeRates", summary = "The incentive fee's rates by order date")
    public FeeRatesView list() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return FeeRatesView.of(table.load(connection), table.history(connection));
        }
    }

    @GET
    @Path("/{figureId}")
    @PermitAll
    @Operation(operationId = "getFeeRate", summary = "One rate as it was proposed")
    public ProposedRateView get(@PathParam("figureId") UUID figureId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ProposedRateView.of(table.get(connection, figureId));
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proposeFeeRate", summary = "Proposes a rate")
    @APIResponseSchema(value = ProposedRateView.class, responseCode = "201", responseDescription = "Proposed")
    public Response propose(@NotNull @Valid NewFeeRate body) throws SQLException {
        Proposed<FeeRate> proposed = propose.propose(
                table, new FeeRate(body.firstOrderDate(), new Rate(body.rate()), body.source(), body.confidence()));
        return Response.created(URI.create("/v1/fee-rates/" + proposed.figureId()))
                .entity(ProposedRateView.of(proposed))
                .build();
    }
}
