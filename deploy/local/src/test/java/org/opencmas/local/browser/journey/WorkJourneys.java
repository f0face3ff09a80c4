package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/** From the sign-in to the goal of each persona, on the real services. */
public final class WorkJourneys {

    private WorkJourneys() {}

    /** A buyer orders too dear, sees it at the line while typing, mends it, attests, saves and submits; the contractor rejects, the buyer amends, the contractor accepts. */
    public static void anOrderFromItsFirstLineToItsAcceptance(TestBrowser browser) {
        String number = "PO-C-" + UUID.randomUUID().toString().substring(0, 8);
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi");
                SignedInVisit contractor =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "contractor-civicactions")) {
            String order = submitted(buyer, number);

            contractor.see(order, "Your answer");
            contractor.page().getByText("Send it back as inaccurate").click();
            contractor.press("Send the order back");
            contractor.refusalWasWanted();
            assertThat(contractor.page().locator(":focus")).containsText("Please look at this again");
            contractor.held("must be chosen");
            contractor.page().locator("#reasonCode").selectOption("PRICE");
            contractor.page().locator("#pointer").selectOption("/lines/0/unitPrice");
            contractor.fill("rightValue", "104.00");
            contractor.fill("reason", "<script>alert(1)</script> Our offer is 104.00.");
            contractor.press("Send the order back");
            contractor.held("The contractor sent it back: Price");
            assertThat(contractor.page().locator("main")).containsText("<script>alert(1)</script>");

            buyer.see(order, "You: amend it");
            buyer.press("Amend with the contractor's value");
            assertThat(buyer.page().locator("[id='lines.0.unitPrice']")).hasValue("104.00");
            buyer.held("What the rules say");
            buyer.press("Submit for the decision");
            buyer.held(number);

            contractor.see(order, "104.00");
            contractor.press("Accept the order");
            contractor.held("Accepted");
            receivedBilledAndPaid(browser, buyer, order);
        }
    }

    /** The buyer writes down what came, takes the invoice for it down, approves and pays it; what is missing is told at its field. */
    private static void receivedBilledAndPaid(TestBrowser browser, SignedInVisit buyer, String order) {
        String today = LocalDate.now(ZoneId.of("America/Los_Angeles")).toString();
        buyer.see(order, "Receive, bill and pay");
        buyer.see(order + "/money", "May be paid now");
        buyer.unfold("Write down what came");
        buyer.press("Record the receipt");
        buyer.refusalWasWanted();
        buyer.held("Please look at this again");
        buyer.fill("receipt.receivedOn", today);
        buyer.fill("receipt.acceptedOn", today);
        buyer.fill("receipt.lines.0.quantityReceived", "10");
        buyer.fill("receipt.lines.0.quantityAccepted", "10");
        buyer.press("Record the receipt");
        buyer.held("1,040.00");
        buyer.unfold("Record an invoice");
        buyer.fill("invoice.invoiceNumber", "CA-1");
        buyer.fill("invoice.invoicedOn", today);
        buyer.fill("invoice.receivedOn", today);
        buyer.fill("invoice.lines.0.quantity", "10");
        buyer.fill("invoice.lines.0.amount", "1,040.00");
        buyer.fill("invoice.lines.0.serviceFrom", today);
        buyer.fill("invoice.lines.0.serviceThrough", today);
        buyer.fill("invoice.total", "1,050.00");
        buyer.press("Record the invoice");
        buyer.refusalWasWanted();
        buyer.held("but lines, tax and freight less what is traded in come to");
        buyer.fill("invoice.total", "1,040.00");
        buyer.press("Record the invoice");
        buyer.held("CA-1");
        try (SignedInVisit late = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi")) {
            late.see(order + "/money", "CA-1");
            disputed(buyer);
            late.unfold("Approve an invoice");
            late.fill("approval.sameCompanyNote", "One company.");
            late.press("Approve the invoice");
            late.refusalWasWanted();
            late.held("It names another order.");
            late.held("It was changed meanwhile, so nothing was done");
            assertThat(late.page().locator("[id='approval.sameCompanyNote']")).hasValue("One company.");
            late.heldNarrowAndDark();
        }
        progressTerms(buyer, order);
        buyer.see(order + "/money", "Disputed");
        buyer.unfold("Take a dispute back");
        buyer.fill("withdrawal.reason", "It names ours.");
        buyer.press("Take the dispute back");
        buyer.held("Received");
        buyer.unfold("Approve an invoice");
        buyer.press("Approve the invoice");
        buyer.held("Record a payment");
        buyer.unfold("Record a payment");
        buyer.fill("payment.paidOn", today);
        buyer.fill("payment.reference", "W-88012");
        buyer.fill("payment.amount", "1,040.00");
        buyer.press("Record the payment");
        buyer.held("paid $1,040.00");
        buyer.unfold("Write down that a payment came back");
        buyer.fill("reversal.reversedOn", today);
        buyer.fill("reversal.reason", "The transfer was returned.");
        buyer.press("Write it down");
        buyer.held("paid $0.00");
    }

    private static void disputed(SignedInVisit buyer) {
        buyer.unfold("Send an invoice back");
        buyer.press("Send it back");
        buyer.refusalWasWanted();
        buyer.held("Please look at this again");
        buyer.fill("dispute.reason", "It names another order.");
        buyer.press("Send it back");
        buyer.held("Disputed");
    }

    /** Terms that are not for what the order buys, or withhold too little, are refused; nothing is agreed. */
    private static void progressTerms(SignedInVisit buyer, String order) {
        buyer.see(order + "/progress-terms", "No terms are agreed");
        buyer.press("Store the terms");
        buyer.refusalWasWanted();
        buyer.held("must be chosen");
        buyer.page().locator("#kind").selectOption("GOODS_SPECIAL");
        buyer.fill("withholdShare", "10%");
        buyer.press("Store the terms");
        buyer.refusalWasWanted();
        buyer.held("is for");
        assertThat(buyer.page().locator("#withholdShare")).hasValue("10%");
    }

    /** Types into a field until what was typed is checked: a field that was only just swapped in listens a moment after it is seen. */
    private static void typeUntilChecked(SignedInVisit buyer, String field, String text) {
        Locator found = buyer.page().locator("#found-0");
        for (int i = 0; i < 3 && found.innerText().isBlank(); i++) {
            buyer.fill(field, text);
            for (int look = 0; look < 100 && found.innerText().isBlank(); look++) {
                buyer.page().waitForTimeout(100);
            }
        }
    }

    /** Writes an order of 40 hours at 106.33, sends it for its decision and returns its address. */
    public static String submitted(SignedInVisit buyer, String number) {
        Page page = buyer.page();
        buyer.see("/drafts/new", "Find in a price list");
        buyer.fill("cmas", "3-16-70-3298A");
        buyer.fill("find", "network engineer");
        buyer.press("Find");
        buyer.held("106.33");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take GS35F216CA-003"))
                .click();
        assertThat(page.locator("[id='lines.0.unitPrice']")).hasValue("106.33");
        buyer.fill("agencyOrderNumber", number);
        buyer.fill("lines.0.quantity", "40");
        typeUntilChecked(buyer, "lines.0.unitPrice", "110.00");
        assertThat(page.locator("#found-0")).containsText("above the ceiling of 106.33");
        assertThat(page.locator("#checks")).containsText("Would come back");
        assertThat(page.locator("[id='lines.0.unitPrice']")).hasValue("110.00");
        buyer.held("Would come back");
        buyer.fill("lines.0.unitPrice", "106.33");
        assertThat(page.locator("#checks")).containsText("Would be issued");
        page.locator("label[for='attest-CON-COPY-OBTAINED']").click();
        assertThat(page.locator("#found-0")).containsText("Attested by erp-lodi");
        buyer.press("Save as a draft");
        buyer.held("You: complete and submit it");
        assertThat(page.locator("main")).containsText("CON-COPY-OBTAINED");
        String order = page.url().replaceFirst("https?://[^/]+", "");
        buyer.press("Submit for the decision");
        buyer.held("Waits for: The contractor's answer");
        return order;
    }

    /** Two windows edit one draft: the second one is told what changed, and its text is still there. */
    public static void whatChangedMeanwhile(TestBrowser browser) {
        String number = "PO-M-" + UUID.randomUUID().toString().substring(0, 8);
        try (SignedInVisit one = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi");
                SignedInVisit other = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi")) {
            one.open("/drafts/new?cmas=3-16-70-3298A&item=GS35F216CA-003");
            one.fill("agencyOrderNumber", number);
            one.fill("lines.0.quantity", "40");
            one.press("Save as a draft");
            one.held("Edit the draft");
            String draft = one.firstLink("/drafts/");
            one.open(draft);
            other.open(draft);
            one.fill("lines.0.quantity", "41");
            one.press("Save as a draft");
            one.held("Edit the draft");
            // What only shows the form again does not take the other's version for the one that was seen.
            other.press("Add a line");
            other.press("Remove line 20");
            other.fill("lines.0.quantity", "42");
            other.press("Save as a draft");
            other.refusalWasWanted();
            other.held("quantity: you saw 40, it is now 41");
            assertThat(other.page().locator(":focus")).containsText("It was changed meanwhile");
            assertThat(other.page().locator("[id='lines.0.quantity']")).hasValue("42");
        }
    }

    /** A clerk files a report at zero, then sees its receipt. With the keyboard alone. */
    public static void aReportAtZeroWithTheKeyboard(TestBrowser browser) {
        try (SignedInVisit clerk = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "contractor-altec")) {
            clerk.see("/reports", "to do");
            String report = clerk.firstLink("/reports/");
            clerk.see(report, "Nothing to report");
            Page page = clerk.page();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            // From the content on: the list, then the button.
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus")).hasText("File at zero");
            page.keyboard().press("Enter");
            clerk.held("Filed. The receipt stands below.");
            clerk.held("Versions filed");
        }
    }

    /** An analyst goes from the queue to a reconciliation, and sees figures by quarter. */
    public static void fromTheQueueToTheCent(TestBrowser browser) {
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst")) {
            analyst.see("/work", "Work queue");
            analyst.see(analyst.firstLink("/reconciliations/"), "Left unexplained");
            analyst.see("/dashboard?from=2022-Q1&through=2022-Q2", "760,000.00");
            assertThat(analyst.page().locator("svg.bars")).hasCount(2);
        }
    }

    /** An auditor proves the ledger and reproduces a decision. */
    public static void theProofOfTheLedger(TestBrowser browser) {
        try (SignedInVisit auditor = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "auditor")) {
            auditor.see("/ledger", "Prove it again now");
            auditor.press("Prove it again now");
            assertThat(auditor.page().locator("#job")).containsText("Holds");
            auditor.held("Holds");
        }
    }

    /** What a session that has ended does to a form, and what another agency's address shows. */
    public static void theEndOfASession(TestBrowser browser) {
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-azusa")) {
            buyer.open("/drafts/new?cmas=3-16-70-3298A&item=GS35F216CA-003");
            buyer.fill("agencyOrderNumber", "typed <b>before</b> the end");
            buyer.page()
                    .context()
                    .clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("q_session.*")));
            buyer.press("Save as a draft");
            buyer.refusalWasWanted();
            buyer.held("Nothing was done yet, and nothing you typed is lost.");
            assertThat(buyer.page().locator("input[name='agencyOrderNumber']")).hasValue("typed <b>before</b> the end");
            // Signed in again elsewhere: the identity provider still knows the person.
            Page tab = buyer.page().context().newPage();
            tab.navigate(buyer.page().url().replaceFirst("(https?://[^/]+).*", "$1/sign-in"));
            assertThat(tab.locator(".bar-reader")).containsText("Sign out");
            tab.close();
            buyer.press("Send again what I typed");
            assertThat(buyer.page().locator("[id='agencyOrderNumber']")).hasValue("typed <b>before</b> the end");
        }
        try (SignedInVisit other = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-azusa");
                SignedInVisit owner = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi")) {
            owner.open("/orders");
            String theirs = owner.firstLink("/orders/0");
            assertThat(theirs).isNotEmpty();
            assertThat(other.open(theirs)).isEqualTo(404);
            String said = other.page().locator("main h1").innerText()
                    + other.page().locator("main .usa-intro").innerText();
            assertThat(other.open("/orders/" + UUID.randomUUID())).isEqualTo(404);
            assertThat(other.page().locator("main h1").innerText()
                            + other.page().locator("main .usa-intro").innerText())
                    .isEqualTo(said);
        }
    }

    /** After the sign-out, the page before is gone: it asks for a sign-in with a password. */
    public static void theSignOut(TestBrowser browser) {
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-tustin")) {
            buyer.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(buyer.page().locator("h1")).containsText("You are signed out");
            buyer.page().navigate(buyer.page().url().replaceFirst("(https?://[^/]+).*", "$1/orders"));
            assertThat(buyer.page().locator("#password")).isVisible();
        }
    }
}
