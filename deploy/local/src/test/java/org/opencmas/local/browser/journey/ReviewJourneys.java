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
import org.opencmas.local.client.Answer;
import org.opencmas.local.client.Service;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.testkit.Eventually;

/** What reviewers decide and look at; what they decide on comes over the API, as a department's system sends it. */
public final class ReviewJourneys {

    private ReviewJourneys() {}

    /** A reviewer leaves the reason out, is told so at the field, gives it, and the decision stands. */
    public static void aDecisionOnAnExemption(TestBrowser browser, SuiteClient client) {
        String request = created(
                client.post(Service.COMPLIANCE, "/v1/exemption-determinations")
                        .as("erp-caltrans")
                        .key("console-" + UUID.randomUUID())
                        .json(SuiteClient.json("""
                        {"agencyClass": "STATE", "informationTechnology": true,
                         "procurement": {"description": "Laptops <i>for</i> the field", "businessNeed": "Rain and dust",
                                         "estimatedAmount": "48000.00", "procuredOn": "2026-03-02"},
                         "search": {"searchedOn": "2026-03-02", "searchedBy": "A. Buyer", "scope": "All statewide contracts",
                                    "found": [{"number": "EXAMPLE-LAPTOPS-1", "mandatory": true, "mandatoryFrom": "2025-07-01",
                                               "mandatoryThrough": "2027-06-30", "meetsNeed": false,
                                               "unmetNeed": "Protected against rain", "justification": "No model is protected.",
                                               "userInstructionSteps": []}]},
                         "attestations": []}"""))
                        .send(),
                "/determinationId");
        try (SignedInVisit reviewer =
                SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "exemption-reviewer")) {
            reviewer.see("/exemptions?outcome=EXEMPTION_REQUIRED", "Waits for a decision");
            reviewer.heldNarrowAndDark();
            reviewer.see("/exemptions/" + request, "Laptops <i>for</i> the field");
            reviewer.heldNarrowAndDark();
            reviewer.press("Record the decision");
            reviewer.refusalWasWanted();
            assertThat(reviewer.page().locator(":focus")).containsText("Please look at this again");
            reviewer.held("must say why, for the file.");
            reviewer.page().locator("label[for='approved']").click();
            reviewer.fill("reason", "No agreement has protected models.");
            reviewer.press("Record the decision");
            reviewer.held("No agreement has protected models.");
            assertThat(reviewer.page().locator("main")).containsText("Approved");
            reviewer.heldNarrowAndDark();
        }
    }

    /** An order of today is issued, so that there is one to review; a reviewer sees the sample with its seed, the findings and the questions of each order. */
    public static void aReviewAndWhatItFound(TestBrowser browser, SuiteClient client) {
        String today = LocalDate.now(ZoneId.of("America/Los_Angeles")).toString();
        String number = "PO-R-" + UUID.randomUUID().toString().substring(0, 8);
        Answer order = client.post(Service.ORDER, "/v1/orders")
                .as("erp-lodi")
                .key(number)
                .waitSeconds(10)
                .json(SuiteClient.json("""
                        {"agencyOrderNumber": "%s", "orderDate": "%s", "contractorId": "0190a000-0000-7000-8000-00000000c014",
                         "lines": [{"lineId": "10", "cmasNumber": "3-16-70-3298A", "itemId": "GS35F216CA-003", "description": "Network Engineer",
                                    "unit": "Hour", "quantity": "40", "unitPrice": "106.33", "kind": "SERVICES"}]}""".formatted(number, today)))
                .send();
        assertThat(order.text("/state")).as(order.body().toString()).isEqualTo("ISSUED");
        String review = created(
                client.post(Service.COMPLIANCE, "/v1/reviews")
                        .as("compliance-reviewer")
                        .key("console-" + UUID.randomUUID())
                        .json(SuiteClient.json("""
                        {"contractorId": "0190a000-0000-7000-8000-00000000c014", "from": "%s", "through": "%s",
                         "sample": {"method": "RANDOM", "size": 1, "seed": 42}, "answerDays": 30}""".formatted(today, today)))
                        .send(),
                "/reviewId");
        try (SignedInVisit reviewer =
                SignedInVisit.of(browser.visit(Visit.WIDE, ColorScheme.LIGHT), "compliance-reviewer")) {
            Eventually.within(Eventually.PATIENCE, () -> {
                reviewer.open("/reviews/" + review);
                assertThat(reviewer.page().locator("main .usa-tag").first().innerText())
                        .isNotEqualTo("Planned");
            });
            reviewer.see("/reviews/" + review, "seed 42");
            assertThat(reviewer.page().locator("main")).containsText("Prices agree");
            reviewer.heldNarrowAndDark();
            reviewer.unfold("Close the review");
            reviewer.press("Close it for good");
            reviewer.refusalWasWanted();
            reviewer.held("must be chosen");
            reviewer.page().locator("#conclusion").selectOption("NO_ISSUES");
            reviewer.fill("reason", "Nothing was found.");
            reviewer.press("Close it for good");
            // Another client planned it than the person who closes it.
            reviewer.held("Closed");
            reviewer.see("/reviews", "CivicActions, Inc.");
            reviewer.heldNarrowAndDark();
        }
    }

    private static String created(Answer answer, String pointer) {
        assertThat(answer.isSuccess()).as(answer.body().toString()).isTrue();
        return answer.text(pointer);
    }
}
