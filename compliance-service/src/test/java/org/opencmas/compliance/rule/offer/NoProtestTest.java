package org.opencmas.compliance.rule.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;

@DisplayName("PRO-NO-PROTEST: a request for offer that speaks of a protest is a warning")
class NoProtestTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(useHeadersInDisplayName = false, delimiter = '|', textBlock = """
        Request for Offer. Questions go to the buyer.              | PASS
        Request for Offer. Protests are due within five days.      | WARN
        Request for Offer. You may appeal. The award is final.     | PASS
        Request for Offer. An appeal of the award is to be filed.  | WARN
        Request for Offer. Protestant churches are to be cleaned.  | PASS
        Request for Offer. No “protest” may be made.               | PASS
        """)
    void boundaries(String text, Verdict verdict) {
        LocalDate day = LocalDate.of(2026, 3, 2);
        Finding finding = RuleBooks.REQUESTS_FOR_OFFER
                .findings(new NoProtest(), new RequestForOfferFacts(day, day, text))
                .findFirst()
                .orElseThrow();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.blocking()).isFalse();
    }
}
