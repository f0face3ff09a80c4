package org.opencmas.fees.remittance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.Visibility;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.paper.PaperPrinter;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.terms.CalendarQuarter;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/remittances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
class RemittanceResource {
    private static final String PDF = "application/pdf";
    private static final Usd MOST = Usd.of("999999999999.99");

    private final KeepRemittances keep;
    private final Remittances remittances;
    private final Contractors contractors;
    private final PaperPrinter printer;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    RemittanceResource(
            KeepRemittances keep,
            Remittances remittances,
            Contractors contractors,
            Visibility visibility,
            DataSource dataSource,
            PaperPrinter printer,
            Clock clock) {
        this.keep = keep;
        this.remittances = remittances;
        this.contractors = contractors;
        this.printer = printer;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A payment that came in. */
    record NewRemittance(
            @NotNull UUID contractorId,
            @NotBlank @Size(max = 200) String reference,
            @NotNull Remittance.Method method,
            @NotNull Usd amount,
            @NotNull LocalDate receivedOn)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            fields.identifier("/reference", reference, 200);
            if (amount != null
                    && (!amount.isPositive() || !amount.equals(amount.roundedHalfUp()) || !amount.isAtMost(MOST))) {
                fields.fault("/amount", "must be above zero, in whole cents, at most " + MOST);
            }
            if (receivedOn != null && (!ProgramCalendar.isProgramDay(receivedOn) || receivedOn.isAfter(today))) {
                fields.fault("/receivedOn", "must be a day of the program, not after today");
            }
        }

        Remittance.Payment payment(LocalDate today) {
            FieldReader.require(this, today);
            return new Remittance.Payment(contractorId, Identifier.of(reference).text(), method, amount, receivedOn);
        }
    }

    @Schema(name = "NewRemittanceAllocation")
    record NewAllocation(
            @NotNull CmasNumber cmasNumber,
            @NotNull CalendarQuarter quarter,
            @NotNull Usd amount) {}

    @Schema(name = "NewRemittanceAllocations")
    record NewAllocations(@NotNull @Size(max = 1000) List<@NotNull @Valid NewAllocation> allocations)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            if (allocations == null) {
                return;
            }
            Set<List<Object>> seen = new HashSet<>();
            fields.each("/allocations", allocations, 1000, (at, part) -> {
                if (part.cmasNumber() != null
                        && part.quarter() != null
                        && !seen.add(List.of(part.cmasNumber(), part.quarter()))) {
                    fields.fault(at, "names the same report as one before it");
                }
                Usd amount = part.amount();
                if (amount != null && (amount.isZero() || !amount.equals(amount.roundedHalfUp()))) {
                    fields.fault(at + "/amount", "must be whole cents and not zero");
                }
            });
        }

        List<Remittance.Part> parts(LocalDate today) {
            FieldReader.require(this, today);
            return allocations.stream()
                    .map(each -> new Remittance.Part(each.cmasNumber(), each.quarter(), each.amount()))
                    .toList();
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy({Filters.Check.class, Paging.Check.class})
    @Operation(operationId = "listRemittances", summary = "Payments, by the day on which they came in")
    public Page<Remittance> list(
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("contractorId") @Nullable String contractorId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri)
            throws SQLException {
        Optional<UUID> own = visibility.onlyContractor();
        var filters = new Filters();
        UUID asked = filters.id("contractorId", contractorId);
        filters.requireNoFaults();
        int size = Page.limit(limit);
        Remittances.After after = after(cursor);
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            return new Page<>(List.of(), null);
        }
        try (Connection connection = dataSource.getConnection()) {
            return Page.of(
                    remittances.list(connection, own.orElse(asked), after, size + 1),
                    size,
                    RemittanceResource::cursor,
                    uri);
        }
    }

    static Cursor cursor(Remittance last) {
        return Cursor.of(last.receivedOn().toString(), last.remittanceId().toString());
    }

    private static Remittances.@Nullable After after(@Nullable String cursor) {
        return Cursor.parse(cursor, 2)
                .map(last -> new Remittances.After(last.day(0), last.id(1)))
                .orElse(null);
    }

    @GET
    @Path("/{remittanceId}")
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getRemittance", summary = "A payment with what became of it")
    public Remittance get(@PathParam("remittanceId") UUID remittanceId) throws SQLException {
        return find(remittanceId);
    }

    private Remittance find(UUID remittanceId) throws SQLException {
        visibility.onlyContractor();
        try (Connection connection = dataSource.getConnection()) {
            return remittances
                    .find(connection, remittanceId)
                    .filter(found -> visibility.includes(Optional.of(found.contractorId())))
                    .orElseThrow(() -> new NotFound("remittance", remittanceId));
        }
    }

    @GET
    @Path("/{remittanceId}/receipt")
    @Produces(PDF)
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getRemittanceReceipt", summary = "The receipt of a payment as a paper (PDF)")
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response receipt(@PathParam("remittanceId") UUID remittanceId) throws SQLException {
        Remittance remittance = find(remittanceId);
        String payer;
        try (Connection connection = dataSource.getConnection()) {
            payer = contractors
                    .find(connection, remittance.contractorId())
                    .map(Contractor::legalName)
                    .orElse("");
        }
        return Response.ok(printer.print(ReceiptPaper.of(remittance, payer), ReceiptPaper.datedAt(remittance)))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"receipt-" + remittanceId + ".pdf\"")
                .build();
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordRemittance", summary = "Records a payment that came in")
    @APIResponseSchema(value = Remittance.class, responseCode = "201", responseDescription = "Recorded, not allocated")
    public Response record(@NotNull @Valid NewRemittance body) throws SQLException {
        Remittance recorded = keep.record(body.payment(LocalDate.now(clock)));
        return Response.created(URI.create("/v1/remittances/" + recorded.remittanceId()))
                .entity(recorded)
                .build();
    }

    @POST
    @Path("/{remittanceId}/allocations")
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "allocateRemittance", summary = "Says which reports a payment pays")
    @APIResponseSchema(value = Remittance.class, responseCode = "200", responseDescription = "Allocated")
    public Response allocate(@PathParam("remittanceId") UUID remittanceId, @NotNull @Valid NewAllocations body)
            throws SQLException {
        return Response.ok(keep.allocate(remittanceId, body.parts(LocalDate.now(clock))))
                .build();
    }
}
