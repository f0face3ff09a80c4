package org.opencmas.fees.remittance;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.credit.AgreementCredit;
import org.opencmas.fees.credit.AgreementCredits;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.http.Visibility;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.paper.PaperPrinter;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;
import org.opencmas.terms.Usd;

@Path("/v1/contractor-accounts/{contractorId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Remittances")
class ContractorAccountResource {
    private static final String PDF = "application/pdf";

    private final ContractorAccounts accounts;
    private final AgreementCredits credits;
    private final Remittances remittances;
    private final Contractors contractors;
    private final Visibility visibility;
    private final DataSource dataSource;
    private final PaperPrinter printer;
    private final Clock clock;

    ContractorAccountResource(
            ContractorAccounts accounts,
            AgreementCredits credits,
            Remittances remittances,
            Contractors contractors,
            Visibility visibility,
            DataSource dataSource,
            PaperPrinter printer,
            Clock clock) {
        this.accounts = accounts;
        this.credits = credits;
        this.remittances = remittances;
        this.contractors = contractors;
        this.visibility = visibility;
        this.dataSource = dataSource;
        this.printer = printer;
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

    /**
     * What a contractor owes and has paid.
     *
     * @param charges the first 200; the others follow at nextCharges
     * @param payments the first 200; the others follow at nextPayments
     * @param agreementCredits what filings of agreements left over, the first 200; the others follow at nextAgreementCredits
     * @param creditOnEndedAgreements what of all credits no later report uses: it is moved or paid back by two persons of DGS
     * @param balance what is not paid less what is left of payments and of credits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContractorAccountView(
            UUID contractorId,
            String contractorName,
            LocalDate asOfDay,
            List<ContractorAccounts.Charge> charges,
            @Nullable String nextCharges,
            List<PaymentView> payments,
            @Nullable String nextPayments,
            Aging aging,
            Usd unappliedCash,
            List<AgreementCredit> agreementCredits,
            @Nullable String nextAgreementCredits,
            Usd creditOnAgreements,
            Usd creditOnEndedAgreements,
            Usd balance) {}

    @GET
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "getContractorAccount",
            summary = "Statement of account: fees of filed reports, payments, aging")
    public ContractorAccountView get(@PathParam("contractorId") UUID contractorId) throws SQLException {
        return read(contractorId, false, Page.MAX_LIMIT);
    }

    /** On one snapshot, so that no payment is between the charges and the balance. */
    private ContractorAccountView read(UUID contractorId, boolean onlyOpen, int most) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return view(connection, visible(connection, contractorId), onlyOpen, most);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private Contractor visible(Connection connection, UUID contractorId) throws SQLException {
        if (!visibility.includes(Optional.of(contractorId))) {
            throw new NotFound("contractor account", contractorId);
        }
        return contractors
                .find(connection, contractorId)
                .orElseThrow(() -> new NotFound("contractor account", contractorId));
    }

    private ContractorAccountView view(Connection connection, Contractor contractor, boolean onlyOpen, int most)
            throws SQLException {
        UUID id = contractor.contractorId();
        LocalDate today = LocalDate.now(clock);
        List<ContractorAccounts.Charge> charges = accounts.charges(connection, id, onlyOpen, null, most + 1);
        List<Remittance> paid = remittances.list(connection, id, null, most + 1);
        Aging aging = Aging.of(accounts.open(connection, id), today);
        Usd unapplied = accounts.unapplied(connection, id);
        List<AgreementCredit> held = credits.list(connection, id, null, null, most + 1, today);
        AgreementCredits.Sums credit = credits.sums(connection, id, today);
        return new ContractorAccountView(
                id,
                contractor.legalName(),
                today,
                charges.stream().limit(most).toList(),
                charges.size() <= most
                        ? null
                        : "/v1/contractor-accounts/" + id + "/charges?limit=" + Page.MAX_LIMIT + "&cursor="
                                + cursor(charges.get(most - 1)),
                paid.stream().limit(most).map(PaymentView::of).toList(),
                paid.size() <= most
                        ? null
                        : "/v1/remittances?contractorId=" + id + "&limit=" + Page.MAX_LIMIT + "&cursor="
                                + RemittanceResource.cursor(paid.get(most - 1)),
                aging,
                unapplied,
                held.stream().limit(most).toList(),
                held.size() <= most
                        ? null
                        : "/v1/agreement-credits?contractorId=" + id + "&limit=" + Page.MAX_LIMIT + "&cursor="
                                + Cursor.of(held.get(most - 1).cmasNumber().canonical()),
                credit.total(),
                credit.ofEndedAgreements(),
                aging.total().minus(unapplied).minus(credit.total()));
    }

    private static Cursor cursor(ContractorAccounts.Charge charge) {
        return Cursor.of(
                charge.dueOn().toString(),
                charge.cmasNumber().canonical(),
                charge.quarter().toString());
    }

    @GET
    @Path("/charges")
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "listAccountCharges", summary = "The fees of filed reports, by the day they were due")
    public Page<ContractorAccounts.Charge> charges(
            @PathParam("contractorId") UUID contractorId,
            @QueryParam("open") @DefaultValue("false") boolean open,
            @BeanParam Paging paging)
            throws SQLException {
        int count = paging.count();
        ContractorAccounts.After after = after(paging);
        try (Connection connection = dataSource.getConnection()) {
            Contractor contractor = visible(connection, contractorId);
            return paging.page(
                    accounts.charges(connection, contractor.contractorId(), open, after, count),
                    ContractorAccountResource::cursor);
        }
    }

    private static ContractorAccounts.@Nullable After after(Paging paging) {
        return paging.after(3)
                .map(last -> new ContractorAccounts.After(
                        last.day(0), last.keys().get(1), last.keys().get(2)))
                .orElse(null);
    }

    @GET
    @Path("/paper")
    @Produces(PDF)
    @RolesAllowed({Roles.CONTRACTOR, Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(operationId = "getContractorAccountPaper", summary = "The statement of account as a paper (PDF)")
    @APIResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response paper(@PathParam("contractorId") UUID contractorId) throws SQLException {
        ContractorAccountView account = read(contractorId, true, AccountPaper.MOST_ROWS);
        return Response.ok(printer.print(AccountPaper.of(account), AccountPaper.datedAt(account)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"statement-of-account-" + contractorId + "-" + account.asOfDay() + ".pdf\"")
                .build();
    }
}
