package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/** What one person sets and another confirms: an agency's policy, the figures of fees, settlements; and letters, which DGS makes alone. */
public final class TwoPersonJourneys {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    private TwoPersonJourneys() {}

    /**
     * An approver tightens a control, which holds at once, and loosens it, which waits; the maker reads why, an analyst of DGS confirms, and who comes too late reads that it was confirmed.
     * A policy for a later day is kept and given up.
     */
    public static void aPolicyOfTwoPersons(TestBrowser browser) {
        try (SignedInVisit approver = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-azusa");
                SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit late = SignedInVisit.of(browser.visit(Visit.NARROW, ColorScheme.DARK), "dgs-analyst")) {
            approver.see("/policy", "What does not hold yet");
            approver.page().locator("#statementOfWorkAction").selectOption("BLOCK");
            approver.press("Store the policy");
            approver.held("The policy is stored");
            approver.page().locator("#statementOfWorkAction").selectOption("WARN");
            approver.press("Store the policy");
            approver.held("You set it, so you cannot confirm it");
            assertThat(approver.page().locator("main del").first()).hasText("Stops the order");

            analyst.see("/agencies?name=Azusa", "City of Azusa");
            String policy = analyst.firstLink("/agencies/");
            analyst.see(policy, "Waits for another person");
            late.see(policy, "Waits for another person");
            confirm(analyst);
            analyst.held("Nothing: what is set holds.");
            confirm(late);
            late.refusalWasWanted();
            late.held("It was confirmed meanwhile by");

            approver.see("/policy", "Nothing: what is set holds.");
            assertThat(approver.page().locator("#statementOfWorkAction")).hasValue("WARN");
            approver.fill("effectiveOn", "2020-01-01");
            approver.press("Store the policy");
            approver.refusalWasWanted();
            approver.held("Please look at this again");
            approver.fill("effectiveOn", LocalDate.now(CALIFORNIA).plusDays(40).toString());
            approver.fill("retentionYears", "9");
            approver.press("Store the policy");
            approver.held("The policy is kept for its day.");
            approver.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Give up the policy of"))
                    .first()
                    .click();
            approver.held("The policy was given up");
        }
    }

    private static void confirm(SignedInVisit analyst) {
        analyst.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm the policy of"))
                .first()
                .click();
    }

    /** Of two who change a policy at once the second reads what is set otherwise, and what was typed stays. */
    public static void aPolicyThatChangedMeanwhile(TestBrowser browser) {
        try (SignedInVisit one = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-azusa");
                SignedInVisit other = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-azusa")) {
            one.open("/policy");
            other.open("/policy");
            String years = one.page().locator("#retentionYears").inputValue().equals("8") ? "6" : "8";
            one.fill("retentionYears", years);
            one.press("Store the policy");
            one.held("The policy is stored");
            other.fill("deliveryTailMonths", "7");
            other.press("Store the policy");
            other.refusalWasWanted();
            assertThat(other.page().locator(":focus")).containsText("It was changed meanwhile");
            assertThat(other.page().locator("#errors ins")).hasText(years);
            other.held("What you typed is still in the fields");
            assertThat(other.page().locator("#deliveryTailMonths")).hasValue("7");
        }
    }

    /** An analyst proposes a due day for comparison, an approver makes it count; of a rate the fault stands at its field. */
    public static void aDueDayOfTwoPersons(TestBrowser browser) {
        String source = "Trial of " + UUID.randomUUID();
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.see("/figures/fee-rates", "1.25%");
            analyst.unfold("Propose a figure");
            analyst.fill("value", "1,25");
            analyst.press("Propose it");
            analyst.refusalWasWanted();
            analyst.held("must be per cent such as 1.25");

            analyst.see("/figures/report-due-rules", "What counts");
            analyst.unfold("Propose a figure");
            analyst.page().locator("#name").selectOption("COMPARISON");
            analyst.fill("value", "32");
            analyst.fill("validFrom", "2035-Q1");
            analyst.fill("source", source);
            analyst.page().locator("#confidence").selectOption("UNCONFIRMED");
            analyst.press("Propose it");
            analyst.refusalWasWanted();
            analyst.held("Please look at this again");
            analyst.fill("value", "20");
            analyst.press("Propose it");
            analyst.held("You proposed it: another person, an approver, activates it");

            approver.see("/figures/report-due-rules", source);
            approver.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(source))
                    .locator("button")
                    .click();
            approver.held("The rule counts.");
            approver.held(source);
        }
    }

    /** An analyst proposes to settle the oldest reports of a contractor, an approver looks at them and approves. */
    public static void aSettlementOfTwoPersons(TestBrowser browser) {
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.see(
                    "/settlements?contractor=0190a000-0000-7000-8000-00000000c013", "Of what Altec Industries, Inc.");
            analyst.fill("throughQuarter", "then");
            analyst.press("Propose it");
            analyst.refusalWasWanted();
            analyst.held("must say why, for the file.");
            assertThat(analyst.page().locator("#throughQuarter")).hasValue("then");
            analyst.fill("throughQuarter", "2003-Q2");
            analyst.fill("reason", "Kept on paper only.");
            analyst.press("Propose it");
            analyst.held("You proposed it, so you cannot approve it");
            String settlement = analyst.page().url().replaceFirst("https?://[^/]+", "");
            approver.see(settlement, "Kept on paper only.");
            approver.press("Approve the settlement");
            approver.held("Approved");
            analyst.see("/settlements", "Altec Industries, Inc.");
        }
    }

    /** An analyst makes letters: a merge field that no letter has is refused at its field; the letter is kept, and its data is a file. */
    public static void lettersToThoseWhoseReportsAreOverdue(TestBrowser browser) {
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst")) {
            analyst.see("/letters?contractor=0190a000-0000-7000-8000-00000000c008", "Only to FieldTurf USA, Inc.");
            analyst.page().locator("#kind").selectOption("OVERDUE_REPORTS");
            analyst.fill("subject", "{{items}} reports are overdue");
            analyst.fill("body", "{{contractor}},\n\nthese reports are overdue on {{day}}:\n{{list}}");
            analyst.press("Make the letters");
            analyst.refusalWasWanted();
            analyst.held("Please look at this again");
            analyst.fill("body", "{{contractorName}},\n\nthese reports are overdue on {{day}}:\n{{list}}");
            analyst.press("Make the letters");
            analyst.held("Each letter");
            assertThat(analyst.page().locator("main table")).containsText("FieldTurf USA, Inc.");
            Download data = analyst.page()
                    .waitForDownload(() -> analyst.page()
                            .getByRole(
                                    AriaRole.LINK,
                                    new Page.GetByRoleOptions().setName("The data of all letters as CSV"))
                            .click());
            org.assertj.core.api.Assertions.assertThat(data.suggestedFilename()).endsWith(".csv");
            analyst.see("/letters", "{{items}} reports are overdue");
        }
    }
}
