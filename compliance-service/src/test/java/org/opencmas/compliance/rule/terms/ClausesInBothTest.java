package org.opencmas.compliance.rule.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.ORDER_DATE;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;
import static org.opencmas.compliance.rule.purchaseorder.GivenProcurement.way;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Clauses;
import org.opencmas.compliance.rule.purchaseorder.told.Procurement.Placed;

@DisplayName("ORD-LD-ACCEPT: liquidated damages and acceptance testing stand in the request for offer and in the order")
class ClausesInBothTest {
    private final Rule<OrderFacts> rule = new ClausesInBoth();

    @ParameterizedTest(name = "in the request {0}, in the order {1}, by word of mouth {2} → {3}")
    @CsvSource(useHeadersInDisplayName = false, textBlock = """
        true,  true,  false, PASS
        true,  false, false, WARN
        false, true,  false, WARN
        false, false, false, NOT_APPLICABLE
        true,  true,  true,  WARN
        """)
    void boundaries(boolean inRequest, boolean inOrder, boolean verbal, Verdict verdict) {
        Placed where = new Placed(inRequest, inOrder);
        for (Clauses clauses : List.of(new Clauses(where, null), new Clauses(null, where))) {
            Finding finding = order(line("1"))
                    .told(way().request(ORDER_DATE, verbal, null).clauses(clauses))
                    .askedOf(rule)
                    .getFirst();

            assertThat(finding.verdict()).isEqualTo(verdict);
            assertThat(finding.blocking()).isFalse();
        }
    }

    @Test
    void eachClauseIsJudgedByItself() {
        assertThat(order(line("1"))
                        .told(way().clauses(new Clauses(new Placed(true, false), new Placed(false, true))))
                        .askedOf(rule))
                .hasSize(2);
    }

    @Test
    void anOrderThatTellsOfNoneIsNotAsked() {
        assertThat(order(line("1")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
