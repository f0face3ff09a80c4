package org.opencmas.compliance.parameter;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

@Path("/v1/parameters")
@Tag(name = "Parameters", description = "The dated figures of the rules.")
@Produces(MediaType.APPLICATION_JSON)
class ParameterResource {
    private final Figures figures;
    private final Caller caller;
    private final Clock clock;

    ParameterResource(Figures figures, Caller caller, Clock clock) {
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    /** Where a figure comes from: A official text, B copy of one, C statement of another, D inference, M unconfirmed, OWN setting. */
    @Schema(name = "FigureConfidence")
    enum Confidence {
        A,
        B,
        C,
        D,
        M,
        OWN
    }

    /** A figure to propose. */
    @Schema(name = "NewParameter")
    record NewFigure(
            @NotNull ParameterName name,

            @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 6) @Schema(implementation = String.class)
            BigDecimal value,

            @NotNull LocalDate validFrom,
            @NotBlank @Size(max = 500) String source,
            @NotNull Confidence confidence)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            if (name != null && value != null && !name.unit().takes(value)) {
                fields.fault("/value", "must be " + name.unit().words() + " for " + name);
            }
        }
    }

    /** A dated figure. */
    @Schema(name = "ParameterView")
    record FigureView(
            UUID parameterId,
            ParameterName name,
            String value,
            LocalDate validFrom,
            String source,
            String confidence,
            String proposedBy,
            Instant proposedAt,
            @Nullable String activatedBy,
            @Nullable Instant activatedAt) {
        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.parameterId(),
                    figure.name(),
                    figure.value().toPlainString(),
                    figure.validFrom(),
                    figure.source(),
                    figure.confidence(),
                    figure.proposedBy(),
                    figure.proposedAt(),
                    figure.activatedBy(),
                    figure.activatedAt());
        }
    }

    /** All figures. */
    @Schema(name = "ParametersView")
    record FiguresView(List<FigureView> items) {}

    @GET
    @PermitAll
    @Operation(operationId = "listParameters", summary = "All figures ever proposed, by name, the latest first")
    public FiguresView list() {
        return new FiguresView(figures.history().stream().map(FigureView::of).toList());
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "proposeParameter", summary = "Propose a figure")
    @APIResponseSchema(value = FigureView.class, responseCode = "201", responseDescription = "Proposed")
    public Response propose(@NotNull @Valid NewFigure body) {
        FieldReader.require(body, ProgramCalendar.dateOf(clock.instant()));
        Figure figure = new Figure(
                TimeOrderedId.next(),
                body.name(),
                body.value(),
                body.validFrom(),
                body.source(),
                body.confidence().name(),
                caller.subject(),
                clock.instant());
        figures.persist(figure);
        return Response.created(URI.create("/v1/parameters/" + figure.parameterId()))
                .entity(FigureView.of(figure))
                .build();
    }

    @GET
    @Path("/{parameterId}")
    @PermitAll
    @Operation(operationId = "getParameter", summary = "One figure")
    public FigureView get(UUID parameterId) {
        return figures.findByIdOptional(parameterId)
                .map(FigureView::of)
                .orElseThrow(() -> new NotFound("figure", parameterId));
    }

    @POST
    @Path("/{parameterId}/activation")
    @Idempotent
    @RolesAllowed(Roles.DGS_APPROVER)
    @Operation(operationId = "activateParameter", summary = "Activate a proposed figure")
    @APIResponseSchema(value = FigureView.class, responseCode = "200", responseDescription = "Active")
    public Response activate(UUID parameterId) {
        Figure figure = figures.findForUpdate(parameterId).orElseThrow(() -> new NotFound("figure", parameterId));
        figure.activate(caller.subject(), clock.instant());
        return Response.ok(FigureView.of(figure)).build();
    }
}
