package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/** What analysts and approvers of the Department change in the registry of agreements. */
public final class RegistryJourneys {
    private static final String AGREEMENT = "4-25-09-1034";
    private static final String SUSPENDED = "/agreements/3-24-05-2024/status";
    private static final String CONTRACTOR = "/contractors/0190a000-0000-7000-8000-00000000c023";

    private RegistryJourneys() {}

    /**
     * An analyst writes a supplement, is told what is wrong at its field, looks at what it would change and stores the draft; an approver puts it in force, and the public
     * reads the new terms.
     */
    public static void aSupplementOfTwoPersons(TestBrowser browser) {
        String note = "Extended <b>by a year</b>, " + UUID.randomUUID();
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.see("/agreements/" + AGREEMENT, "write a supplement");
            analyst.see("/agreements/" + AGREEMENT + "/supplement", "the original is in force");
            analyst.fill("changeNote", note);
            analyst.fill("termEnd", "2029-08-31");
            analyst.press("Preview");
            analyst.refusalWasWanted();
            assertThat(analyst.page().locator(":focus")).containsText("Please look at this again");
            analyst.held("First day of the new terms must be given.");
            assertThat(analyst.page().locator("#termEnd")).hasValue("2029-08-31");

            analyst.fill("effectiveOn", today());
            analyst.fill("termEnd", "2024-08-31");
            analyst.press("Preview");
            analyst.refusalWasWanted();
            analyst.held("is before the first day");
            analyst.fill("termEnd", "2029-08-31");
            analyst.press("One more certification");
            assertThat(analyst.page().locator("[id='listedCertifications.1.number']"))
                    .isVisible();
            analyst.press("Preview");
            assertThat(analyst.page().locator(":focus")).containsText("What it would change");
            analyst.held("One term would change.");
            assertThat(analyst.page().locator("ins")).hasText("August 31, 2029");
            analyst.press("Store the draft");
            analyst.held("Another person than you, an approver, puts it in force.");
            assertThat(analyst.page().locator("main")).containsText(note);
            String draft = analyst.page().url().replaceFirst("https?://[^/]+", "");
            analyst.see("/agreements/" + AGREEMENT + "/supplement", "A draft of this agreement is open");

            approver.see("/agreement-drafts?state=DRAFT", AGREEMENT);
            approver.see(draft, "August 31, 2029");
            approver.press("Put it in force");
            approver.held("In force since");

            analyst.see(draft, "Activated");
        }
        try (Visit anybody = browser.visit(Visit.NARROW, ColorScheme.DARK)) {
            assertThat(anybody.open("/agreements/" + AGREEMENT)).isEqualTo(200);
            assertThat(anybody.page().locator("#terms + .scroll")).containsText("August 31, 2029");
            assertThat(anybody.page().locator("main")).containsText(note);
            assertThat(anybody.page().locator("main")).not().containsText("write a supplement");
        }
    }

    /** Of two who withdraw one draft, the second is told that it was changed meanwhile, and why. */
    public static void aDraftThatIsWithdrawn(TestBrowser browser) {
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.open("/agreement-drafts/new?contractor=" + CONTRACTOR.replace("/contractors/", ""));
            analyst.held("A new agreement of");
            analyst.press("Store the draft");
            analyst.refusalWasWanted();
            analyst.held("CMAS number must be given.");
            analyst.fill("cmasNumber", "3-26-99-9100A");
            analyst.fill("termStart", "2026-12-01");
            analyst.fill("termEnd", "2029-11-30");
            analyst.page().locator("#forUseBy").selectOption("STATE_ONLY");
            analyst.press("Store the draft");
            // Without its base contract it cannot be put in force, which the preview says already.
            analyst.held("New agreement");
            String draft = analyst.page().url().replaceFirst("https?://[^/]+", "");
            approver.open(draft);
            approver.unfold("Withdraw the draft");
            approver.press("Withdraw it");
            approver.refusalWasWanted();
            approver.held("must say why, for the record.");
            analyst.unfold("Withdraw the draft");
            analyst.fill("reason", "Its number is another's.");
            analyst.press("Withdraw it");
            analyst.held("Its number is another's.");
            approver.fill("reason", "No base contract.");
            approver.press("Withdraw it");
            approver.refusalWasWanted();
            assertThat(approver.page().locator(":focus")).containsText("It was changed meanwhile");
            approver.held("Its number is another's.");
        }
    }

    /** One analyst suspends an agreement while others look at it and write a supplement: neither is stored over it, both are told, and what they typed stays. */
    public static void aStatusThatChangedMeanwhile(TestBrowser browser) {
        try (SignedInVisit one = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit other = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit writer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst")) {
            one.see(SUSPENDED, "Day by day");
            other.open(SUSPENDED);
            writer.open(SUSPENDED.replace("status", "supplement"));
            writer.fill("effectiveOn", "2027-01-01");
            writer.fill("changeNote", "Typed before");
            one.press("Change the status");
            one.refusalWasWanted();
            one.held("must be chosen.");
            choose(one, "SUSPENDED", "Reports are missing.");
            one.held("Reports are missing.");
            writer.press("Store the draft");
            writer.refusalWasWanted();
            assertThat(writer.page().locator(":focus")).containsText("It was changed meanwhile");
            writer.held("No term would change.");
            assertThat(writer.page().locator("#changeNote")).hasValue("Typed before");
            choose(other, "ACTIVE", "All reports are in.");
            other.refusalWasWanted();
            other.held("It was changed meanwhile, so nothing was stored");
            assertThat(other.page().locator("#reason")).hasValue("All reports are in.");
            other.press("Change the status");
            other.held("All reports are in.");
            assertThat(other.page().locator("main .usa-tag").first()).hasText("Active");
        }
    }

    private static void choose(SignedInVisit analyst, String status, String reason) {
        analyst.page().locator("label[for='status-" + status + "']").click();
        analyst.fill("reason", reason);
        analyst.press("Change the status");
    }

    /** A contractor's certificate is written down, and its name changes in law: asked for, decided by another person, printed by a supplement. */
    public static void aContractorWithANewName(TestBrowser browser) {
        String certificate = UUID.randomUUID().toString().substring(0, 8);
        String name = "Renamed " + UUID.randomUUID().toString().substring(0, 8) + ", Inc.";
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst");
                SignedInVisit approver =
                        SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-approver")) {
            analyst.see(CONTRACTOR, "Where orders go to");
            analyst.page().locator("[id$='.type']").last().selectOption("DVBE");
            analyst.press("Store locations and certificates");
            analyst.refusalWasWanted();
            analyst.held("must be given.");
            String row = analyst.page()
                    .locator("[id$='.type']")
                    .last()
                    .getAttribute("id")
                    .replace("type", "");
            analyst.fill(row + "number", certificate);
            analyst.fill(row + "validFrom", "2026-01-01");
            analyst.fill(row + "validThrough", "2027-12-31");
            analyst.fill(row + "source", "OSDS");
            analyst.fill(row + "checkedOn", today());
            analyst.press("Store locations and certificates");
            assertThat(analyst.page().locator("[id='" + row + "number']")).hasValue(certificate);
            analyst.held("Certificates");

            analyst.see(CONTRACTOR + "/name-changes/new", "A change of the name");
            analyst.press("Ask for the change");
            analyst.refusalWasWanted();
            analyst.held("must be given, as it is in law.");
            analyst.fill("newLegalName", name);
            analyst.fill("legalChangeOn", "2026-06-30");
            analyst.fill("evidence", "Amendment filed with the Secretary of State");
            analyst.fill("link", "javascript:alert(1)");
            analyst.press("Ask for the change");
            analyst.refusalWasWanted();
            analyst.held("Please look at this again");
            analyst.fill("link", "https://bizfileonline.sos.ca.gov/");
            analyst.press("Ask for the change");
            analyst.held("Another person than you");
            String change = analyst.page().url().replaceFirst("https?://[^/]+", "");

            approver.see(change, name);
            approver.press("Record the decision");
            approver.refusalWasWanted();
            approver.held("must be chosen.");
            approver.page().locator("label[for='approved']").click();
            approver.fill("reason", "The filing shows it.");
            approver.press("Record the decision");
            approver.held("Approved");

            analyst.see(change, "Not yet");
            analyst.fill("effectiveOn", today());
            analyst.press("Give each agreement its supplement");
            analyst.held("Completed");
            assertThat(analyst.page().locator("main table")).containsText("Printed");
            analyst.see("/contractors?name=" + name.substring(0, 16).replace(" ", "+"), name);
        }
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("America/Los_Angeles")).toString();
    }
}
