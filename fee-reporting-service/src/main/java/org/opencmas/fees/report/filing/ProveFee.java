package org.opencmas.fees.report.filing;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opencmas.fees.facts.Certificate;
import org.opencmas.fees.facts.Contractor;
import org.opencmas.fees.facts.Contractors;
import org.opencmas.fees.feeproof.FeeProof;
import org.opencmas.fees.feeproof.FeeProofs;
import org.opencmas.fees.figure.AwaitingNewRate;
import org.opencmas.fees.ledger.declared.DeclaredFees;
import org.opencmas.fees.obligation.AgreementQuarter;
import org.opencmas.fees.rate.FeeRateTable;
import org.opencmas.fees.report.statement.Statement;
import org.opencmas.fees.report.statement.StatementLine;
import org.opencmas.problem.Unavailable;
import org.opencmas.tenant.Tenant;
import org.opencmas.terms.Usd;

/**
 * Makes the proof of a report's fee out of what is known at this moment.
 *
 * <p>Refuses while orders of the report wait to be posted again at a new rate (503): the proof names the rates that count, and what was
 * posted by the one before would never agree with them.
 */
@ApplicationScoped
class ProveFee {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final FeeProofs proofs;
    private final FeeRateTable rates;
    private final DeclaredFees declaredFees;
    private final Contractors contractors;
    private final ObjectMapper json;

    ProveFee(
            FeeProofs proofs,
            FeeRateTable rates,
            DeclaredFees declaredFees,
            Contractors contractors,
            ObjectMapper json) {
        this.proofs = proofs;
        this.rates = rates;
        this.declaredFees = declaredFees;
        this.contractors = contractors;
        this.json = json;
    }

    /** @param receiptNumber null while the report is not filed */
    FeeProof.Sealed prove(Connection connection, Statement statement, @Nullable String receiptNumber)
            throws SQLException {
        return Tenant.seeingAll(
                () -> proof(connection, statement, receiptNumber).sealed(json));
    }

    private FeeProof proof(Connection connection, Statement statement, @Nullable String receiptNumber)
            throws SQLException {
        var report = new AgreementQuarter(statement.agreement(), statement.quarter());
        if (AwaitingNewRate.isAnyOf(connection, report)) {
            throw new Unavailable(
                    "Orders of the report " + statement.agreement() + " " + statement.quarter()
                            + " are being posted again at a rate that was activated. Send the request again when they are.",
                    SOON);
        }
        List<Certificate> certificates = statement.contractorId().isEmpty()
                ? List.of()
                : contractors
                        .find(connection, statement.contractorId().get())
                        .map(Contractor::certificates)
                        .orElse(List.of());
        List<FeeProof.Declared> declared = declaredFees.sums(connection, report).stream()
                .map(ProveFee::declared)
                .toList();
        Usd fee = Usd.sum(declared.stream().map(FeeProof.Declared::fee).toList());
        return new FeeProof(
                FeeProof.FORMAT,
                statement.agreement(),
                statement.quarter(),
                receiptNumber,
                rates.load(connection).all().stream()
                        .map(FeeProof.ProvenRate::of)
                        .toList(),
                certificates.stream().map(FeeProof.ProvenCertificate::of).toList(),
                proofs.orders(connection, report),
                statement.lines().stream().map(ProveFee::line).toList(),
                totals(statement.declaring(fee).totals(), !declared.isEmpty()),
                proofs.extent(connection, report),
                declared.isEmpty() ? null : declared);
    }

    private static FeeProof.Line line(StatementLine line) {
        return new FeeProof.Line(
                line.orderId(),
                line.documentVersion(),
                line.cause(),
                line.belongsToQuarter(),
                line.rate(),
                line.treatment(),
                line.totalExcludingTaxAndFreight(),
                line.fee(),
                line.feeWaived());
    }

    private static FeeProof.Declared declared(DeclaredFees.Sum sum) {
        return new FeeProof.Declared(
                sum.orderDate(),
                sum.rate(),
                sum.treatment(),
                sum.postings(),
                sum.base(),
                sum.feeDue(),
                sum.feeWaived());
    }

    private static FeeProof.Totals totals(Statement.Totals totals, boolean isDeclaring) {
        return new FeeProof.Totals(
                totals.lineCount(),
                totals.totalExcludingTaxAndFreight(),
                totals.salesWaived(),
                totals.feeWaived(),
                totals.feeExact(),
                isDeclaring ? totals.feeDeclared() : null,
                totals.feeRounded(),
                totals.creditAvailable(),
                totals.creditUsed(),
                totals.feeDue(),
                totals.creditCarriedForward());
    }
}
