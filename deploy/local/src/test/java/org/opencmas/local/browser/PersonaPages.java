package org.opencmas.local.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.opencmas.local.browser.window.SignedInVisit;
import org.opencmas.local.browser.window.TestBrowser;
import org.opencmas.local.browser.window.Visit;

/**
 * The pages that one persona works on, each looked at wide and light, then narrow and dark.
 *
 * @param persona as it signs in
 * @param pages in order
 */
record PersonaPages(String persona, List<Look> pages) {
    static final List<PersonaPages> ALL = List.of(
            new PersonaPages(
                    "erp-lodi",
                    List.of(
                            Look.at("/orders", "Write a new order"),
                            Look.at("/orders?number=no-such-order", "No order matches"),
                            Look.refused("/orders?number=" + "a".repeat(200), "Please look at this again"),
                            Look.refused("/queue", "Not yours to see"),
                            Look.refused("/orders/none", "it is not yours to see"),
                            Look.first("/orders", "/orders/0", "What the rules found"),
                            Look.at("/drafts/new", "Find in a price list"),
                            Look.at("/drafts/new?cmas=3-16-70-3298A&item=GS35F216CA-003", "Remove line 10"),
                            Look.at("/requests", "Write a request"),
                            Look.at("/requests?state=CANCELLED", "Requests for offer"),
                            Look.firstWith("/orders?state=ACCEPTED", "/orders/0", "/money", "Receive, bill and pay"),
                            Look.firstWith("/orders?state=ISSUED", "/orders/0", "/ending", "End the order early"),
                            Look.firstWith("/orders?state=ISSUED", "/orders/0", "/records", "Write something down"),
                            Look.at("/agreements/3-16-70-3298A/documents", "Copies that your agency got"),
                            Look.at("/requests/new", "A new request for offer"),
                            Look.refused("/requests/none", "it is not yours to see"),
                            Look.at("/order-imports", "Send a file of orders"),
                            Look.refused("/order-imports/none", "There is no import with this address"),
                            Look.firstWith("/requests", "/requests/0", "/complaints", "Informal complaints"),
                            Look.firstWith(
                                    "/orders?state=ISSUED", "/orders/0", "/progress-terms", "No terms are agreed"),
                            Look.at("/policy", "Earlier policies"),
                            Look.at("/exemptions", "No request for an exemption was made"))),
            new PersonaPages(
                    "erp-arcadia",
                    List.of(
                            Look.at("/requests", "There is no request yet"),
                            Look.at("/order-imports", "No file of orders was sent"))),
            new PersonaPages(
                    "contractor-fieldturf",
                    List.of(
                            Look.at("/reports", "Reports to file"),
                            Look.at("/reports?show=ALL", "Show only what is to do"),
                            Look.at("/reports/4-06-78-0031A/2022-Q1", "The fee, worked out"),
                            Look.at("/reports/4-06-78-0031A/2022-Q1/upload", "Have it checked"),
                            Look.at("/reconciliations/4-06-78-0031A/2022-Q1", "What the contractor reported"),
                            Look.at("/orders", "Days old"),
                            Look.at("/account", "Before a renewal"))),
            new PersonaPages(
                    "dgs-analyst",
                    List.of(
                            Look.at("/queue", "Events that stand still"),
                            Look.at("/queue?kind=UNCOMPUTABLE_ORDER", "Orders whose fee cannot be worked out"),
                            Look.at("/look-alikes", "Orders typed differently"),
                            Look.at("/look-alikes?quarter=2031-Q1", "No order of these reports looks like a known one"),
                            Look.refused("/look-alikes?cmas=none", "Please look at this again"),
                            Look.at("/look-alikes/ties", "Tied orders"),
                            Look.at("/look-alikes/ties?cmas=3-16-70-3298A", "No orders of this agreement were tied"),
                            Look.at("/credits/4-22-03-1019", "The agreement has no credit now"),
                            Look.at("/dashboard", "Sales in $"),
                            Look.at("/dashboard?by=CONTRACTOR&from=2009-Q1", "The figures"),
                            Look.at("/dashboard?by=AGENCY_TYPE&from=2009-Q1", "The figures"),
                            Look.at("/sales?by=CATEGORY&from=2009-Q1", "Growth"),
                            Look.at("/sales?from=2031-Q1&through=2031-Q1", "No sale falls into these quarters"),
                            Look.refused("/sales?from=soon", "must be a quarter such as 2026-Q3"),
                            Look.first("/sales?by=AGENCY&from=2009-Q1", "/sales/lines", "the lines behind the figure"),
                            Look.at("/price-imports", "Send a price list"),
                            Look.at("/price-imports?of=4-06-78-0031A", "No import matches"),
                            Look.first("/price-imports", "/price-imports/0", "Rows read"),
                            Look.at("/order-imports", "Orders in files"),
                            Look.at("/requests", "Requests for offer"),
                            Look.at("/remittances", "Payments of contractors"),
                            Look.refused("/remittances/none", "There is no payment with this address"),
                            Look.refused("/reports/3-16-70-3298A/1999-Q1/return", "There is no report"),
                            Look.at("/agreement-drafts", "Write a supplement of CMAS number"),
                            Look.at("/agreement-drafts?number=3-95-70-0110A", "No draft matches"),
                            Look.refused("/agreement-drafts?number=" + "a".repeat(90), "Please look at this again"),
                            Look.refused("/agreement-drafts?of=", "must be the CMAS number"),
                            Look.refused("/agreement-drafts/none", "There is no draft with this address"),
                            Look.first("/agreement-drafts", "/agreement-drafts/0", "drafted"),
                            Look.at("/agreements/3-16-70-3298A/supplement", "All terms from that day on"),
                            Look.at("/agreements/3-16-70-3298A/status", "It has not changed since"),
                            Look.at("/contractors", "Certificates, by their last day"),
                            Look.at("/contractors?name=zzzyxqj", "No contractor has such a name"),
                            Look.refused("/contractors/none", "There is no contractor with this address"),
                            Look.at("/contractors/0190a000-0000-7000-8000-00000000c014", "Where orders go to"),
                            Look.at("/contractors/new", "Register the contractor"),
                            Look.at(
                                    "/contractors/0190a000-0000-7000-8000-00000000c014/qualifications",
                                    "Record what was looked up"),
                            Look.at("/agreements/4-06-78-0031A/documents", "File a document"),
                            Look.at("/orders", "Days old"),
                            Look.at("/agencies", "What each agency has set for itself"),
                            Look.at("/agencies?name=zzzyxqj", "No agency has such a name"),
                            Look.refused("/agencies/none/policy", "There is no agency with this address"),
                            Look.first("/agencies?name=Lodi", "/agencies/0", "What does not hold yet"),
                            Look.at("/letters", "Make letters"),
                            Look.refused("/letters/none", "There are no letters with this address"),
                            Look.at("/settlements", "Propose a settlement"),
                            Look.refused("/settlements/none", "There is no settlement with this address"),
                            Look.at("/figures", "What counts"),
                            Look.at("/figures/fee-rates", "1.25%"),
                            Look.at("/figures/administrative-fee-rates", "Propose a figure"),
                            Look.at("/figures/report-due-rules", "Day 15"),
                            Look.at("/figures/repostings", "Orders posted again"),
                            Look.refused("/figures/none", "There are no figures of this kind"),
                            Look.at("/ledger", "Prove it again now"))),
            new PersonaPages(
                    "dgs-approver",
                    List.of(
                            Look.at("/agreement-drafts", "Drafted"),
                            Look.at("/credits/4-22-03-1019", "The agreement has no credit now"),
                            Look.at("/look-alikes/ties", "Tied orders"),
                            Look.refused("/agreements/3-16-70-3298A/supplement", "Not yours to see"),
                            Look.at("/contractors/0190a000-0000-7000-8000-00000000c014", "Certificates"))),
            new PersonaPages(
                    "compliance-reviewer",
                    List.of(
                            Look.at("/reviews", "Reviews"),
                            Look.refused("/reviews/none", "it is not yours to see"),
                            Look.at("/orders", "Days old"),
                            Look.first("/orders?state=ISSUED", "/orders/0", "What the rules found"),
                            Look.at("/requests", "Requests for offer"),
                            Look.at("/contractors", "Certificates, by their last day"),
                            Look.at("/queue?kind=UNCOMPUTABLE_ORDER", "Orders whose fee cannot be worked out"),
                            Look.at("/look-alikes", "Orders typed differently"),
                            Look.at("/reports/4-06-78-0031A/2022-Q1", "The fee, worked out"),
                            Look.at("/reconciliations/4-06-78-0031A/2022-Q1", "What the contractor reported"),
                            Look.at("/overrides", "By person and rule"),
                            Look.at("/attestations", "self-attested"),
                            Look.refused("/exemptions/none", "it is not yours to see"),
                            Look.refused("/policy", "Not yours to see"))),
            new PersonaPages(
                    "exemption-reviewer",
                    List.of(
                            Look.at("/exemptions", "Exemptions"),
                            Look.at("/exemptions?outcome=EXEMPTION_REQUIRED", "Exemptions"),
                            Look.refused("/exemptions?outcome=NONE", "Please look at this again"),
                            Look.refused("/exemptions/none", "it is not yours to see"),
                            Look.refused("/queue", "Not yours to see"))),
            new PersonaPages(
                    "auditor",
                    List.of(
                            Look.at("/orders", "Days old"),
                            Look.first("/orders?state=ISSUED", "/orders/0", "with receipt and reproduction"),
                            Look.firstWith(
                                    "/orders?state=ISSUED",
                                    "/orders/0",
                                    "/decisions",
                                    "Judged again now: the same result"),
                            Look.at("/ledger?quarter=2022-Q1", "Postings"),
                            Look.at("/ledger?quarter=2031-Q1", "No posting matches"),
                            Look.at("/punctuality?by=CONTRACTOR&from=2009-Q1", "Overdue"),
                            Look.at("/punctuality?by=FISCAL_YEAR&from=2022-Q1", "What each figure is"),
                            Look.refused("/punctuality?from=soon", "must be a quarter such as 2026-Q3"),
                            Look.at("/aging", "By contractor, as of"),
                            Look.at("/exports", "Ask for the file"),
                            Look.refused("/exports/none", "There is no export with this address"),
                            Look.at("/trail", "Say who or what"),
                            Look.at("/trail?service=REGISTRY&subject=4-06-78-0031A", "agreement.registered"),
                            Look.at("/trail?actor=zzzyxqj", "No entry of this journal matches"),
                            Look.refused("/trail?subject=x&from=soon", "must be a day such as"),
                            Look.at("/trail/checkpoints", "Keys that signed"),
                            Look.at("/overrides", "By person and rule"),
                            Look.at("/overrides?person=zzzyxqj", "No override matches"),
                            Look.at("/attestations", "self-attested"),
                            Look.at("/attestations?person=zzzyxqj", "No attestation matches"),
                            Look.at("/exemptions", "Exemptions"),
                            Look.at("/reviews", "Reviews"))));

    /**
     * A page to look at.
     *
     * @param from the page that has a link to it; empty when its address is known
     * @param path its address, or how the link begins
     * @param more what comes behind the link's address
     * @param text what it shows
     */
    record Look(String from, String path, String more, String text) {
        private static final String REFUSED = " refused";

        static Look at(String path, String text) {
            return new Look("", path, "", text);
        }

        static Look first(String from, String path, String text) {
            return new Look(from, path, "", text);
        }

        static Look firstWith(String from, String path, String more, String text) {
            return new Look(from, path, more, text);
        }

        static Look refused(String path, String text) {
            return new Look("", path, REFUSED, text);
        }

        void look(SignedInVisit visit) {
            if (more.equals(REFUSED)) {
                visit.open(path);
                visit.held(text);
            } else if (from.isEmpty()) {
                visit.see(path, text);
            } else {
                visit.open(from);
                visit.see(visit.firstLink(path) + more, text);
            }
            visit.heldNarrowAndDark();
        }
    }

    void look(TestBrowser browser) {
        try (SignedInVisit visit = SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), persona)) {
            pages.forEach(page -> page.look(visit));
        }
    }
}
