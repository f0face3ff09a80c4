package org.opencmas.compliance.invoicecheck;

/** The examples of the check in the API's document. */
final class CheckExamples {
    static final String INVOICE = """
            {"invoicedOn": "2026-03-02", "nameOnInvoice": "Example Supplies, Inc.", "nameOnOrder": "Example Supplies, Inc.",
             "cmasNumbers": ["4-06-78-0031A"], "invoiceNumber": "INV-2044", "buyer": "LOCAL", "paymentMethod": "INVOICE",
             "serviceFrom": "2026-02-01", "serviceThrough": "2026-02-28",
             "order": {"agencyOrderNumber": "PO-2026-00117", "orderDate": "2026-01-05", "includesConsumables": true},
             "lines": [
              {"lineId": "1", "type": "MAINTENANCE", "amount": "400.00", "tax": "0.00"},
              {"lineId": "2", "type": "CONSUMABLES", "amount": "100.00", "tax": "7.75"}],
             "taxRate": "0.0775"}
            """;

    static final String INVOICE_ANSWER = """
            {"blocked": false, "findings": [
              {"ruleId": "TAX-MAINT-CONSUMABLES", "ruleVersion": 1, "verdict": "PASS", "blocking": false,
               "message": "Of consumables of 100.00 the tax is 7.75.", "numbers": {"taxDue": "7.75"},
               "citation": {"document": "CMAS Local Government Agency Guide, August 2019", "section": "Section 4", "page": 13,
                "heading": "Maintenance Sales Tax"},
               "lineIds": ["2"], "remedy": null}],
             "summary": {"PASS": 4, "FAIL": 0, "WARN": 0, "NEEDS_ATTESTATION": 0, "NOT_APPLICABLE": 9, "UNDETERMINED": 0},
             "ruleSetVersion": "8f0a5a0c5fbb3b7d1c1a6a2d0f6f8c8e6f2f0a4f5f7d8c1b2a3e4d5c6b7a8f90"}
            """;

    private CheckExamples() {}
}
