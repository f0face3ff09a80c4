package org.opencmas.compliance.paymentcheck;

import java.time.LocalDate;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.opencmas.compliance.facts.FactsJson;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.invoice.PaymentFacts;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Judgement;

/** A checked payment as its receipt. Nothing of it is stored here: the caller keeps it, and {@code verify/receipt.py} checks it. */
@Schema(
        description =
                "What a payment was judged from and what was found, for the caller to keep; verify/receipt.py checks it.")
record PaymentReceipt(
        @Schema(enumeration = SUBJECT, description = "What was judged.")
        String subject,

        @Schema(description = "RETURN when something blocks the payment.")
        Decision decision,

        @Schema(description = "The day of the check, in California.")
        LocalDate judgedOn,

        @Schema(description = "The rules that were asked.") String ruleSetVersion,

        @Schema(description = "JSON of all that the rules knew, the figures included, exactly as hashed.")
        String facts,

        @Schema(description = "JSON of all findings, exactly as hashed.")
        String findings,

        @Schema(
                description =
                        "SHA-256 over the lines \"name: value\" of receipt (1) and the fields above, in this order.")
        String receiptHash) {
    private static final String SUBJECT = "PAYMENT";

    static PaymentReceipt of(PaymentFacts facts, Judgement judgement) {
        Decision decision = judgement.decision();
        LocalDate day = facts.receivedOn();
        String rules = RuleBooks.PAYMENTS.version();
        String known = FactsJson.text(facts);
        String found = FactsJson.text(judgement.findings());
        String text =
                "receipt: 1\nsubject: %s\ndecision: %s\njudgedOn: %s\nruleSetVersion: %s\nfacts: %s\nfindings: %s\n"
                        .formatted(SUBJECT, decision, day, rules, known, found);
        return new PaymentReceipt(SUBJECT, decision, day, rules, known, found, DigestUtils.sha256Hex(text));
    }
}
