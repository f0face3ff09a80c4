package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/** What people write down in the registry and of their orders, alone, by two persons, and two at once. */
public final class EditingJourneys {
    private static final String AGREEMENT = "/agreements/3-16-70-3298A";
    private static final String CONTRACTOR = "/contractors/0190a000-0000-7000-8000-00000000c023";

    private EditingJourneys() {}

    /** An analyst drafts a new agreement, an approver puts it in force, and the public finds it. */
    public static void aNewAgreementOfTwoPersons(TestBrowser browser) {
        String number = "3-26-99-" + ThreadLocalRandom.current().nextInt(1_000, 9_000) + "A";
        try (SignedInVisit analyst = visit(browser, "dgs-analyst");
                SignedInVisit approver = visit(browser, "dgs-approver")) {
            analyst.see(
                    "/agreement-drafts/new?contractor=" + CONTRACTOR.replace("/contractors/", ""),
                    "A new agreement of");
            analyst.fill("cmasNumber", number);
            analyst.fill("termStart", today());
            analyst.fill("termEnd", "2029-11-30");
            analyst.page().locator("#forUseBy").selectOption("STATE_AND_LOCAL");
            analyst.fill("baseContract.number", "GS-07F-0001X");
            analyst.page().locator("[id='baseContract.type']").selectOption("GSA");
            analyst.fill("baseContract.holder", "Holder, Inc.");
            analyst.fill("baseContract.termStart", "2025-01-01");
            analyst.fill("baseContract.termEnd", "2030-12-31");
            analyst.press("Store the draft");
            analyst.held("Another person than you, an approver, puts it in force.");
            String draft = path(analyst);

            approver.see(draft, number);
            approver.press("Put it in force");
            approver.held("In force since");
        }
        try (Visit anybody = browser.visit(Visit.NARROW, ColorScheme.DARK)) {
            anybody.open("/agreements/" + number);
            assertThat(anybody.page().locator("main")).containsText("Holder, Inc.");
        }
    }

    /**
     * An analyst files a document and refers to another; a buyer has it written down that the agency got the copy; then a document is taken out, and the public reads why.
     */
    public static void theCopyOfAnAgreement(TestBrowser browser) {
        String title = "Ordering <b>instructions</b> " + UUID.randomUUID();
        try (SignedInVisit analyst = visit(browser, "dgs-analyst");
                SignedInVisit buyer = visit(browser, "erp-lodi")) {
            analyst.see(AGREEMENT + "/documents", "File a document");
            analyst.press("File the document");
            analyst.refusalWasWanted();
            assertThat(analyst.page().locator(":focus")).containsText("Please look at this again");
            analyst.held("must be chosen.");
            analyst.page().locator("[id='file.part']").selectOption("COVER_PAGES");
            analyst.fill("file.title", title);
            analyst.fill("file.supplement", "77");
            analyst.choose("file.content", "cover.txt", "Cover of " + title);
            analyst.press("File the document");
            analyst.refusalWasWanted();
            analyst.held("is none of this agreement");
            assertThat(analyst.page().locator("[id='file.title']")).hasValue(title);
            analyst.fill("file.supplement", "");
            analyst.choose("file.content", "cover.txt", "Cover of " + title);
            analyst.press("File the document");
            analyst.held(title);

            analyst.press("Record the link");
            analyst.refusalWasWanted();
            analyst.held("must be the day on which somebody saw it there.");
            analyst.page().locator("[id='link.part']").selectOption("TERMS_AND_CONDITIONS");
            analyst.fill("link.title", "CMAS terms and conditions");
            analyst.fill("link.link", "https://www.dgs.ca.gov/PD/" + UUID.randomUUID());
            analyst.fill("link.retrievedOn", today());
            analyst.press("Record the link");
            analyst.held("seen there");

            buyer.see(AGREEMENT + "/documents", "Copies that your agency got");
            buyer.press("Write down that we got this copy");
            buyer.held("Manifest's SHA-256");
            assertThat(buyer.page().locator("main")).not().containsText("File a document");

            analyst.unfold("Take out: " + title);
            analyst.button("Take it out of the copy").first().click();
            analyst.refusalWasWanted();
            analyst.held("must say why it is no part of the copy, for the record.");
            analyst.page().locator("details[open] textarea").fill("It is another agreement's.");
            analyst.page().locator("details[open] button").click();
            analyst.held("It is another agreement's.");
            buyer.see(AGREEMENT + "/documents", "It has changed since.");
        }
        try (Visit anybody = browser.visit(Visit.NARROW, ColorScheme.DARK)) {
            anybody.open(AGREEMENT + "/documents");
            assertThat(anybody.page().locator("main")).containsText("It is another agreement's.");
            assertThat(anybody.page().locator("main")).not().containsText("Copies that");
        }
    }

    /** Two analysts edit one contractor: the second is told what the first stored, what they typed is still there, and they go on with both. */
    public static void aContractorThatTwoEdit(TestBrowser browser) {
        String certificate = UUID.randomUUID().toString().substring(0, 8);
        String permit = "SR " + UUID.randomUUID().toString().substring(0, 8);
        try (SignedInVisit one = visit(browser, "dgs-analyst");
                SignedInVisit other = visit(browser, "dgs-analyst");
                SignedInVisit third = visit(browser, "dgs-analyst")) {
            one.open(CONTRACTOR);
            other.open(CONTRACTOR);
            third.see(CONTRACTOR + "/qualifications", "Record what was looked up");
            String row = lastRow(one, "certificates");
            one.page().locator("[id='" + row + "type']").selectOption("SB");
            one.fill(row + "number", certificate);
            one.fill(row + "validFrom", "2026-02-01");
            one.fill(row + "validThrough", "2028-01-31");
            one.fill(row + "source", "OSDS");
            one.fill(row + "checkedOn", today());
            one.press("Store locations and certificates");
            one.held("Certificates");

            String yard = lastRow(other, "locations");
            other.fill(yard + "name", "Yard " + certificate);
            other.fill(yard + "street", "1 Main Street");
            other.fill(yard + "city", "Lodi");
            other.fill(yard + "state", "CA");
            other.press("Store locations and certificates");
            other.refusalWasWanted();
            other.held("must be given.");
            other.fill(yard + "zip", "95240");
            other.press("Store locations and certificates");
            other.refusalWasWanted();
            assertThat(other.page().locator(":focus")).containsText("It was changed meanwhile");
            other.held("Certificate: new is SB, " + certificate);
            assertThat(other.page().locator("[id='" + yard + "name']")).hasValue("Yard " + certificate);

            third.fill("sellersPermit.number", permit);
            third.press("Store what was looked up");
            third.refusalWasWanted();
            third.held("must be given.");
            third.page().locator("[id='sellersPermit.status']").selectOption("VALID");
            third.fill("sellersPermit.source", "CDTFA");
            third.fill("sellersPermit.checkedOn", today());
            third.press("Store what was looked up");
            third.refusalWasWanted();
            third.held("Certificate: new is SB, " + certificate);
            assertThat(third.page().locator("[id='sellersPermit.number']")).hasValue(permit);
            third.press("Store what was looked up");
            third.held("Valid " + permit);

            other.press("Store locations and certificates");
            other.refusalWasWanted();
            other.held("Seller's Permit: new is " + permit);
            other.press("Store locations and certificates");
            assertThat(other.page().locator("[id='errors']")).hasCount(0);
            assertThat(other.page().locator("[id='" + yard + "zip']")).hasValue("95240");
            other.held("Where orders go to");
        }
        try (Visit anybody = browser.visit(Visit.NARROW, ColorScheme.DARK)) {
            anybody.open(CONTRACTOR + "/qualifications");
            assertThat(anybody.page().locator("main")).containsText(permit);
            assertThat(anybody.page().locator("main")).not().containsText("Record what was looked up");
        }
    }

    /** Of two who decide on one change of a name, the second is told how the first decided, and reads what they had typed. */
    public static void aNameThatTwoDecideOn(TestBrowser browser) {
        String name = "Refused " + UUID.randomUUID().toString().substring(0, 8) + ", Inc.";
        try (SignedInVisit analyst = visit(browser, "dgs-analyst");
                SignedInVisit one = visit(browser, "dgs-approver");
                SignedInVisit other = visit(browser, "dgs-approver")) {
            analyst.see(CONTRACTOR + "/name-changes/new", "A change of the name");
            analyst.fill("newLegalName", name);
            analyst.fill("legalChangeOn", "2026-07-31");
            analyst.fill("evidence", "A letter");
            analyst.press("Ask for the change");
            analyst.held("Another person than you");
            String change = path(analyst);
            one.open(change);
            other.open(change);
            decide(one, "refused", "The letter is no filing.");
            one.held("The letter is no filing.");
            decide(other, "approved", "The letter is enough.");
            other.refusalWasWanted();
            assertThat(other.page().locator(":focus")).containsText("It was changed meanwhile");
            assertThat(other.page().locator("#errors")).containsText("it is now Refused");
            assertThat(other.page().locator("#errors")).containsText("The letter is no filing.");
            other.held("You had typed, and nothing was recorded of it:");
            assertThat(other.page().locator("#errors")).containsText("Decision: Approved");
            assertThat(other.page().locator("#errors")).containsText("Reason: The letter is enough.");
        }
    }

    private static void decide(SignedInVisit approver, String decision, String reason) {
        approver.page().locator("label[for='" + decision + "']").click();
        approver.fill("reason", reason);
        approver.press("Record the decision");
    }

    /**
     * An agency has the work stopped and lets it go on; then it looks at what the early end does, changes a figure and ends the order. Who had the page open meanwhile is told
     * what was done.
     */
    public static void anOrderThatIsStoppedAndEnded(TestBrowser browser) {
        try (SignedInVisit buyer = visit(browser, "erp-lodi");
                SignedInVisit other = visit(browser, "erp-lodi")) {
            String order = WorkJourneys.submitted(
                    buyer, "PO-E-" + UUID.randomUUID().toString().substring(0, 8));
            buyer.see(order + "/records", "Write something down");
            buyer.unfold("It was sent to the contractor");
            buyer.press("Write it down");
            buyer.refusalWasWanted();
            buyer.held("must be given.");
            buyer.page().locator("[id='dispatch.method']").selectOption("MAIL");
            buyer.fill("dispatch.sentOn", today());
            buyer.fill("dispatch.sentTo", "PO Box <1>");
            buyer.press("Write it down");
            buyer.held("Mail to PO Box <1>");
            buyer.see(order, "Stop the work or end the order");
            other.open(order + "/ending");
            buyer.see(order + "/ending", "Stop the work");
            buyer.press("Stop the work");
            buyer.refusalWasWanted();
            buyer.held("must say why, for the contractor.");
            buyer.fill("stop.reason", "The site is flooded.");
            buyer.press("Stop the work");
            buyer.held("Work is stopped");
            other.fill("stop.reason", "The site burns.");
            other.press("Stop the work");
            other.refusalWasWanted();
            assertThat(other.page().locator(":focus")).containsText("It was changed meanwhile");
            other.held("The site is flooded.");
            buyer.see(order + "/ending", "Let the work go on");
            buyer.fill("resume.reason", "It is dry.");
            buyer.press("Let the work go on");
            buyer.held("Stop the work or end the order");

            buyer.see(order + "/ending", "End the order early");
            buyer.page().locator("label[for='ground-NEGOTIATED']").click();
            buyer.fill("reason", "The budget was cut.");
            buyer.fill("remaining.1", "4,253.21");
            buyer.press("Look at what it does");
            buyer.refusalWasWanted();
            buyer.held("must be at most 4,253.20, which the group is worth.");
            buyer.fill("remaining.1", "253.20");
            buyer.press("Look at what it does");
            buyer.held("What the end would do");
            assertThat(buyer.page().locator("tfoot")).containsText("4,000.00");
            buyer.press("End the order for good");
            buyer.refusalWasWanted();
            buyer.held("No further termination provision");
            buyer.page().locator("label[for='ground-FUNDING']").click();
            buyer.press("Look at what it does");
            buyer.held("For lack of funding");
            buyer.press("Change something");
            assertThat(buyer.page().locator("#reason")).hasValue("The budget was cut.");
            buyer.press("Look at what it does");
            buyer.press("End the order for good");
            buyer.held("Sub #1 $253.20");
            buyer.see(order + "/ending", "It has ended already");
        }
    }

    private static SignedInVisit visit(TestBrowser browser, String persona) {
        return SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), persona);
    }

    /** Returns how the names of the fields of a list's last row begin. */
    private static String lastRow(SignedInVisit visit, String list) {
        String id = visit.page()
                .locator("input[id^='" + list + "'], select[id^='" + list + "']")
                .last()
                .getAttribute("id");
        return id.substring(0, id.lastIndexOf('.') + 1);
    }

    private static String path(SignedInVisit visit) {
        return visit.page().url().replaceFirst("https?://[^/]+", "");
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("America/Los_Angeles")).toString();
    }
}
