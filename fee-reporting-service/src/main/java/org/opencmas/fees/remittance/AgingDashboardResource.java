package org.opencmas.fees.remittance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.credit.AgreementCredits;
import org.opencmas.fees.remittance.OpenFees.Open;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/dashboards/aging")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dashboards")
class AgingDashboardResource {
    private static final Map<String, String> DEFINITIONS = Map.of(
            "notPastDue", "Fees of filed reports that are not paid and not past due: the due date itself is in time.",
            "days1To30", "Not paid, past due by 1 to 30 days, both included; and so on.",
            "total",
                    "Fees of filed reports less what is allocated to them and what was settled; payments not yet applied and"
                            + " credits are not taken off.",
            "creditOnAgreements", "What filings left over for later reports of their agreements.",
            "creditOnEndedAgreements",
                    "What of it no later report uses, since the agreement ended: it is moved or paid back by two persons.");

    private final OpenFees fees;
    private final AgreementCredits credits;
    private final DataSource dataSource;
    private final Clock clock;

    AgingDashboardResource(OpenFees fees, AgreementCredits credits, DataSource dataSource, Clock clock) {
        this.fees = fees;
        this.credits = credits;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Schema(name = "AgingRowView")
    record RowView(
            String contractorId,
            String contractorName,
            Aging aging,
            Usd creditOnAgreements,
            Usd creditOnEndedAgreements) {
        static RowView of(Open open, LocalDate today, AgreementCredits.Sums credit) {
            return new RowView(
                    open.contractorId(),
                    open.name(),
                    Aging.of(open.byDueDay(), today),
                    credit.total(),
                    credit.ofEndedAgreements());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AgingDashboardView")
    record AgingDashboardView(
            LocalDate asOfDay,
            List<RowView> rows,
            Aging total,
            Usd creditOnAgreements,
            Usd creditOnEndedAgreements,
            Map<String, String> definitions,
            @Nullable String next) {}

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
    @Operation(operationId = "getAgingDashboard", summary = "How old the fees are that are not paid, by contractor")
    public AgingDashboardView get(@BeanParam Paging paging) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        String after = paging.after(1).map(key -> key.keys().getFirst()).orElse(null);
        Map<String, Open> open;
        AgreementCredits.Sums credit;
        Map<String, AgreementCredits.Sums> held;
        try (Connection connection = dataSource.getConnection()) {
            open = fees.read(connection, after, paging.count());
            credit = credits.sums(connection, null, today);
            held = credits.byContractor(connection, open.keySet(), today);
        }
        Open all = Objects.requireNonNull(open.remove(""));
        Page<Open> page = paging.page(List.copyOf(open.values()), each -> Cursor.of(each.contractorId()));
        return new AgingDashboardView(
                today,
                page.items().stream()
                        .map(each -> RowView.of(
                                each, today, held.getOrDefault(each.contractorId(), AgreementCredits.Sums.NONE)))
                        .toList(),
                Aging.of(all.byDueDay(), today),
                credit.total(),
                credit.ofEndedAgreements(),
                DEFINITIONS,
                page.next());
    }
}
