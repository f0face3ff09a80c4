package org.opencmas.registry.leveragedprocurement;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.ETags;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.value.IdentifierText;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.ProcurementKind;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

/** Leveraged procurement agreements beside CMAS over HTTP. Reading is public. */
@Path("/v1/leveraged-procurement-agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leveraged procurement agreements")
class LpaResource {
    private final Lpas agreements;
    private final RecordLpa record;
    private final Clock clock;

    LpaResource(Lpas agreements, RecordLpa record, Clock clock) {
        this.agreements = agreements;
        this.record = record;
        this.clock = clock;
    }

    /** An agreement to register. */
    record NewLpa(
            @NotNull @IdentifierText @Size(max = 60) String number,
            @Nullable LocalDate effectiveOn,
            @NotNull @Valid LpaTerms terms)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            LpaCheck.check(fields, terms, today);
        }
    }

    /** Its whole terms from a day on. */
    record ChangedLpa(
            @NotNull LocalDate effectiveOn, @NotNull @Valid LpaTerms terms) implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            LpaCheck.check(fields, terms, today);
        }
    }

    /**
     * An agreement as it is on a day.
     *
     * @param effectiveOn first day of these terms
     * @param mandatoryOnThatDayFor those who have to use it on that day; empty when nobody has to
     */
    record LpaView(
            UUID lpaId,
            String number,
            LocalDate asOf,
            boolean inTerm,
            List<LpaBuyer> mandatoryOnThatDayFor,
            LocalDate effectiveOn,
            LpaTerms terms,
            long version) {
        static LpaView of(Lpa agreement, LpaVersion version, LocalDate day) {
            LpaTerms terms = version.terms();
            return new LpaView(
                    agreement.id(),
                    agreement.number(),
                    day,
                    terms.isInTermOn(day),
                    Arrays.stream(LpaBuyer.values())
                            .filter(buyers -> terms.isMandatoryOn(day, buyers))
                            .toList(),
                    version.effectiveOn(),
                    terms,
                    version.version());
        }
    }

    @POST
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(
            operationId = "registerLeveragedProcurementAgreement",
            summary = "Register a leveraged procurement agreement")
    @APIResponseSchema(value = LpaState.class, responseCode = "201")
    public Response register(@NotNull @Valid NewLpa body) {
        LocalDate effectiveOn = body.effectiveOn() == null ? body.terms().termStart() : body.effectiveOn();
        LpaState state = record.register(Identifier.of(body.number()), effectiveOn, body.terms());
        return ETags.created("/v1/leveraged-procurement-agreements/" + state.lpaId(), state, state.version());
    }

    @PUT
    @Path("/{lpaId}")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "changeLeveragedProcurementAgreement",
            summary = "Give a leveraged procurement agreement new terms, as a whole, from a day on")
    @APIResponseSchema(value = LpaState.class, responseCode = "200")
    public Response change(
            UUID lpaId, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ChangedLpa body) {
        LpaState state = record.change(lpaId, ifMatch, body.effectiveOn(), body.terms());
        return ETags.ok(state, state.version());
    }

    @GET
    @Path("/{lpaId}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getLeveragedProcurementAgreement",
            summary = "A leveraged procurement agreement as of a date")
    @APIResponseSchema(value = LpaView.class, responseCode = "200")
    public Response get(UUID lpaId, @QueryParam("asOf") @Nullable LocalDate asOf) {
        Lpa agreement = agreements.require(lpaId);
        LpaVersion shown = asOf == null
                ? agreements.inForce(lpaId, today()).orElseGet(() -> agreements.latest(agreement))
                : agreements
                        .inForce(lpaId, asOf)
                        .orElseThrow(() -> new NotFound("leveraged procurement agreement " + lpaId + " on", asOf));
        return ETags.ok(LpaView.of(agreement, shown, asOf == null ? today() : asOf), agreement.version());
    }

    @GET
    @PermitAll
    @Transactional
    @CheckedBy(Paging.Check.class)
    @Operation(
            operationId = "searchLeveragedProcurementAgreements",
            summary = "Leveraged procurement agreements as of a date, by number")
    public Page<LpaView> search(
            @QueryParam("text") @Size(min = 1, max = 200) @Nullable String text,
            @QueryParam("type") @Nullable LpaType type,
            @QueryParam("kind") @Nullable ProcurementKind kind,
            @QueryParam("mandatoryFor") @Nullable LpaBuyer mandatoryFor,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Page.limit(limit);
        LocalDate day = asOf == null ? today() : asOf;
        var criteria = new Lpas.Criteria(day, text, type, kind, mandatoryFor);
        List<LpaView> found = agreements.search(criteria, Cursor.parse(cursor, 1), size + 1).stream()
                .map(version -> LpaView.of(agreements.require(version.lpaId()), version, day))
                .toList();
        return Page.of(found, size, view -> Cursor.of(Identifier.keyOf(view.number())), uri);
    }

    private LocalDate today() {
        return ProgramCalendar.dateOf(clock.instant());
    }
}
