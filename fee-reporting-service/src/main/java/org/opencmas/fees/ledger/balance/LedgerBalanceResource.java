package org.opencmas.fees.ledger.balance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.http.Visibility;
import org.opencmas.fees.ledger.balance.LedgerBalances.Asked;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.problem.parameter.ParameterCheck;
import org.opencmas.problem.parameter.SentParameters;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.Roles;

@Path("/v1/ledger-balances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
class LedgerBalanceResource {
    private final LedgerBalances balances;
    private final KnownMoment known;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    LedgerBalanceResource(
            LedgerBalances balances, KnownMoment known, Visibility visibility, DataSource dataSource, Clock clock) {
        this.balances = balances;
        this.known = known;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** The balances of an agreement by both times. */
    @Schema(name = "LedgerBalancesView")
    record BalancesView(
            String cmasNumber,
            LocalDate asOf,
            Instant knownAt,
            List<LedgerBalances.Balance> balances,
            List<LedgerBalances.Quarter> quarters) {}

    /** Checks of what, and as of which day, balances are asked for. */
    static final class Check implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            if (sent.query("asOf") != null) {
                fields.date("asOf", sent.query("asOf"));
            }
            fields.value("cmasNumber", sent.query("cmasNumber"), "is no CMAS number", CmasNumber::parse);
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy({Check.class, KnownMoment.Check.class})
    @Operation(
            operationId = "getLedgerBalances",
            summary = "What is owed under an agreement as of a day, as it was known at a moment")
    public BalancesView get(
            @Parameter(required = true) @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @Parameter(schema = @Schema(format = "date")) @QueryParam("asOf") @Nullable String asOf,
            @Parameter(schema = @Schema(format = "date-time")) @QueryParam("knownAt") @Nullable String knownAt)
            throws SQLException {
        var fields = new FieldReader();
        LocalDate day = asOf == null ? LocalDate.now(clock) : fields.date("asOf", asOf);
        Instant until = knownAt == null ? known.now() : known.read(fields, "knownAt", knownAt);
        CmasNumber agreement = fields.value("cmasNumber", cmasNumber, "is no CMAS number", CmasNumber::parse);
        fields.requireNoFaults();
        var asked = new Asked(Objects.requireNonNull(agreement), day, until, visibility.onlyContractor());
        // What orders are about is read past the tenant's policies: of postings of which the tenant sees some.
        return isSeen(asked)
                ? Tenant.seeingAll(() -> read(asked))
                : new BalancesView(asked.agreement().canonical(), asked.asOf(), until, List.of(), List.of());
    }

    private boolean isSeen(Asked asked) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return balances.isSeen(connection, asked.agreement());
        }
    }

    private BalancesView read(Asked asked) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            known.require(connection, asked.knownAt());
            LedgerBalances.Read read = balances.read(connection, asked);
            return new BalancesView(
                    asked.agreement().canonical(), asked.asOf(), asked.knownAt(), read.balances(), read.quarters());
        }
    }
}
