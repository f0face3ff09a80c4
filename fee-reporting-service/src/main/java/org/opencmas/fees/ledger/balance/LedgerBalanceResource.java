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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
import org.opencmas.problem.Unavailable;
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
    /** Well above what a transaction takes that posts: what was posted before has been committed or never will be. */
    private static final Duration LONGEST_POSTING = Duration.ofMinutes(5);

    private final LedgerBalances balances;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    LedgerBalanceResource(LedgerBalances balances, Visibility visibility, DataSource dataSource, Clock clock) {
        this.balances = balances;
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

    /** Checks of what, and as of when, balances are asked for. */
    static final class Check implements ParameterCheck {
        @Override
        public void check(FieldReader fields, SentParameters sent) {
            if (sent.query("asOf") != null) {
                fields.date("asOf", sent.query("asOf"));
            }
            if (sent.query("knownAt") != null) {
                fields.value("knownAt", sent.query("knownAt"), "is no moment", LedgerBalanceResource::moment);
            }
            fields.value("cmasNumber", sent.query("cmasNumber"), "is no CMAS number", CmasNumber::parse);
        }
    }

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @CheckedBy(Check.class)
    @Operation(
            operationId = "getLedgerBalances",
            summary = "What the ledger has of an agreement as of a day, as it was known at a moment")
    public BalancesView get(
            @Parameter(required = true) @QueryParam("cmasNumber") @Nullable String cmasNumber,
            @Parameter(schema = @Schema(format = "date")) @QueryParam("asOf") @Nullable String asOf,
            @Parameter(schema = @Schema(format = "date-time")) @QueryParam("knownAt") @Nullable String knownAt)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var fields = new FieldReader();
        LocalDate day = asOf == null ? LocalDate.now(clock) : fields.date("asOf", asOf);
        Instant moment =
                knownAt == null ? now : fields.value("knownAt", knownAt, "is no moment", LedgerBalanceResource::moment);
        if (moment != null && moment.isAfter(now)) {
            fields.fault("knownAt", "is in the future, when more will be known");
        }
        CmasNumber agreement = fields.value("cmasNumber", cmasNumber, "is no CMAS number", CmasNumber::parse);
        fields.requireNoFaults();
        Instant until = Objects.requireNonNull(moment);
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

    private static Instant moment(String raw) {
        try {
            Instant read = Instant.parse(raw).truncatedTo(ChronoUnit.MICROS);
            // The program began long after it, and no column holds the first years of all time.
            if (read.isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("it is before 1970");
            }
            return read;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("write it as 2026-10-01T06:59:59Z", e);
        }
    }

    private BalancesView read(Asked asked) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (asked.knownAt().isAfter(clock.instant().minus(LONGEST_POSTING)) && !balances.isPosted(connection)) {
                throw new Unavailable(
                        "Fees are being posted that would count. Send the request again, or ask for an earlier knownAt.",
                        Duration.ofSeconds(2));
            }
            return new BalancesView(
                    asked.agreement().canonical(),
                    asked.asOf(),
                    asked.knownAt(),
                    balances.balances(connection, asked),
                    balances.quarters(connection, asked));
        }
    }
}
