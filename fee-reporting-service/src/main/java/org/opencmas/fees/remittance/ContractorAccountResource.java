package org.opencmas.fees.remittance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.http.Visibility;
import org.opencmas.http.Roles;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Usd;

@Path("/v1/contractor-accounts/{contractorId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
class ContractorAccountResource {
    private final ContractorAccounts accounts;
    private final Remittances remittances;
    private final Contractors contractors;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final Clock clock;

    ContractorAccountResource(
            ContractorAccounts accounts,
            Remittances remittances,
            Contractors contractors,
            Visibility visibility,
            DataSource dataSource,
            Clock clock) {
        this.accounts = accounts;
        this.remittances = remittances;
        this.contractors = contractors;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A payment in short. */
    @Schema(name = "AccountPayment")
    record PaymentView(
            UUID remittanceId,
            String reference,
            LocalDate receivedOn,
            Usd amount,
            Usd allocated,
            Usd refunded,
            Usd unapplied) {
        static PaymentView of(Remittance remittance) {
            return new PaymentView(
                    remittance.remittanceId(),
                    remittance.reference(),
                    remittance.receivedOn(),
                    remittance.amount(),
                    remittance.allocated(),
                    remittance.refunded(),
                    remittance.unapplied());
        }
    }

    /** What a contractor owes and has paid. */
    record ContractorAccountView(
            UUID contractorId,
            String contractorName,
            LocalDate asOfDay,
            List<ContractorAccounts.Charge> charges,
            List<PaymentView> payments,
            Aging aging,
            Usd unappliedCash,
            Usd balance) {}

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "getContractorAccount",
            summary = "Statement of account: fees of filed reports, payments, aging")
    public ContractorAccountView get(@PathParam("contractorId") UUID contractorId) throws SQLException {
        if (!visibility.includes(Optional.of(contractorId))) {
            throw new NotFound("contractor account", contractorId);
        }
        LocalDate today = LocalDate.now(clock);
        try (Connection connection = dataSource.getConnection()) {
            Contractor contractor = contractors
                    .find(connection, contractorId)
                    .orElseThrow(() -> new NotFound("contractor account", contractorId));
            List<ContractorAccounts.Charge> charges = accounts.charges(connection, contractorId);
            List<Remittance> paid = remittances.list(connection, contractorId, null, Integer.MAX_VALUE);
            Aging aging = Aging.of(charges, today);
            Usd unapplied = Usd.sum(paid.stream().map(Remittance::unapplied).toList());
            return new ContractorAccountView(
                    contractorId,
                    contractor.legalName(),
                    today,
                    charges,
                    paid.stream().map(PaymentView::of).toList(),
                    aging,
                    unapplied,
                    aging.total().minus(unapplied));
        }
    }
}
