package org.opencmas.compliance.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.law.WorkedCase;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("SOL-TERM-RFO: a request for offer is called so and speaks of no bid")
class BidWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "\"{0}\" → {1}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        Request for Offer: desks,                                  -
        RFO 12: desks,                                             -
        Requests for offers,                                       -
        Request for Offer with best value criteria,                -
        Request for Offer to a forbidden place,                    -
        Request for Offer: send your BID,                          bid
        Request for Offer to all bidders,                          bid
        Request for Offer and small  business preference,          small business preference
        Request for Offer: protests go to,                         protest
        Request for Offer: notice of intent to award,              intent to award
        Request for Offer: the evaluation criteria are,            evaluation criteria
        Request for Offer: the evaluation criterion is,            evaluation criteria
        Request for Offer as advertised,                           advertising
        'Request for Offer; their form says "bid sheet"',          -
        'Request for Offer; their form says “bid sheet”',          -
        'Request for Offer; 5" pipes, send your bid',              bid
        Request for Offer: we may rebid,                           bid
        Request for Offer: use the bidder's forms,                 bid
        Request for Offer in place of RFP 4,                       RFP
        Request for Offer: this solicitation,                      solicitation
        Request for Offer: send your b\u0456d,                      bid
        """)
    @WorkedCase(passes = true, value = "a Request for Offer with best value criteria → PASS")
    void boundaries(String text, String term) {
        List<Finding> findings = findings(text);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(term == null ? Verdict.PASS : Verdict.WARN);
            assertThat(finding.numbers().get("term")).isEqualTo(term);
            assertThat(finding.blocking()).isFalse();
        });
    }

    @Test
    @WorkedCase(passes = false, value = "a Request for Offer that asks to send the bid → WARN: write offer instead")
    void eachWordIsToldWithItsPlacesAndTheRightWord() {
        Finding bid =
                findings("Request for Offer\nSend your bid.\n\n  A bidder\n").getFirst();

        assertThat(bid.numbers()).containsEntry("count", "2").containsEntry("places", "2:11, 4:5");
        assertThat(bid.message()).isEqualTo("A word of bidding, \"bid\", is used 2 times, first in line 2, column 11.");
        assertThat(bid.remedy()).isEqualTo("Write \"offer\" instead.");
    }

    @Test
    void aQuotationThatIsNeverClosedHidesNothingOfTheNextParagraph() {
        assertThat(findings("Request for Offer \"open\n\nSend your bid. \"closed"))
                .extracting(finding -> finding.numbers().get("term"))
                .containsExactly("bid");
    }

    @Test
    void aDocumentThatIsNowhereCalledARequestForOfferIsAWarning() {
        assertThat(findings("Please quote for desks"))
                .extracting(Finding::remedy)
                .containsExactly("Call it a Request for Offer.");
    }

    @Test
    void aDocumentFullOfBidsIsOneFinding() {
        assertThat(findings("RFO " + "bid ".repeat(50_000))).hasSize(1);
    }

    private static List<Finding> findings(String text) {
        return RuleBooks.REQUESTS_FOR_OFFER.judge(new RequestForOfferFacts(DAY, DAY, text)).findings().stream()
                .filter(finding -> finding.ruleId().equals("SOL-TERM-RFO"))
                .toList();
    }
}
