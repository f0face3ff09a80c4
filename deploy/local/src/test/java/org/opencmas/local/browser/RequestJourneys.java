package org.opencmas.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;

/** What goes with an order: the agency's policy, what is hardly meant, and the figures that the rules go by. */
final class RequestJourneys {
    private static final int WIDE = 1280;

    private RequestJourneys() {}

    /** A telephone number typed as a price keeps an order from being sent until it is explained; the word stays in its history. */
    static void whatIsHardlyMeant(TestBrowser browser) {
        String number = "PO-D-" + UUID.randomUUID().toString().substring(0, 8);
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(WIDE, ColorScheme.LIGHT), "erp-lodi")) {
            Page page = buyer.page();
            buyer.see("/drafts/new?cmas=3-16-70-3298A&item=GS35F216CA-003", "Remove line 10");
            buyer.fill("agencyOrderNumber", number);
            buyer.fill("lines.0.quantity", "1");
            buyer.fill("lines.0.unitPrice", "2095551212");
            buyer.press("Save as a draft");
            buyer.held("Edit the draft");
            page.locator("main").getByText("What is hardly meant").click();
            buyer.held("Telephone as amount");
            buyer.press("Confirm what I explained");
            buyer.refusalWasWanted();
            buyer.held("need an explanation");
            page.locator("textarea").first().fill("It is a price in another sense.\nReally.");
            buyer.press("Confirm what I explained");
            buyer.held("Edit the draft");
            page.locator("main").getByText("What is hardly meant").click();
            buyer.held("It is a price in another sense.");
        }
    }

    /** An analyst proposes a figure, and an approver makes it count; both see since when. */
    static void aFigureOfTwoPersons(TestBrowser browser) {
        String source = "Trial of " + UUID.randomUUID();
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver = SignedInVisit.of(browser.visit(WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.see("/figures", "What counts");
            open(analyst.page(), "Propose a figure");
            analyst.page().locator("#name").selectOption("REVIEW_ADVICE_DAYS");
            analyst.fill("value", "half");
            analyst.fill("validFrom", "2035-01-01");
            analyst.fill("source", source);
            analyst.press("Propose it");
            analyst.refusalWasWanted();
            analyst.held("Please look at this again");
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

    /** An approver changes a setting; what is wrong is told and what was typed stays; the earlier policy is listed. */
    static void aChangeOfThePolicy(TestBrowser browser) {
        try (SignedInVisit approver = SignedInVisit.of(browser.visit(WIDE, ColorScheme.LIGHT), "erp-azusa")) {
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
