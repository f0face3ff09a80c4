package org.opencmas.compliance.rule.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Coding.ServiceKind;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.Order;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("SVC-FOLLOWON: who got a consulting order does not get the order that is its end product")
class NoFollowOnTest {
    private final Rule<OrderFacts> rule = new NoFollowOn();

    @ParameterizedTest(name = "earlier order {0}, end product: {1} → {2}, stops the order: {3}")
    @CsvSource({
        ",     ,      NOT_APPLICABLE, false",
        ",     false, PASS,           false",
        ",     true,  FAIL,           true",
        "PO-0, ,      WARN,           false",
        "PO-0, false, PASS,           false",
        "PO-0, true,  FAIL,           true"
    })
    void theBuyersWordDecides(String earlier, Boolean endProduct, Verdict verdict, boolean stops) {
        Given given = order(line("1"));
        if (earlier != null) {
            given.consultedBefore(earlier);
        }
        if (endProduct != null) {
            given.endProductOfEarlier(endProduct);
        }

        assertThat(given.askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && finding.blocking() == stops);
    }

    @Test
    void anEarlierOrderOfTheAgencyIsNamedAndAnotherAgencysIsNot() {
        List<Finding> findings =
                order(line("1")).consultedBefore("PO-0").consultedBefore(null).askedOf(rule);

        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.WARN);
        assertThat(findings.getFirst().message()).contains("PO-0").contains("2024-05-06");
        assertThat(findings.getLast().message())
                .isEqualTo("Another agency ordered consulting services of the firm on 2024-05-06.");
    }

    @Test
    void noWordLiftsAnEndProduct() {
        assertThat(order(line("1"))
                        .endProductOfEarlier(true)
                        .attested("SVC-FOLLOWON")
                        .askedOf(rule))
                .singleElement()
                .matches(Finding::blocking);
    }

    @Test
    void whatAnAmendmentAddsToAConsultingOrderIsUnderTheSameBan() {
        Order before = order(line("1").service(ServiceKind.CONSULTING)).document();

        assertThat(order(line("1").service(ServiceKind.CONSULTING), line("2"))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
                    assertThat(finding.lineIds()).containsExactly("2");
                });
        assertThat(order(line("1").service(ServiceKind.CONSULTING), line("2").service(ServiceKind.CONSULTING))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .verdictOf(rule))
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aWordThatStoodBeforeDoesNotAnswerForWhatAnAmendmentAdds() {
        Order before = order(line("1").service(ServiceKind.CONSULTING))
                .endProductOfEarlier(false)
                .document();
        Given added = order(line("1").service(ServiceKind.CONSULTING), line("2"))
                .issuedBefore(before)
                .amendedOn(Given.ORDER_DATE.plusDays(1));

        assertThat(added.endProductOfEarlier(false).askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
                    assertThat(finding.lineIds()).containsExactly("2");
                });
        assertThat(added.relation(false, "Line 2 is none either.").verdictOf(rule))
                .isEqualTo(Verdict.PASS);
        assertThat(added.endProductOfEarlier(true).verdictOf(rule)).isEqualTo(Verdict.FAIL);
        Order endProduct = order(line("1").service(ServiceKind.CONSULTING))
                .endProductOfEarlier(true)
                .document();
        assertThat(added.issuedBefore(endProduct).verdictOf(rule)).isEqualTo(Verdict.FAIL);
        assertThat(order(line("1").service(ServiceKind.CONSULTING))
                        .issuedBefore(before)
                        .amendedOn(Given.ORDER_DATE.plusDays(1))
                        .endProductOfEarlier(false)
                        .verdictOf(rule))
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void anAffiliatesEarlierOrderIsAWarningOfLinesThatTheWordWasNotSaidOf() {
        Order before = order(line("1"))
                .relation(false, "I have looked.", Given.OTHER_CONTRACTOR)
                .document();
        Given amended = order(line("1"), line("2"))
                .relation(false, "I have looked.", Given.OTHER_CONTRACTOR)
                .issuedBefore(before)
                .amendedOn(Given.ORDER_DATE.plusDays(1));

        assertThat(amended.verdictOf(rule)).isEqualTo(Verdict.PASS);
        assertThat(amended.affiliateConsultedBefore("PO-0").askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
                    assertThat(finding.blocking()).isFalse();
                    assertThat(finding.lineIds()).containsExactly("2");
                    assertThat(finding.numbers()).containsEntry("contractorId", Given.OTHER_CONTRACTOR.toString());
                    assertThat(finding.message())
                            .isEqualTo("Order PO-0 of 2024-05-06 to an affiliate of the firm has a consulting part.");
                });
        assertThat(order(line("1")).affiliateConsultedBefore("PO-0").askedOf(rule))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
                    assertThat(finding.message()).contains("an affiliate of the firm");
                });
    }

    @Test
    void whereNobodyLookedUpEarlierOrdersThatIsToldAndNotPassed() {
        OrderFacts facts = order(line("1")).facts();
        OrderFacts old = new OrderFacts(
                facts.order(),
                facts.issuedBefore(),
                facts.labelsBefore(),
                facts.receivedOn(),
                facts.agency(),
                facts.contractor(),
                facts.agreements(),
                facts.droppedAgreements(),
                facts.listings(),
                facts.newsWaiting(),
                facts.parameters(),
                facts.documentVersion());

        assertThat(rule.whyNotApplicable(old)).isEmpty();
        assertThat(rule.check(old)).singleElement().matches(found -> found.verdict() == Verdict.UNDETERMINED);
    }
}
