package org.opencmas.local.browser.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;
import org.opencmas.testkit.Eventually;

/** What people send in files: a quarterly report, and a price list. */
public final class FileJourneys {
    private static final double PATIENCE_MILLIS = Eventually.PATIENCE.toMillis();
    private static final String REPORT =
            "Agency Name,Agency Billing Code,Purchase Order Number,Purchase Order Date,Total Excluding Tax and Freight\n";
    private static final String ORDERS =
            "agencyOrderNumber,orderDate,contractorId,lineId,cmasNumber,itemId,description,unit,quantity,unitPrice,kind\n";
    private static final String LIST = "item_id,description,unit,price,base_price\n";

    private FileJourneys() {}

    /** A clerk sends a report with a fault, sees it at its row, gets the file back marked, and sends it mended. */
    public static void aReportInAFile(TestBrowser browser) {
        try (SignedInVisit clerk =
                SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "contractor-fieldturf")) {
            clerk.see("/reports/4-06-78-0031A/2023-Q1", "Send the whole report as a file");
            clerk.see(clerk.firstLink("/reports/4-06-78-0031A/2023-Q1/upload"), "Save a file");
            clerk.press("Save it as the draft");
            clerk.refusalWasWanted();
            clerk.held("must be chosen");

            String faulty = REPORT + "Department of Justice,1234,PO-3312,2/2/2023,500.00\n";
            clerk.choose("file", "report.csv", faulty);
            clerk.press("Save it as the draft");
            clerk.refusalWasWanted();
            clerk.held("What puts it right");
            assertThat(clerk.page().locator("main table")).containsText("Agency Billing Code");

            clerk.choose("checked", "report.csv", faulty);
            Download marked = clerk.page().waitForDownload(() -> clerk.press("Give it back marked"));
            assertThat(marked.suggestedFilename()).isEqualTo("checked-report.xlsx");

            clerk.choose("file", "report.csv", REPORT + "City of Galt,,PO-3311,2/2/2023,1000.00\n");
            clerk.press("Save it as the draft");
            clerk.held("What is saved, not filed");
            assertThat(clerk.page().locator("main")).containsText("1,000.00");
        }
    }

    /** An analyst sends a price list to be checked, sees its faulty row, and sends that row alone mended. */
    public static void aPriceListInAFile(TestBrowser browser) {
        try (SignedInVisit analyst = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "dgs-analyst")) {
            analyst.see("/price-imports", "Price list imports");
            analyst.unfold("Send a price list");
            analyst.fill("supplement", "none");
            analyst.press("Send the file");
            analyst.refusalWasWanted();
            analyst.held("must be a whole number");
            analyst.fill("agreement", "3-16-70-3298A");
            analyst.fill("supplement", "0");
            analyst.choose("file", "list.csv", LIST + "T-1,Turf,square foot,7.25,7.50\nT-2,Infill,pound,0.90,0.85\n");
            analyst.page().locator("label[for='dryRun']").click();
            analyst.press("Send the file");
            assertThat(analyst.page().locator("#job"))
                    .containsText("Refused", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            analyst.held("What is wrong");
            assertThat(analyst.page().locator("main table").first()).containsText("price");
            Download rows = analyst.page()
                    .waitForDownload(() -> analyst.page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The faulty rows as CSV"))
                            .click());
            assertThat(rows.suggestedFilename()).startsWith("corrections-");
            analyst.choose("file", "rows.csv", "row," + LIST + "3,T-2,Infill,pound,0.85,0.85\n");
            analyst.press("Send the mended rows");
            analyst.held("an earlier import");
        }
    }

    /** A buyer sends a file of orders of which one is faulty, watches it, sees what is wrong at its row and keeps it; an auditor sees the file too. */
    public static void ordersInAFile(TestBrowser browser) {
        String number = "PO-F-" + UUID.randomUUID().toString().substring(0, 8);
        String today = LocalDate.now(ZoneId.of("America/Los_Angeles")).toString();
        String order =
                "%s,%s,0190a000-0000-7000-8000-00000000c014,10,3-16-70-3298A,GS35F216CA-003,Network Engineer,Hour,%s,106.33,SERVICES\n";
        try (SignedInVisit buyer = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "erp-lodi");
                SignedInVisit auditor = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "auditor")) {
            buyer.see("/order-imports", "Orders in files");
            buyer.unfold("Send a file of orders");
            buyer.press("Send the file");
            buyer.refusalWasWanted();
            buyer.held("must be chosen");
            buyer.choose(
                    "file",
                    "orders.csv",
                    ORDERS + order.formatted(number + "A", today, "8") + order.formatted(number + "B", today, "none"));
            buyer.press("Send the file");
            assertThat(buyer.page().locator("#job"))
                    .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            buyer.held("Line 1, quantity");
            buyer.page().locator("#state").selectOption("REFUSED");
            buyer.press("Show");
            buyer.held(number + "B");
            Download refused = buyer.page()
                    .waitForDownload(() -> buyer.page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The refused orders as CSV"))
                            .click());
            assertThat(refused.suggestedFilename()).startsWith("refused-");
            String file = buyer.page().url().replaceFirst("https?://[^/]+", "").replaceFirst("[?].*", "");
            auditor.see("/order-imports", "Orders in files");
            auditor.see(file, number + "A");
        }
    }

    /** An auditor asks for all entries behind the sales as a workbook, waits for it and keeps it. */
    public static void allEntriesInAFile(TestBrowser browser) {
        try (SignedInVisit auditor = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "auditor")) {
            auditor.see("/exports", "Ask for the file");
            auditor.fill("from", "soon");
            auditor.press("Ask for the file");
            auditor.refusalWasWanted();
            auditor.held("must be a quarter such as 2026-Q3");
            auditor.fill("from", "2009-Q1");
            auditor.page().locator("#format").selectOption("XLSX");
            auditor.press("Ask for the file");
            assertThat(auditor.page().locator("#job"))
                    .containsText("SHA-256", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
            auditor.held("Sum of the sales");
            Download kept = auditor.page()
                    .waitForDownload(() -> auditor.page()
                            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Save the file"))
                            .click());
            assertThat(kept.suggestedFilename()).matches("export-[0-9a-f-]{36}\\.xlsx");
        }
    }
}
