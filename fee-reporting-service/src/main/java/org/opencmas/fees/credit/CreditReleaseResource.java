package org.opencmas.fees.credit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.credit.CreditRelease.Way;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.proposal.WithdrawalReason;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/agreement-credits/{number}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
class CreditReleaseResource {
    private static final int LONGEST_REASON = 1_000;
    private static final int CENT_DECIMALS = 2;

    private final ReleaseCredit release;
    private final CreditReleases releases;
    private final AgreementCredits credits;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    CreditReleaseResource(
            ReleaseCredit release,
            CreditReleases releases,
            AgreementCredits credits,
            Visibility visibility,
            DataSource dataSource,
            Clock clock) {
        this.release = release;
        this.releases = releases;
        this.credits = credits;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A release to propose. All that is wrong with it is told at once. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewCreditRelease")
    record NewRelease(
            @NotNull Way way,
            @Nullable CmasNumber toCmasNumber,
            @NotNull String amount,
            @NotNull String reason) implements CheckedBody {
        record Read(Usd amount, String reason) {}

        @Override
        public void check(FieldReader fields, LocalDate today) {
            read(fields);
        }

        Read read() {
            var fields = new FieldReader();
            Read read = read(fields);
            fields.requireNoFaults();
            return read;
        }

        private Read read(FieldReader fields) {
            Usd read = fields.money("/amount", amount, CENT_DECIMALS);
            if (fields.isSound("/amount") && read.isZero()) {
                fields.fault("/amount", "must be above zero");
            }
            String plain = fields.text("/reason", reason, LONGEST_REASON);
            if (way == Way.TRANSFER && toCmasNumber == null) {
                fields.fault("/toCmasNumber", "is missing", "Name the agreement whose fees the credit is to lessen.");
            }
            if (way == Way.REFUND && toCmasNumber != null) {
                fields.fault("/toCmasNumber", "must be absent: a refund goes to the contractor");
            }
            return new Read(read, plain);
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listCreditReleases", summary = "What left an agreement's credit or is to leave it")
    public Page<CreditRelease> list(@PathParam("number") String number, @BeanParam Paging paging) throws SQLException {
        visibility.onlyContractor();
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        int count = paging.count();
        UUID after = paging.after(1).map(last -> last.id(0)).orElse(null);
        try (Connection connection = dataSource.getConnection()) {
            boolean isVisible = credits.find(connection, agreement, LocalDate.now(clock))
                    .filter(credit -> visibility.includes(Optional.of(credit.contractorId())))
                    .isPresent();
            if (!isVisible) {
                throw new NotFound("agreement", agreement);
            }
            return paging.page(
                    releases.list(connection, agreement, after, count),
                    last -> Cursor.of(last.releaseId().toString()));
        }
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposeCreditRelease",
            summary = "Proposes to move or pay back the credit of an agreement that ended")
    @APIResponseSchema(
            value = CreditRelease.class,
            responseCode = "201",
            responseDescription = "Proposed; a second person approves it")
    public Response propose(@PathParam("number") String number, @NotNull @Valid NewRelease body) throws SQLException {
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        NewRelease.Read read = body.read();
        CreditRelease proposed = release.propose(agreement, read.amount(), body.toCmasNumber(), read.reason());
        return Response.created(URI.create("/v1/agreement-credits/" + agreement + "/releases"))
                .entity(proposed)
                .build();
    }

    @POST
    @Path("/{releaseId}/approval")
    @Idempotent
    @RolesAllowed(Roles.DGS_APPROVER)
    @Operation(operationId = "approveCreditRelease", summary = "Approves a release of credit, as a second person")
    @APIResponseSchema(value = CreditRelease.class, responseCode = "200", responseDescription = "Released")
    public Response approve(@PathParam("number") String number, @PathParam("releaseId") UUID releaseId)
            throws SQLException {
        return Response.ok(release.approve(UrlValues.cmasNumber("number", number), releaseId))
                .build();
    }

    @POST
    @Path("/{releaseId}/withdrawal")
    @Idempotent
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawCreditRelease", summary = "Gives up a release of credit that nobody has approved")
    @APIResponseSchema(value = CreditRelease.class, responseCode = "200", responseDescription = "Withdrawn")
    public Response withdraw(
            @PathParam("number") String number,
            @PathParam("releaseId") UUID releaseId,
            @NotNull @Valid WithdrawalReason body)
            throws SQLException {
        return Response.ok(release.withdraw(UrlValues.cmasNumber("number", number), releaseId, body.plain()))
                .build();
    }
}
