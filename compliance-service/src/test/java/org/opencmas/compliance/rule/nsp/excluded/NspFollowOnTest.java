package org.opencmas.compliance.rule.nsp.excluded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding.ServiceKind;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("NSP-EXCL-FOLLOWON: consulting that the same contractor recommended before is no NSP item")
class NspFollowOnTest {
    private final Rule<OrderFacts> rule = new NspFollowOn();

    @ParameterizedTest(name = "NSP line coded {0}, end product of an earlier order: {1} → {2}, stops the order: {3}")
    @CsvSource({
        "CONSULTING, false, PASS,              false",
        "CONSULTING, true,  FAIL,              true",
        "CONSULTING, ,      NEEDS_ATTESTATION, true",
        "TECHNICAL,  true,  NOT_APPLICABLE,    false",
        ",           true,  NOT_APPLICABLE,    false"
    })
    void theBuyersWordDecides(ServiceKind kind, Boolean endProduct, Verdict verdict, boolean stops) {
        Given given = order(line("1"), line("2").nsp("1").service(kind));
        if (endProduct != null) {
            given.endProductOfEarlier(endProduct);
        }

        assertThat(given.askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void aPricedLineOfConsultingIsOfNoConcern() {
        assertThat(order(line("1").service(ServiceKind.CONSULTING), line("2").nsp("1"))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
