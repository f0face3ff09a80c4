package org.opencmas.compliance.paymentcheck;

/** The examples of the check in the API's document. */
public final class PaymentExamples {
    public static final String PAYMENT = """
            {"buyer": "STATE", "amount": "10800.00", "kind": "PROGRESS", "paidOn": "2025-04-24", "toSmallBusiness": true,
             "invoice": {"invoiceNumber": "INV-2044", "receivedOn": "2025-03-10", "acceptedOn": "2025-03-03"},
             "progress": {
              "contract": {"kind": "GOODS_SPECIAL", "price": "120000.00", "startsOn": "2025-01-15", "lastDay": "2025-12-31",
               "performanceBond": "60000.00"},
              "withheldNow": "1200.00", "paidBefore": "0.00", "withheldBefore": "0.00",
              "servicesThrough": "2025-03-03", "writtenReport": true, "earlierPaymentsOn": []}}
            """;

    public static final String PAYMENT_ANSWER = """
            {"blocked": false, "findings": [
              {"ruleId": "PP-GOODS-SPECIAL", "ruleVersion": 1, "verdict": "PASS", "blocking": false,
               "message": "The performance bond of 60000.00 is at least 60000.00.",
               "numbers": {"bond": "60000.00", "bondAtLeast": "60000.00"},
               "citation": {"document": "CMAS Local Government Agency Guide, August 2019", "section": "Section 4", "page": 12,
                "heading": "Progress Payments"},
               "lineIds": [], "remedy": null}],
             "summary": {"PASS": 8, "FAIL": 0, "WARN": 1, "NEEDS_ATTESTATION": 0, "NOT_APPLICABLE": 14, "UNDETERMINED": 0},
             "figures": {"clockStartedOn": "2025-03-10", "dueOn": "2025-04-24", "daysLate": 0, "withholdShare": "0.1",
              "withholdAtLeast": "12000.00", "withholdSoFarAtLeast": "1200.00", "payAtMost": "108000.00",
              "payNowAtMost": "108000.00", "bondAtLeast": "60000.00"},
             "ruleSetVersion": "8f0a5a0c5fbb3b7d1c1a6a2d0f6f8c8e6f2f0a4f5f7d8c1b2a3e4d5c6b7a8f90"}
            """;

    private PaymentExamples() {}
}
