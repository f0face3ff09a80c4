package org.opencmas.fees.credit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Filters;
import org.opencmas.fees.http.UrlValues;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.balance.KnownMoment;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.NotFound;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/agreement-credits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
class AgreementCreditResource {
    private final AgreementCredits credits;
    private final KnownMoment known;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    AgreementCreditResource(
            AgreementCredits credits, KnownMoment known, Visibility visibility, DataSource dataSource, Clock clock) {
        this.credits = credits;
        this.known = known;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Checks whether credits of ended agreements are asked for. */
    static final class EndedCheck implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            ended(new Filters("", fields), sent.query("ended"));
        }
    }

    private static @Nullable Boolean ended(Filters filters, @Nullable String ended) {
        return ended == null ? null : filters.choice("ended", ended, List.of(true, false), String::valueOf);
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy({Filters.Check.class, EndedCheck.class})
    @Operation(operationId = "listAgreementCredits", summary = "Agreements with a credit, by their number")
    public Page<AgreementCredit> list(
            @Parameter(schema = @Schema(format = "uuid")) @QueryParam("contractorId") @Nullable String contractorId,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("ended") @Nullable String ended,
            @BeanParam Paging paging)
            throws SQLException {
        Optional<UUID> own = visibility.onlyContractor();
        var filters = new Filters();
        UUID asked = filters.id("contractorId", contractorId);
        Boolean hasEnded = ended(filters, ended);
        filters.requireNoFaults();
        int count = paging.count();
        String after = paging.after(1).map(key -> key.keys().getFirst()).orElse(null);
        if (own.isPresent() && asked != null && !asked.equals(own.get())) {
            return new Page<>(List.of(), null);
        }
        try (Connection connection = dataSource.getConnection()) {
            return paging.page(
                    credits.list(connection, own.orElse(asked), hasEnded, after, count, LocalDate.now(clock)),
                    last -> Cursor.of(last.cmasNumber().canonical()));
        }
    }

    @GET
    @Path("/{number}")
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(KnownMoment.Check.class)
    @Operation(
            operationId = "getAgreementCredit",
            summary = "What is left of an agreement's credit, as it was known at a moment")
    public AgreementCredit get(
            @PathParam("number") String number,
            @Parameter(schema = @Schema(format = "date-time")) @QueryParam("knownAt") @Nullable String knownAt)
            throws SQLException {
        visibility.onlyContractor();
        CmasNumber agreement = UrlValues.cmasNumber("number", number);
        var fields = new FieldReader();
        Instant moment = knownAt == null ? null : known.read(fields, "knownAt", knownAt);
        fields.requireNoFaults();
        AgreementCredit now;
        try (Connection connection = dataSource.getConnection()) {
            now = credits.find(connection, agreement, LocalDate.now(clock))
                    .filter(credit -> visibility.includes(Optional.of(credit.contractorId())))
                    .orElseThrow(() -> new NotFound("agreement", agreement));
        }
        // A credit is the agreement's, also what was filed while another contractor held it.
        return moment == null ? now : Tenant.seeingAll(() -> knownAt(now, moment));
    }

    private AgreementCredit knownAt(AgreementCredit now, Instant moment) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            known.require(connection, moment);
            return new AgreementCredit(
                    now.cmasNumber(),
                    now.contractorId(),
                    now.contractorName(),
                    now.lastDay(),
                    now.ended(),
                    credits.knownAt(connection, now.cmasNumber(), moment),
                    null);
        }
    }
}
