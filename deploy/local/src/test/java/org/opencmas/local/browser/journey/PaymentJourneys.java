package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/** What comes in from contractors: written down, applied, and given back by two persons. */
public final class PaymentJourneys {
    private static final String PAYMENTS = "/remittances?contractor=0190a000-0000-7000-8000-00000000c023";

    /** An agreement of the sample that ended in 2019, and the report of its one order. */
    private static final String ENDED = "4-15-99-9003A";

    private static final String ENDED_REPORT = "/reports/" + ENDED + "/2019-Q2";

    private PaymentJourneys() {}

    /** An analyst writes a payment down with a fault, mends it, finds that nothing is due, and proposes to give it back; an approver approves. */
    public static void aPaymentThatGoesBack(TestBrowser browser) {
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

            analyst.unfold("Apply it to one report, or take that back");
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
            withdrawn(analyst);
            analyst.unfold("Propose to give back");
            analyst.fill("refund", "1,250.55");
            analyst.fill("reason", "Paid twice.");
            analyst.press("Propose it");
            analyst.held("Waits for another person, an approver");

            approver.see(payment, "Paid twice.");
            approver.press("Approve the refund of 1,250.55");
            assertThat(approver.page().locator("main .facts")).containsText("$0.00");
            approver.held("Paid twice.");
            analyst.see("/remittances", reference);
        }
    }

    /** What was proposed is given up, with a reason, before anybody approves it. */
    private static void withdrawn(SignedInVisit analyst) {
        analyst.unfold("Withdraw the refund of");
        analyst.press("Withdraw it");
        analyst.refusalWasWanted();
        analyst.held("Please look at this again");
        analyst.page().locator("form[action$='/withdrawal'] textarea").fill("The amount is looked at once more.");
        analyst.press("Withdraw it");
        analyst.held("Withdrawn");
    }

    /**
     * A contractor files a report, an analyst returns it as incomplete, another who does so at once is told that it was changed meanwhile, and the contractor answers with a correction.
     */
    public static void aReportThatCameBack(TestBrowser browser) {
        try (SignedInVisit clerk = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "contractor-altec");
                SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit late = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst")) {
            clerk.see("/reports", "to do");
            String report = clerk.lastLink("/reports/");
            String day = firstDay(report);
            send(clerk, report, "City of Galt,,PO-3401,%s,1000.00\n".formatted(day));
            clerk.fill("contactName", "A. Clerk");
            clerk.press("File what is saved");
            clerk.held("Filed. The receipt stands below.");

            late.open(report + "/return");
            analyst.see(report, "return it to the contractor");
            analyst.see(report + "/return", "What is missing or wrong");
            analyst.press("Return the report");
            analyst.refusalWasWanted();
            analyst.held("must be given, for the contractor.");
            analyst.fill("reasons", "An order of the City of Lodi is missing.");
            analyst.press("Return the report");
            analyst.held("An order of the City of Lodi is missing.");
            late.fill("reasons", "The orders of Lodi are missing.");
            late.press("Return the report");
            late.refusalWasWanted();
            assertThat(late.page().locator("#reasons")).hasValue("The orders of Lodi are missing.");
            late.held("was returned already; the contractor has not answered");
            late.heldNarrowAndDark();

            clerk.see(report, "An order of the City of Lodi is missing.");
            send(
                    clerk,
                    report,
                    "City of Galt,,PO-3401,%1$s,1000.00\nCity of Lodi,,PO-3402,%1$s,500.00\n".formatted(day));
            clerk.page().locator("#correctionReason").selectOption("RETURNED_AS_INCOMPLETE");
            clerk.press("File the correction");
            clerk.held("Filed. The receipt stands below.");
        }
    }

    /**
     * A contractor files a report with a fee, an analyst applies what came in to what is owed, takes it back and applies it to one report; then the two see to an order that the
     * contractor types otherwise than its agency.
     */
    public static void whatIsLeftIsApplied(TestBrowser browser) {
        try (SignedInVisit clerk =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "contractor-garland");
                SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst")) {
            // The fee is due on orders of that day, and no report of it was filed.
            send(clerk, "/reports/4-20-56-0006B/2023-Q2", "City of Galt,,PO-3411,2023-05-02,1000.00\n");
            clerk.fill("contactName", "A. Clerk");
            clerk.press("File what is saved");
            clerk.held("Filed. The receipt stands below.");

            analyst.see("/remittances?contractor=0190a000-0000-7000-8000-00000000c007", "Payments of");
            analyst.unfold("Write a payment down");
            analyst.fill("reference", "ACH-" + UUID.randomUUID().toString().substring(0, 8));
            analyst.page().locator("#method").selectOption("ACH");
            analyst.fill("amount", "5.00");
            analyst.fill(
                    "receivedOn",
                    LocalDate.now(ZoneId.of("America/Los_Angeles")).toString());
            analyst.press("Write it down");
            analyst.held("No report yet.");
            analyst.press("Apply what is left to the oldest unpaid reports");
            analyst.held("Nothing is left of it.");
            String[] paid = analyst.firstLink("/reconciliations/").split("/", -1);
            analyst.unfold("Apply it to one report, or take that back");
            applied(analyst, paid, "-5.00");
            analyst.held("Apply what is left to the oldest unpaid reports");
            analyst.unfold("Apply it to one report, or take that back");
            applied(analyst, paid, "5.01");
            analyst.refusalWasWanted();
            analyst.held("Please look at this again");
            assertThat(analyst.page().locator("#amount")).hasValue("5.01");
            applied(analyst, paid, "5.00");
            analyst.held("Nothing is left of it.");
            typedDifferently(clerk, analyst);
            creditOfAnEndedAgreement(analyst);
        }
    }

    /** A report names an order of the sample by another number; it is tied, which a second tab does not see, and the tie is withdrawn. */
    private static void typedDifferently(SignedInVisit clerk, SignedInVisit analyst) {
        clerk.see(ENDED_REPORT, "Orders that are missing above");
        clerk.press("Add an order");
        clerk.fill("added.0.agencyName", "City of Arcadia");
        clerk.fill("added.0.purchaseOrderNumber", "LCO 11");
        clerk.fill("added.0.purchaseOrderDate", "2019-05-07");
        clerk.fill("added.0.total", "240,840.56");
        clerk.fill("contactName", "A. Clerk");
        clerk.press("File the report");
        clerk.held("like one that is known by another number");
        clerk.see(clerk.firstLink("/look-alikes"), "How the numbers differ");
        clerk.heldNarrowAndDark();

        analyst.see("/queue?kind=ORDER_TYPED_DIFFERENTLY", "Typed differently");
        String pairs = analyst.firstLink("/look-alikes");
        analyst.see(pairs, "LCO 11");
        analyst.unfold("Tie LCO 11");
        analyst.press("Tie them");
        analyst.refusalWasWanted();
        analyst.held("Please look at this again");
        tiedInAnotherTab(analyst.page(), pairs);
        analyst.page().locator("form[action$='/tie'] textarea").fill("It is the same order.");
        analyst.press("Tie them");
        analyst.refusalWasWanted();
        assertThat(analyst.page().locator(":focus")).containsText("It was changed meanwhile, so nothing was tied");
        analyst.held("The agency's paper has LCO-11.");
        analyst.heldNarrowAndDark();

        analyst.see("/look-alikes/ties", "The agency's paper has LCO-11.");
        analyst.heldNarrowAndDark();
        analyst.unfold("Withdraw the tie of LCO 11");
        analyst.page().locator("form[action$='/withdrawal'] textarea").fill("Both are looked at once more.");
        analyst.press("Withdraw it");
        analyst.held("The tie is withdrawn.");
        analyst.see(pairs, "LCO 11");
        analyst.heldNarrowAndDark();
    }

    private static void tiedInAnotherTab(Page page, String pairs) {
        Page tab = page.context().newPage();
        tab.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1" + pairs));
        tab.locator("summary", new Page.LocatorOptions().setHasText("Tie LCO 11"))
                .click();
        tab.locator("form[action$='/tie'] textarea").fill("The agency's paper has LCO-11.");
        tab.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tie them"))
                .click();
        assertThat(tab.locator("main")).containsText("The two are tied.");
        tab.close();
    }

    /** More than the credit that an agreement has is refused, and what was typed stays. */
    private static void creditOfAnEndedAgreement(SignedInVisit analyst) {
        analyst.see("/credits/" + ENDED, "None of it was moved to another agreement or given back");
        analyst.unfold("Propose to move it or give it back");
        analyst.page().locator("#way").selectOption("REFUND");
        analyst.fill("amount", "900,000.00");
        analyst.fill("reason", "The agreement ended.");
        analyst.press("Propose it");
        analyst.refusalWasWanted();
        analyst.held("Please look at this again");
        assertThat(analyst.page().locator("#amount")).hasValue("900,000.00");
        analyst.heldNarrowAndDark();
    }

    /** @param report the parts of the address of its reconciliation */
    private static void applied(SignedInVisit analyst, String[] report, String amount) {
        analyst.fill("cmasNumber", report[2]);
        analyst.fill("quarter", report[3]);
        analyst.fill("amount", amount);
        analyst.press("Apply it");
    }

    private static void send(SignedInVisit clerk, String report, String rows) {
        clerk.open(report + "/upload");
        clerk.choose(
                "file",
                "report.csv",
                "Agency Name,Agency Billing Code,Purchase Order Number,Purchase Order Date,Total Excluding Tax and Freight\n"
                        + rows);
        clerk.press("Save it as the draft");
        clerk.held("What is saved, not filed");
    }

    /** The first day of the quarter at the end of a report's address, as a contractor writes it. */
    private static String firstDay(String report) {
        String[] quarter = report.substring(report.lastIndexOf('/') + 1).split("-Q");
        return "%d/1/%s".formatted(Integer.parseInt(quarter[1]) * 3 - 2, quarter[0]);
    }
}
