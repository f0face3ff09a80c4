package org.opencmas.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What comes in from contractors: written down, applied, and given back by two persons. */
final class PaymentJourneys {
    private static final String PAYMENTS = "/remittances?contractor=0190a000-0000-7000-8000-00000000c023";

    private PaymentJourneys() {}

    /** An analyst writes a payment down with a fault, mends it, finds that nothing is due, and proposes to give it back; an approver approves. */
    static void aPaymentThatGoesBack(TestBrowser browser) {
        String reference = "CHK-" + UUID.randomUUID().toString().substring(0, 8);
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.see(PAYMENTS, "Payments of");
            analyst.unfold("Write a payment down");
            analyst.fill("reference", reference);
            analyst.fill("amount", "12,50");
            analyst.press("Write it down");
            analyst.refusalWasWanted();
            analyst.held("must be an amount such as 1,234.50.");
            assertThat(analyst.page().locator("#reference")).hasValue(reference);
            analyst.page().locator("#method").selectOption("CHECK");
            analyst.fill("amount", "1,250.55");
            analyst.fill(
                    "receivedOn",
                    LocalDate.now(ZoneId.of("America/Los_Angeles")).toString());
            analyst.press("Write it down");
            analyst.held("$1,250.55");
            String payment = analyst.page().url().replaceFirst("https?://[^/]+", "");

            analyst.unfold("Apply it to one report");
            analyst.fill("quarter", "soon");
            analyst.press("Apply it");
            analyst.refusalWasWanted();
            analyst.held("must be a quarter such as 2026-Q3.");
            analyst.unfold("Propose to give back");
            analyst.fill("refund", "1,250.56");
            analyst.fill("reason", "Paid twice.");
            analyst.press("Propose it");
            analyst.refusalWasWanted();
            analyst.held("Please look at this again");
            analyst.fill("refund", "1,250.55");
            analyst.press("Propose it");
            analyst.held("Waits for another person, an approver");

            approver.see(payment, "Paid twice.");
            approver.press("Approve the refund of 1,250.55");
            assertThat(approver.page().locator("main .facts")).containsText("$0.00");
            approver.held("Paid twice.");
            analyst.see("/remittances", reference);
        }
    }
}
