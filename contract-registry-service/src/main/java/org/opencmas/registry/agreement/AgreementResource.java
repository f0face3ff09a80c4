package org.opencmas.registry.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.ETags;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.registry.agreement.store.Agreement;
import org.opencmas.registry.agreement.store.Agreements;
import org.opencmas.registry.agreement.store.RecordedAgreement;
import org.opencmas.registry.agreement.store.StatusChange;
import org.opencmas.registry.agreement.store.StatusSince;
import org.opencmas.registry.agreement.store.StatusTimeline;
import org.opencmas.registry.agreement.store.Supplement;
import org.opencmas.registry.agreement.terms.AgreementStatus;
import org.opencmas.registry.cmasnumber.NotACmasNumber;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

/** Agreements over HTTP, one at a time. Reading is public. */
@Path("/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class AgreementResource {
    private final Agreements agreements;
    private final RegisterAgreement register;
    private final SupplementAgreement supplement;
    private final ChangeStatus changeStatus;
    private final EntryByOnePerson onePerson;
    private final Clock clock;

    AgreementResource(
            Agreements agreements,
            RegisterAgreement register,
            SupplementAgreement supplement,
            ChangeStatus changeStatus,
            EntryByOnePerson onePerson,
            Clock clock) {
        this.agreements = agreements;
        this.register = register;
        this.supplement = supplement;
        this.changeStatus = changeStatus;
        this.onePerson = onePerson;
        this.clock = clock;
    }

    /** A change of status. */
    @Schema(name = "NewStatusChange")
    record NewStatus(
            @NotNull AgreementStatus status,
            @Nullable LocalDate effectiveOn,
            @NotBlank @Size(max = 1_000) String reason) {}

    /** A change of status as it was recorded. */
    @Schema(name = "StatusChangeView")
    record StatusView(
            AgreementStatus status, LocalDate effectiveOn, String reason, Instant recordedAt, String recordedBy) {
        static StatusView of(StatusChange change) {
            return new StatusView(
                    change.status(), change.effectiveOn(), change.reason(), change.recordedAt(), change.recordedBy());
        }
    }

    /** A list that is short by nature and therefore not paged. */
    record Items<T>(List<T> items) {}

    @POST
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(operationId = "registerAgreement", summary = "Register an agreement")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    public Response register(@NotNull @Valid NewAgreement body) {
        onePerson.requireAllowed();
        RecordedAgreement entry = register.register(body);
        return created(entry, "/v1/agreements/" + entry.state().cmasNumber());
    }

    @GET
    @Path("/{number}")
    @PermitAll
    @Transactional
    @Operation(operationId = "getAgreement", summary = "An agreement as of a date")
    @APIResponseSchema(value = AgreementView.class, responseCode = "200")
    public Response get(
            String number,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        Agreement agreement = agreements.require(NotACmasNumber.parse("number", number));
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        Supplement shown =
                asOf == null && knownAt == null ? inForceOrFirst(agreement, day) : inForce(agreement, day, knownAt);
        var entry = RecordedAgreement.of(agreement, shown, agreements.timeline(agreement, knownAt), day);
        return ETags.ok(AgreementView.of(entry), entry.version());
    }

    private Supplement inForceOrFirst(Agreement agreement, LocalDate day) {
        return agreements.inForce(agreement, day, null).orElseGet(() -> agreements.original(agreement));
    }

    private Supplement inForce(Agreement agreement, LocalDate day, @Nullable Instant knownAt) {
        return agreements
                .inForce(agreement, day, knownAt)
                .orElseThrow(() -> notInForce(agreement.cmasNumber(), day, knownAt));
    }

    /** Says on which day, and known when: of what was registered later nothing was known then. */
    static NotFound notInForce(Object number, LocalDate day, @Nullable Instant knownAt) {
        String known = knownAt == null ? "" : " as known at " + knownAt;
        return new NotFound("agreement " + number + known + " in force on", day);
    }

    @GET
    @Path("/{number}/supplements")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listSupplements",
            summary = "The original (0) and every supplement of an agreement, ascending")
    public Items<AgreementView> supplements(String number) {
        Agreement agreement = agreements.require(NotACmasNumber.parse("number", number));
        StatusTimeline timeline = agreements.timeline(agreement, null);
        LocalDate today = LocalDate.now(clock);
        return new Items<>(agreements.supplements(agreement).stream()
                .map(each -> AgreementView.of(RecordedAgreement.of(agreement, each, timeline, today)))
                .toList());
    }

    @POST
    @Path("/{number}/supplements")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(operationId = "supplementAgreement", summary = "Add a supplement: the new terms as a whole")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    public Response supplement(
            String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSupplement body) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        onePerson.requireAllowed();
        RecordedAgreement entry = supplement.add(parsed, ifMatch, body.heading(), body::terms);
        return created(entry, "/v1/agreements/" + parsed + "/supplements");
    }

    @GET
    @Path("/{number}/status-changes")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listStatusChanges",
            summary =
                    "How an agreement's status changed after it was registered, in the order in which the changes were recorded")
    public Items<StatusView> statusChanges(String number) {
        Agreement agreement = agreements.require(NotACmasNumber.parse("number", number));
        return new Items<>(agreements.statusChanges(agreement).stream()
                .filter(change -> !change.isRegistration())
                .map(StatusView::of)
                .toList());
    }

    @POST
    @Path("/{number}/status-changes")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Idempotent
    @Operation(
            operationId = "changeAgreementStatus",
            summary = "Activate, suspend or terminate an agreement from a day on, past or future")
    @APIResponseSchema(value = AgreementView.class, responseCode = "201")
    public Response changeStatus(
            String number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewStatus body) {
        CmasNumber parsed = NotACmasNumber.parse("number", number);
        LocalDate effectiveOn = Objects.requireNonNullElseGet(body.effectiveOn(), () -> LocalDate.now(clock));
        RecordedAgreement entry =
                changeStatus.change(parsed, ifMatch, new StatusSince(body.status(), effectiveOn), body.reason());
        return created(entry, "/v1/agreements/" + parsed + "/status-changes");
    }

    private static Response created(RecordedAgreement entry, String location) {
        return ETags.created(location, AgreementView.of(entry), entry.version());
    }
}
