package org.opencmas.terms.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("SOL-TERM-RFO: the words of bidding, where they stand, and what to write instead")
class BidWordTest {
    @ParameterizedTest(name = "\"{0}\": {1} at {2}")
    @CsvSource(nullValues = "-", textBlock = """
            send your BID today,             BID,                       10
            a forbidden place,               -,                         -
            small  business preferences,     SMALL_BUSINESS_PREFERENCE, 0
            no protestant will protest,      PROTEST,                   3
            our evaluation criterion,        EVALUATION_CRITERIA,       4
            best value criteria,             -,                         -
            we will rebid it,                BID,                       8
            a Pre-Bid meeting,               BID,                       2
            the bidder’s forms,             BID,                       4
            this solicitation is,            SOLICITATION,              5
            how many contractors to solicit, -,                         -
            see RFP 12,                      REQUEST_FOR_PROPOSAL,      4
            the Request for Proposals,       REQUEST_FOR_PROPOSAL,      4
            two RFQs,                        REQUEST_FOR_QUOTATION,     4
            our ITB and IFB,                 INVITATION,                4
            an invitation to tender,         INVITATION,                3
            the RFO asks,                    -,                         -
            a bіd with a Cyrillic i,        BID,                       2
            ｂｉｄ in wide letters,           BID,                       0
            ВІС or ВІ𝐃,                 BID,                       7
            bíd with an accent,             BID,                       0
            """)
    void aWordIsFoundWholeHoweverItIsSpelledWithItsPlaceInTheTextAsWritten(String text, BidWord expected, Integer at) {
        for (BidWord word : BidWord.values()) {
            if (word == expected) {
                assertThat(word.placesIn(text)).startsWith(at);
            } else {
                assertThat(word.placesIn(text)).as(word.name()).isEmpty();
            }
        }
    }

    /** A ligature is one sign and two letters, a mathematical letter two signs and one. */
    @Test
    void aTextIsSeenAsLongAsItIsAndEveryPlaceIsInIt() {
        String text = "\ufb01rst \ud835\udc1bid, then b\u0301i\u200bd; last a bid";
        assertThat(BidWord.BID.placesIn(text)).containsExactly(5, 16, 30);
        assertThat(text.substring(30)).isEqualTo("bid");
    }

    @Test
    void onlyWordsThatStandForSomethingOfTheProgramHaveABetterOne() {
        assertThat(BidWord.BID.instead()).hasValue("offer");
        assertThat(BidWord.EVALUATION_CRITERIA.instead()).hasValue("best value criteria");
        assertThat(BidWord.PROTEST.instead()).isEmpty();
    }

    @Test
    void quotationsAreSomebodyElsesWords() {
        String own = OwnWords.of("they say \"bid\"\nyour bid");
        assertThat(BidWord.BID.placesIn(own)).containsExactly(20);
        assertThat(OwnWords.line(own, 20)).isEqualTo(2);
        assertThat(OwnWords.column(own, 20)).isEqualTo(6);
    }
}
