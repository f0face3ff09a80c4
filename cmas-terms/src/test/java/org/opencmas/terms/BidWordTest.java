package org.opencmas.terms;

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
            """)
    void aWordIsFoundWhole(String text, BidWord expected, Integer at) {
        for (BidWord word : BidWord.values()) {
            if (word == expected) {
                assertThat(word.placesIn(text)).startsWith(at);
            } else {
                assertThat(word.placesIn(text)).as(word.name()).isEmpty();
            }
        }
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
