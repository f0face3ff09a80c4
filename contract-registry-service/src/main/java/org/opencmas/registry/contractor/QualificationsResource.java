package org.opencmas.registry.contractor;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.ETags;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.registry.contractor.profile.AuthorizedReseller;
import org.opencmas.registry.contractor.profile.ContractorLicence;
import org.opencmas.registry.contractor.profile.ManufacturerAuthorization;
import org.opencmas.registry.contractor.profile.Qualifications;
import org.opencmas.registry.contractor.profile.QualificationsCheck;
import org.opencmas.registry.contractor.profile.SellersPermit;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

/** What contractors are licensed, permitted and authorized to do, over HTTP. Reading is public. */
@Path("/v1/contractors/{contractorId}/qualifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contractors")
class QualificationsResource {
    private final Contractors contractors;
    private final ChangeContractor change;
    private final Clock clock;

    QualificationsResource(Contractors contractors, ChangeContractor change, Clock clock) {
        this.contractors = contractors;
        this.change = change;
        this.clock = clock;
    }

    /** All qualifications as they are from now on; what is left out is removed. */
    @Schema(name = "NewContractorQualifications")
    record NewQualifications(
            @Size(max = 50) @Nullable List<@NotNull @Valid ContractorLicence> licences,
            @Valid @Nullable SellersPermit sellersPermit,
            @Size(max = 500) @Nullable List<@NotNull @Valid ManufacturerAuthorization> manufacturerAuthorizations,
            @Size(max = 500) @Nullable List<@NotNull @Valid AuthorizedReseller> authorizedResellers)
            implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            QualificationsCheck.check(
                    fields, today, licences, sellersPermit, manufacturerAuthorizations, authorizedResellers);
        }

        Qualifications qualifications() {
            return new Qualifications(
                    Objects.requireNonNullElse(licences, List.of()),
                    sellersPermit,
                    Objects.requireNonNullElse(manufacturerAuthorizations, List.of()),
                    Objects.requireNonNullElse(authorizedResellers, List.of()));
        }
    }

    /**
     * Qualifications as they are on a day.
     *
     * @param licensedClasses classes of the licences that are good on that day
     * @param sellersPermitValid null when no permit was looked up
     */
    @Schema(name = "ContractorQualificationsView")
    record QualificationsView(
            UUID contractorId,
            LocalDate asOf,
            List<String> licensedClasses,
            @Nullable Boolean sellersPermitValid,
            Qualifications qualifications) {
        static QualificationsView of(ContractorState state, LocalDate day) {
            Qualifications held = state.qualifications();
            SellersPermit permit = held.sellersPermit();
            return new QualificationsView(
                    state.contractorId(),
                    day,
                    held.licences().stream()
                            .filter(licence -> licence.isGoodOn(day))
                            .flatMap(licence -> licence.classes().stream())
                            .distinct()
                            .sorted()
                            .toList(),
                    permit == null ? null : permit.isGoodOn(day),
                    held);
        }
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getContractorQualifications",
            summary = "A contractor's licences, Seller's Permit, manufacturer authorizations and authorized resellers")
    @APIResponseSchema(value = QualificationsView.class, responseCode = "200")
    public Response get(UUID contractorId, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return answer(contractors.require(contractorId).state(), asOf == null ? today() : asOf);
    }

    @PUT
    @RolesAllowed(Roles.DGS_ANALYST)
    @Operation(
            operationId = "changeContractorQualifications",
            summary = "Record what was looked up about a contractor's licences, permit and authorizations, as a whole")
    @APIResponseSchema(value = QualificationsView.class, responseCode = "200")
    public Response change(
            UUID contractorId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewQualifications body) {
        FieldReader.require(body, today());
        Qualifications qualifications = body.qualifications();
        return answer(change.qualify(contractorId, ifMatch, qualifications), today());
    }

    private LocalDate today() {
        return ProgramCalendar.dateOf(clock.instant());
    }

    private static Response answer(ContractorState state, LocalDate day) {
        return ETags.ok(QualificationsView.of(state, day), state.version());
    }
}
