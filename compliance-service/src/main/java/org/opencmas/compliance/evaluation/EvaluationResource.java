package org.opencmas.compliance.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.compliance.evaluation.AttestationWithdrawal.AttestationWithdrawalView;
import org.opencmas.compliance.evaluation.WithdrawOrderAttestation.NewAttestationWithdrawal;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.judging.Judgement;
import org.opencmas.compliance.rule.judging.Rejudgement;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.http.Caller;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.NotFound;
import org.opencmas.terms.Roles;

@Path("/v1/evaluations")
@Tag(name = "Evaluations", description = "The receipt of every decision on a submitted order.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
class EvaluationResource {
    private final DataSource dataSource;
    private final Evaluations evaluations;
    private final AttestationWithdrawals withdrawals;
    private final WithdrawOrderAttestation withdrawAttestation;
    private final Caller caller;

    EvaluationResource(
            DataSource dataSource,
            Evaluations evaluations,
            AttestationWithdrawals withdrawals,
            WithdrawOrderAttestation withdrawAttestation,
            Caller caller) {
        this.dataSource = dataSource;
        this.evaluations = evaluations;
        this.withdrawals = withdrawals;
        this.withdrawAttestation = withdrawAttestation;
        this.caller = caller;
    }

    /** A receipt. */
    record EvaluationView(
            UUID evaluationId,
            UUID orderId,
            int documentVersion,
            UUID agencyId,
            Decision decision,
            List<Finding> findings,

            @Schema(
                    type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT,
                    implementation = Object.class)
            OrderFacts facts,

            Map<String, Long> asOf,
            String ruleSetVersion,
            String receiptHash,
            Instant evaluatedAt,
            List<AttestationWithdrawalView> attestationWithdrawals) {}

    /** A receipt as it is stored, JSON as text, so that its hash can be taken again from it alone. */
    record ReceiptView(
            UUID evaluationId,
            UUID orderId,
            int documentVersion,
            UUID agencyId,
            String agencyOrderNumber,
            int amendmentNumber,
            Decision decision,
            Instant evaluatedAt,
            String ruleSetVersion,
            String asOf,
            String facts,
            String findings,
            String receiptHash) {
        static ReceiptView of(SealedEvaluation stored) {
            Evaluation receipt = stored.evaluation();
            return new ReceiptView(
                    receipt.evaluationId(),
                    receipt.orderId(),
                    receipt.documentVersion(),
                    receipt.agencyId(),
                    receipt.agencyOrderNumber(),
                    receipt.amendmentNumber(),
                    receipt.decision(),
                    receipt.evaluatedAt(),
                    receipt.ruleSetVersion(),
                    receipt.asOf(),
                    receipt.facts(),
                    receipt.findings(),
                    stored.storedHash());
        }
    }

    /** The same facts judged again by the rules and versions that judged them then. */
    record ReproductionView(
            UUID evaluationId,
            boolean reproduced,
            boolean receiptIntact,
            String ruleSetVersionThen,
            String ruleSetVersionNow,
            Decision decisionThen,
            Decision decisionNow,
            List<String> differingRules) {}

    @GET
    @Path("/{evaluationId}")
    @Operation(operationId = "getEvaluation", summary = "One receipt")
    public EvaluationView get(UUID evaluationId) throws SQLException {
        SealedEvaluation stored = visible(evaluationId);
        Evaluation receipt = stored.evaluation();
        return new EvaluationView(
                receipt.evaluationId(),
                receipt.orderId(),
                receipt.documentVersion(),
                receipt.agencyId(),
                receipt.decision(),
                ReceiptJson.findings(receipt.findings()),
                FactsJson.facts(receipt.facts()),
                ReceiptJson.positions(receipt.asOf()),
                receipt.ruleSetVersion(),
                stored.storedHash(),
                receipt.evaluatedAt(),
                withdrawals(receipt));
    }

    private List<AttestationWithdrawalView> withdrawals(Evaluation receipt) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return withdrawals.of(connection, receipt).stream()
                    .map(AttestationWithdrawal::view)
                    .toList();
        }
    }

    @POST
    @Path("/{evaluationId}/attestation-withdrawals")
    @Idempotent
    @RolesAllowed({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "withdrawOrderAttestation", summary = "Take an attestation on an order back")
    @APIResponseSchema(
            value = AttestationWithdrawalView.class,
            responseCode = "201",
            responseDescription = "Recorded; the decision stays as it was")
    public Response withdraw(UUID evaluationId, @NotNull @Valid NewAttestationWithdrawal body) throws SQLException {
        return Response.created(URI.create("/v1/evaluations/" + evaluationId))
                .entity(withdrawAttestation.withdraw(evaluationId, body).view())
                .build();
    }

    @GET
    @Path("/{evaluationId}/receipt")
    @Operation(operationId = "getEvaluationReceipt", summary = "One receipt exactly as it is stored")
    public ReceiptView receipt(UUID evaluationId) throws SQLException {
        return ReceiptView.of(visible(evaluationId));
    }

    @GET
    @Path("/{evaluationId}/reproduction")
    @Operation(operationId = "getEvaluationReproduction", summary = "Judge the facts of a receipt again")
    public ReproductionView reproduce(UUID evaluationId) throws SQLException {
        SealedEvaluation stored = visible(evaluationId);
        Evaluation receipt = stored.evaluation();
        List<Finding> then = ReceiptJson.findings(receipt.findings());
        Rejudgement again = RuleBooks.ORDERS.judgeAgain(FactsJson.facts(receipt.facts()), then);
        Judgement now = again.judgement();
        List<String> differing = Comparison.differingRules(then, now.findings());
        return new ReproductionView(
                receipt.evaluationId(),
                differing.isEmpty() && now.decision() == receipt.decision(),
                receipt.receiptHash().equals(stored.storedHash()),
                receipt.ruleSetVersion(),
                RuleBooks.ORDERS.version(),
                receipt.decision(),
                now.decision(),
                differing);
    }

    /** Another agency's receipt does not exist for the caller. */
    private SealedEvaluation visible(UUID evaluationId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return evaluations
                    .find(connection, evaluationId)
                    .filter(stored -> isVisible(stored.evaluation()))
                    .orElseThrow(() -> new NotFound("evaluation", evaluationId));
        }
    }

    private boolean isVisible(Evaluation evaluation) {
        return caller.seesAll()
                || caller.agencyId().filter(evaluation.agencyId()::equals).isPresent();
    }
}
