package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/** What comes before an order: the agency's policy, and a request for offer up to the order that is drafted from it. */
public final class RequestJourneys {

    private RequestJourneys() {}

    /** A buyer writes a request, asks two contractors, takes an offer down, does the four steps, determines and drafts the order. */
    public static void aRequestForOfferToItsDraftOrder(TestBrowser browser) {
        String reference = "RFO-C-" + UUID.randomUUID().toString().substring(0, 8);
        String today = LocalDate.now(ZoneId.of("America/Los_Angeles")).toString();
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi")) {
            Page page = buyer.page();
            buyer.see("/requests/new", "A new request for offer");
            buyer.press("Store as a draft");
            buyer.refusalWasWanted();
            buyer.held("must be given");
            assertThat(page.locator(":focus")).containsText("Please look at this again");
            buyer.fill("reference", reference);
            buyer.fill("title", "Network engineering for the library");
            buyer.fill("needs", "Forty hours of a network engineer.\nThe lowest bid wins.");
            page.locator("label[for='services']").click();
            buyer.fill("statementOfWork", "Plan the network of the second floor.");
            buyer.press("Store as a draft");
            buyer.held("What is advised");
            assertThat(page.locator("main")).containsText("Line 2, column");

            open(page, "Ask contractors");
            buyer.fill("asked.0.cmasNumber", "no-such-number");
            buyer.press("Record that they are asked today");
            buyer.refusalWasWanted();
            buyer.held("is no CMAS that the registry knows");
            buyer.fill("asked.0.cmasNumber", "3-16-70-3298A");
            buyer.fill("asked.0.recipient", "sales@contractor.example");
            buyer.fill("asked.1.cmasNumber", "3-20-70-2247G");
            buyer.press("Record that they are asked today");
            buyer.held("CivicActions, Inc.");

            anOffer(buyer, today);
            open(page, "Close the request");
            buyer.press("Close it: offers are compared now");
            buyer.held("Closed");
            for (String step : List.of("REQUIREMENTS", "CMAS_COPY", "REVIEW", "COMPARISON")) {
                open(page, "Record a step");
                page.locator("#step").selectOption(step);
                buyer.fill("doneOn", today);
                buyer.fill("evidence", "File 12");
                if (step.equals("COMPARISON")) {
                    page.locator("textarea[id^='assessment.']").first().fill("Below the ceiling.\nCan begin at once.");
                }
                buyer.press("Record the step");
                assertThat(page.locator("main")).containsText("Record a step");
            }
            buyer.held("Below the ceiling.");
            open(page, "Determine best value");
            page.locator("label[for='PRICE']").click();
            buyer.fill("determinationReason", "The only offer, and below the ceiling.");
            buyer.fill("determinedOn", today);
            buyer.press("Record the determination");
            buyer.held("determined on");
            buyer.fill("agencyOrderNumber", reference);
            buyer.press("Draft the order of the offer found best value");
            buyer.held("You: complete and submit it");
            page.locator("main").getByText("Possible mistakes").click();
            // Another journey of the same persona may have bought the same: that is told, and stops nothing.
            buyer.held("The order can be sent");
        }
    }

    /** A buyer logs a complaint about a request and its answer; DGS reads it where the agency shares it. */
    public static void aComplaintAndItsAnswer(TestBrowser browser) {
        String complainant = "Vector " + UUID.randomUUID().toString().substring(0, 8);
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi");
                SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst")) {
            buyer.see("/requests/new", "A new request for offer");
            buyer.fill("reference", complainant);
            buyer.fill("title", "Desks for the library");
            buyer.fill("needs", "Ten desks.");
            buyer.press("Store as a draft");
            buyer.held("Informal complaints");
            String request = buyer.page().url().replaceFirst("https?://[^/]+", "");
            buyer.see(request + "/complaints", "Write a complaint down");
            if (!buyer.page().locator("#complainant").isVisible()) {
                buyer.unfold("Write a complaint down");
            }
            buyer.press("Write the complaint down");
            buyer.refusalWasWanted();
            buyer.held("must be given");
            buyer.fill("complainant", complainant);
            buyer.fill("about", "The letter came two days before the hour.\nThat is too late.");
            buyer.page().locator("label[for='sharedWithDgs']").click();
            buyer.press("Write the complaint down");
            buyer.held(complainant);
            buyer.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("Write an answer down to " + complainant))
                    .click();
            buyer.page().locator("details[open] textarea").first().fill("It went out with all others.");
            buyer.page().locator("details[open] button").first().click();
            buyer.held("It went out with all others.");
            analyst.see("/requests", "Requests for offer");
            analyst.see(request, "Informal complaints");
            analyst.see(request + "/complaints", "It went out with all others.");
        }
    }

    /** A telephone number typed as a price keeps an order from being sent until it is explained; the word stays in its history. */
    public static void whatIsHardlyMeant(TestBrowser browser) {
        String number = "PO-D-" + UUID.randomUUID().toString().substring(0, 8);
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi")) {
            Page page = buyer.page();
            buyer.see("/drafts/new?cmas=3-16-70-3298A&item=GS35F216CA-003", "Remove line 10");
            buyer.fill("agencyOrderNumber", number);
            buyer.fill("lines.0.quantity", "1");
            buyer.fill("lines.0.unitPrice", "2095551212");
            buyer.press("Save as a draft");
            buyer.held("Edit the draft");
            page.locator("main").getByText("Possible mistakes").click();
            buyer.held("Telephone as amount");
            buyer.press("Confirm what I explained");
            buyer.refusalWasWanted();
            buyer.held("Say of one possible mistake");
            page.locator("textarea").first().fill("It is a price in another sense.\nReally.");
            buyer.press("Confirm what I explained");
            buyer.held("Edit the draft");
            page.locator("main").getByText("Possible mistakes").click();
            buyer.held("It is a price in another sense.");
        }
    }

    /** An analyst proposes a figure, and an approver makes it count; both see since when. */
    public static void aFigureOfTwoPersons(TestBrowser browser) {
        String source = "Trial of " + UUID.randomUUID();
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.see("/figures", "What counts");
            open(analyst.page(), "Propose a figure");
            analyst.page().locator("#name").selectOption("REVIEW_ADVICE_DAYS");
            analyst.fill("value", "half");
            analyst.fill("validFrom", "2035-01-01");
            analyst.fill("source", source);
            analyst.press("Propose it");
            analyst.refusalWasWanted();
            analyst.held("Please look at this again");
            assertThat(analyst.page().locator("#value")).hasValue("half");
            analyst.page().locator("#confidence").selectOption("M");
            analyst.fill("value", "11");
            analyst.press("Propose it");
            analyst.held(source);
            approver.see("/figures", source);
            approver.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(source))
                    .locator("button")
                    .click();
            approver.held("What counts");
            assertThat(approver.page()
                            .locator("tr", new Page.LocatorOptions().setHasText(source))
                            .locator("button"))
                    .hasCount(0);
        }
    }

    private static void anOffer(SignedInVisit buyer, String today) {
        Page page = buyer.page();
        page.locator("main").getByText("Record an offer").click();
        buyer.held("An offer came");
        buyer.fill("receivedOn", today);
        buyer.fill("receivedAt", "00:01");
        buyer.fill("lines.0.cmasNumber", "3-16-70-3298A");
        buyer.fill("lines.0.itemId", "GS35F216CA-003");
        buyer.fill("lines.0.description", "Network Engineer");
        buyer.fill("lines.0.unit", "Hour");
        buyer.fill("lines.0.quantity", "40");
        buyer.fill("lines.0.unitPrice", "104.00");
        page.locator("[id='lines.0.kind']").selectOption("SERVICES");
        buyer.press("Record the offer");
        buyer.held("4,160.00");
        assertThat(page.locator("#offers + .scroll")).containsText("Responsive");
    }

    /** An approver changes a setting; what is wrong is told and what was typed stays; the earlier policy is listed. */
    public static void aChangeOfThePolicy(TestBrowser browser) {
        try (SignedInVisit approver = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-azusa")) {
            approver.see("/policy", "Policy of City of Azusa");
            approver.fill("retentionYears", "seven");
            approver.press("Store the policy");
            approver.refusalWasWanted();
            approver.held("must be a whole number");
            assertThat(approver.page().locator("#retentionYears")).hasValue("seven");
            approver.fill("retentionYears", "7");
            approver.press("Store the policy");
            approver.held("The policy is stored");
            assertThat(approver.page().locator("#retentionYears")).hasValue("7");
        }
    }

    private static void open(Page page, String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
    }
}
