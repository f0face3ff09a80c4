package org.opencmas.compliance.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.pricedAndNsp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.compliance.rehearsal.Candidate.Flip;
import org.opencmas.compliance.rule.Parameter;
import org.opencmas.compliance.rule.ParameterName;
import org.opencmas.compliance.rule.book.RuleBooks;
import org.opencmas.compliance.rule.judging.Decision;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.ruleset.RuleSets;

@DisplayName("A candidate shows the decisions that it would have made otherwise, and the rules by which")
class CandidateTest {
    private static final LocalDate ASKED_ON = LocalDate.of(2026, 11, 28);

    /** A city's order with NSP of 4,000.00 that is issued: all that is asked for is attested. */
    static OrderFacts issued() {
        Given given = given();
        RuleBooks.ORDERS.judge(given.facts()).findings().stream()
                .filter(Finding::blocking)
                .map(Finding::ruleId)
                .distinct()
                .forEach(given::attested);
        assertThat(RuleBooks.ORDERS.judge(given.facts()).decision()).isEqualTo(Decision.ISSUE);
        return given.facts();
    }

    private static Given given() {
        return pricedAndNsp("10000.00", "4000.00").priceList(Given.item("A-1", "EA", "10000.00", "10000.00"));
    }

    private static List<Finding> judged(OrderFacts facts) {
        return RuleBooks.ORDERS.judge(facts).findings();
    }

    private static Candidate figure(String value, LocalDate from) {
        return new Candidate(
                RuleSets.inForce(),
                new Parameter(ParameterName.NSP_LOW_LIMIT, new BigDecimal(value), from, "a proposal", "OWN"),
                ASKED_ON);
    }

    @Test
    void aFigureFlipsWhatLiesBetweenItAndTheOneOfTheDay() {
        LocalDate day = issued().judgedAsOf();

        assertThat(figure("3999.99", day).flip(issued(), judged(issued())))
                .contains(new Flip(Decision.ISSUE, Decision.RETURN, List.of("NSP-DOLLAR-LOW")));
        assertThat(figure("4000.00", day).flip(issued(), judged(issued()))).isEmpty();
    }

    @Test
    void aFigureThatBeganAfterTheOrderFlipsNothing() {
        assertThat(figure("3999.99", issued().judgedAsOf().plusDays(1)).flip(issued(), judged(issued())))
                .isEmpty();
    }

    @Test
    void aFigureOfAnEarlierDayThanTheOneInForceFlipsNothing() {
        assertThat(figure("3999.99", LocalDate.of(1994, 12, 31)).flip(issued(), judged(issued())))
                .isEmpty();
    }

    /** By its own day it would show nothing, and whoever activates it would think that nothing comes of it. */
    @Test
    void aFigureThatIsYetToBeginIsTriedAsThoughItHadBegun() {
        assertThat(figure("3999.99", ASKED_ON.plusDays(1)).flip(issued(), judged(issued())))
                .contains(new Flip(Decision.ISSUE, Decision.RETURN, List.of("NSP-DOLLAR-LOW")));
        assertThat(figure("4000.00", ASKED_ON.plusDays(1)).flip(issued(), judged(issued())))
                .isEmpty();
    }

    /** The facts of the first release hold neither the figures nor the statements that later rules ask for: those stop the order anyhow. */
    @Test
    void aFigureIsTriedByTheRulesThatJudgedTheOrderThen() {
        Set<ParameterName> known = EnumSet.of(
                ParameterName.NSP_TIER_BORDER,
                ParameterName.NSP_LOW_LIMIT,
                ParameterName.NSP_HIGH_SHARE,
                ParameterName.NSP_HIGH_LIMIT,
                ParameterName.BACK_DATING_DAYS);
        OrderFacts unattested = given().facts();
        OrderFacts facts = unattested.withParameters(unattested.parameters().stream()
                .filter(figure -> known.contains(figure.name()))
                .toList());
        List<Finding> then = RuleSets.all().getFirst().judge(facts).findings();
        assertThat(then).noneMatch(Finding::blocking);
        assertThat(judged(facts)).anyMatch(Finding::blocking);

        assertThat(figure("3999.99", facts.judgedAsOf()).flip(facts, then))
                .contains(new Flip(Decision.ISSUE, Decision.RETURN, List.of("NSP-DOLLAR-LOW")));
    }

    @Test
    void aRuleSetIsComparedWithWhatWasDecided() {
        OrderFacts overLimit = pricedAndNsp("10000.00", "5000.01").facts();
        List<Finding> asIfIssued = judged(issued());

        assertThat(new Candidate(RuleSets.all().getFirst(), null, ASKED_ON).flip(overLimit, asIfIssued))
                .hasValueSatisfying(flip -> {
                    assertThat(flip.now()).isEqualTo(Decision.RETURN);
                    assertThat(flip.rules()).contains("NSP-DOLLAR-LOW");
                });
        assertThat(new Candidate(RuleSets.inForce(), null, ASKED_ON).flip(issued(), judged(issued())))
                .isEmpty();
    }
}
