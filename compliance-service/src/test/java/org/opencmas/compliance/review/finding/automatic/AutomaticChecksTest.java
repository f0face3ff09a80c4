package org.opencmas.compliance.review.finding.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.CMAS;
import static org.opencmas.compliance.rule.purchaseorder.Given.cmas;
import static org.opencmas.compliance.rule.purchaseorder.Given.item;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.review.finding.Evidence;
import org.opencmas.compliance.review.finding.Evidence.Answer;
import org.opencmas.compliance.review.finding.Evidence.Answered;
import org.opencmas.compliance.review.finding.Evidence.Question;
import org.opencmas.compliance.review.finding.FindingKind;
import org.opencmas.compliance.review.finding.ReviewFinding;
import org.opencmas.compliance.review.finding.ReviewSettings;
import org.opencmas.compliance.review.finding.ReviewedOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ConsultingOrder;
import org.opencmas.compliance.review.finding.ReviewedOrder.ContractorsReturn;
import org.opencmas.compliance.review.finding.ReviewedOrder.Neighbours;
import org.opencmas.compliance.review.finding.Weight;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.LineListing.ListState;
import org.opencmas.compliance.rule.purchaseorder.known.Agency;
import org.opencmas.compliance.rule.purchaseorder.known.Agreement;
import org.opencmas.compliance.rule.purchaseorder.known.PricedItem;
import org.opencmas.terms.AgencyType;
import org.opencmas.terms.Usd;

@DisplayName("A review finds by itself what stands on the order (CMP-CONTRACTOR-3, CMP-EVIDENCE-5, CMP-SCOPE)")
class AutomaticChecksTest {
    private static final ReviewSettings USUAL = new ReviewSettings(14, 10, 365, new BigDecimal("0.90"), 15);

    private static final ContractorsReturn NOT_RETURNED = new ContractorsReturn(true, null);

    private static Given priced(String unitPrice) {
        return order(line("1").quantity("3").costing(unitPrice))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer();
    }

    private static List<ReviewFinding> found(Given given) {
        return found(given, NOT_RETURNED);
    }

    private static List<ReviewFinding> found(Given given, ContractorsReturn returned) {
        return AutomaticChecks.find(new ReviewedOrder(given.facts(), alone(given), returned, USUAL));
    }

    private static Neighbours alone(Given given) {
        return new Neighbours(1, given.document().total(), null);
    }

    private static List<FindingKind> kinds(List<ReviewFinding> found) {
        return found.stream().map(ReviewFinding::kind).toList();
    }

    @Test
    void nothingIsFoundOnAnOrderThatIsInOrder() {
        assertThat(found(priced("100.00"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100.00, '', ''", "100.01, 0.03, 0.01", "112.50, 37.50, 12.50", "100.005, 0.02, 0.01"})
    void overchargeIsToldInMoneyAndPercent(String unitPrice, String money, String percent) {
        List<ReviewFinding> found = found(priced(unitPrice));

        assertThat(kinds(found).contains(FindingKind.OVERCHARGE)).isEqualTo(!money.isEmpty());
        found.stream().filter(each -> each.kind() == FindingKind.OVERCHARGE).forEach(each -> {
            assertThat(each.weight()).isEqualTo(Weight.VIOLATION);
            assertThat(each.numbers())
                    .containsEntry("overcharge", money)
                    .containsEntry("percent", percent)
                    .containsEntry("priceListFrom", "2019-01-01");
            assertThat(each.lineIds()).containsExactly("1");
        });
    }

    @Test
    void theLowerOfCmasPriceAndBasePriceIsTheMost() {
        Given given = order(line("1").costing("90.01"))
                .priceList(item("A-1", "EA", "100.00", "90.00"))
                .stateBuyer();

        assertThat(found(given).getFirst().numbers()).containsEntry("ceiling", "90.00");
    }

    @Test
    void withoutABasePriceAPriceIsNotCalledInOrder() {
        Given given = order(line("1").costing("100.00"))
                .priceList(item("A-1", "EA", "100.00", null))
                .stateBuyer();

        assertThat(kinds(found(given))).containsExactly(FindingKind.OVERCHARGE);
        assertThat(found(given).getFirst().weight()).isEqualTo(Weight.UNDETERMINED);
    }

    /** Only a price above all that could be meant is too high; of items in several units nothing is known. */
    @Test
    void aLineThatNamesNoItemIsComparedWithAllThatIsLikeIt() {
        PricedItem dearer = new PricedItem("A-2", "Item A-1", "EA", Usd.of("140.00"), Usd.of("150.00"));
        PricedItem inCases = new PricedItem("A-3", "Item A-1", "CASE", Usd.of("1000.00"), Usd.of("1500.00"));

        assertThat(likeItems("140.01", dearer)).containsExactly(Weight.VIOLATION);
        assertThat(likeItems("140.00", dearer)).containsExactly(Weight.QUESTION);
        assertThat(likeItems("150.00", inCases)).containsExactly(Weight.QUESTION);
    }

    private static List<Weight> likeItems(String unitPrice, PricedItem other) {
        return found(order(line("1").item("Z-9").described("Item A-1").costing(unitPrice))
                        .priceList(item("A-1", "EA", "100.00", "150.00"), other)
                        .stateBuyer())
                .stream()
                .filter(each -> each.kind() == FindingKind.OVERCHARGE || each.kind() == FindingKind.NOT_ON_CONTRACT)
                .map(ReviewFinding::weight)
                .toList();
    }

    @Test
    void aPriceAboveAListedPriceOfZeroHasNoPercent() {
        Given given = order(line("1").costing("5.00"))
                .priceList(item("A-1", "EA", "0.00", null))
                .stateBuyer();

        assertThat(found(given).getFirst().numbers())
                .containsEntry("overcharge", "5.00")
                .doesNotContainKey("percent");
    }

    @Test
    void withoutAWholePriceListNothingIsComparedAndThatIsSaid() {
        List<ReviewFinding> found = found(priced("100.00").priceListIs(ListState.INCOMPLETE));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().weight()).isEqualTo(Weight.UNDETERMINED);
        assertThat(found.getFirst().message()).contains("No whole price list");
    }

    @Test
    void aLineThatNamesNoItemOfTheListIsAskedAbout() {
        List<ReviewFinding> found = found(order(line("1"), line("2").item("Z-9"))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer());

        assertThat(kinds(found)).containsExactly(FindingKind.NOT_ON_CONTRACT);
        assertThat(found.getFirst().lineIds()).containsExactly("2");
    }

    @Test
    void aDifferentUnitIsNotCompared() {
        Given given = order(line("1").unit("BOX").costing("500.00"))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer();

        assertThat(found(given)).extracting(ReviewFinding::weight).containsExactly(Weight.UNDETERMINED);
    }

    @Test
    void aLumpSumIsBundlingAndALotIsAskedAbout() {
        Given lump = order(line("1").lumpSum())
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer();
        Given lot = order(line("1"), line("2").nsp("1").unit("LOT").costing("1.00"))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer();

        assertThat(found(lump))
                .anySatisfy(each -> assertThat(each)
                        .extracting(ReviewFinding::kind, ReviewFinding::weight)
                        .containsExactly(FindingKind.PRICE_BUNDLING, Weight.VIOLATION));
        assertThat(found(lot))
                .singleElement()
                .extracting(ReviewFinding::kind, ReviewFinding::weight)
                .containsExactly(FindingKind.PRICE_BUNDLING, Weight.QUESTION);
    }

    @Test
    void theNumberMustBeTheContractorsAndItsCmasActive() {
        assertThat(kinds(found(priced("1.00").on(cmas(CMAS).of(Given.OTHER_CONTRACTOR)))))
                .contains(FindingKind.WRONG_CMAS_NUMBER);
        assertThat(kinds(found(priced("1.00").on(cmas(CMAS).status(Agreement.Status.SUSPENDED)))))
                .contains(FindingKind.CMAS_NOT_ACTIVE);
        assertThat(found(priced("1.00").on(cmas(CMAS).unknown())))
                .extracting(ReviewFinding::weight)
                .contains(Weight.UNDETERMINED)
                .doesNotContain(Weight.VIOLATION);
    }

    @ParameterizedTest
    @CsvSource({"1, 200000.00, false", "2, 100000.00, false", "2, 100000.01, true"})
    void ordersBesideEachOtherThatPassALimitTogetherAreAskedAbout(int count, String together, boolean asked) {
        var facts = priced("100.00").on(cmas(CMAS).limit("100000.00")).facts();
        var near = new Neighbours(count, Usd.of(together), null);

        List<ReviewFinding> found = AutomaticChecks.find(new ReviewedOrder(facts, near, NOT_RETURNED, USUAL));

        assertThat(kinds(found).contains(FindingKind.SPLIT_ORDERS)).isEqualTo(asked);
    }

    @Test
    void aLocalAgencysOwnLimitIsTheOneThatItsOrdersMaySplit() {
        var facts = priced("100.00")
                .buyer(AgencyType.CITY)
                .ownLimit("1000.00", Agency.OverLimit.WARN)
                .facts();
        var near = new Neighbours(2, Usd.of("1000.01"), null);

        assertThat(AutomaticChecks.find(new ReviewedOrder(facts, near, NOT_RETURNED, USUAL)))
                .singleElement()
                .satisfies(each -> assertThat(each.informationOnly()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"4499.99,", "4500.00, QUESTION", "5000.00, QUESTION", "5000.01, VIOLATION"})
    void nspAtNineTenthsOfItsLimitIsAskedAbout(String nsp, Weight weight) {
        Given given = order(line("1"), line("2").nsp("1").costing(nsp))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer();

        List<Weight> weights = found(given).stream()
                .filter(each -> each.kind() == FindingKind.NSP_NEAR_LIMIT)
                .map(ReviewFinding::weight)
                .toList();

        assertThat(weights).isEqualTo(weight == null ? List.of() : List.of(weight));
    }

    @Test
    void withoutFiguresTheNspLimitIsUndetermined() {
        Given given = order(line("1"), line("2").nsp("1").costing("1.00"))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer()
                .withoutFigures();

        assertThat(found(given))
                .singleElement()
                .extracting(ReviewFinding::kind, ReviewFinding::weight)
                .containsExactly(FindingKind.NSP_NEAR_LIMIT, Weight.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-20,", "2026-06-21, QUESTION", "2026-06-30, QUESTION", "2026-07-01, VIOLATION"})
    void anAmendmentInTheLastDaysIsAskedAboutAndALaterOneIsAViolation(LocalDate day, Weight weight) {
        List<Weight> weights = found(priced("100.00").amendedOn(day)).stream()
                .filter(each -> each.kind() == FindingKind.LATE_AMENDMENT)
                .map(ReviewFinding::weight)
                .toList();

        assertThat(weights).isEqualTo(weight == null ? List.of() : List.of(weight));
    }

    @Test
    void anAmendmentThatRaisesNothingIsNoneOfTheLastDays() {
        Given before = priced("100.00");
        Given amended = priced("100.00").amendedOn(LocalDate.of(2026, 6, 30)).issuedBefore(before.document());

        assertThat(found(amended)).isEmpty();
    }

    @Test
    void goodsSoldAfterAdviceAreAskedAbout() {
        var advised = new ConsultingOrder(LocalDate.of(2025, 9, 1), "PO-0");
        var near = new Neighbours(1, Usd.of("300.00"), advised);

        assertThat(AutomaticChecks.find(new ReviewedOrder(priced("100.00").facts(), near, NOT_RETURNED, USUAL)))
                .singleElement()
                .satisfies(each -> assertThat(each.message()).contains("PO-0", "2025-09-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "Consulting on storage, SERVICES, true",
        "Feasibility study, SERVICES, true",
        "Installation of racks, SERVICES, false",
        "Consulting handbook, GOODS, false"
    })
    void adviceIsReadFromTheWordsOfServiceLines(String words, LineKind kind, boolean advises) {
        assertThat(ConsultingThenSale.advises(
                        order(line("1").described(words).kind(kind)).document()))
                .isEqualTo(advises);
    }

    @ParameterizedTest
    @CsvSource({"Handling fee of the reseller, true", "Pass-through of hosting, true", "Handle for a door, false"})
    void wordsOfAPassedOnFeeAreAskedAbout(String words, boolean asked) {
        Given given = order(line("1"), line("2").described(words))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer();

        assertThat(kinds(found(given)).contains(FindingKind.PASS_THROUGH)).isEqualTo(asked);
    }

    @Test
    void cmpScopeLocalOrdersAreForInformationOnlyAndEachFindingSaysSo() {
        List<ReviewFinding> local = found(priced("120.00").buyer(AgencyType.CITY));
        List<ReviewFinding> state = found(priced("120.00"));
        List<ReviewFinding> unknown = found(priced("120.00").unknownBuyer());

        assertThat(local).isNotEmpty().allSatisfy(each -> {
            assertThat(each.informationOnly()).isTrue();
            assertThat(each.message()).contains("For information only", "binds State agencies only");
        });
        assertThat(state).hasSameSizeAs(local).noneMatch(ReviewFinding::informationOnly);
        assertThat(unknown).isNotEmpty().noneMatch(ReviewFinding::informationOnly);
    }

    /** CMP-RETURN-NONCOMPLIANT. */
    @Test
    void cmpReturnNoncompliantAsksWhetherTheContractorReturnedWhatDoesNotComply() {
        Given overcharged = priced("120.00");

        assertThat(kinds(found(overcharged))).contains(FindingKind.NOT_RETURNED);
        assertThat(kinds(found(overcharged, new ContractorsReturn(true, LocalDate.of(2026, 3, 5)))))
                .doesNotContain(FindingKind.NOT_RETURNED);
        assertThat(found(overcharged, new ContractorsReturn(false, null)))
                .filteredOn(each -> each.kind() == FindingKind.NOT_RETURNED)
                .extracting(ReviewFinding::weight)
                .containsExactly(Weight.UNDETERMINED);
        assertThat(kinds(found(priced("100.00"), NOT_RETURNED))).doesNotContain(FindingKind.NOT_RETURNED);
    }

    @Test
    void cmpEvidence5AnswersFollowFromTheFindingsAndTheCopyIsAskedOfAPerson() {
        assertThat(answers(priced("100.00")))
                .containsExactly(
                        new Answered(Question.CMAS_ACTIVE, Answer.IN_ORDER),
                        new Answered(Question.COPY_OBTAINED, Answer.OPEN),
                        new Answered(Question.NOT_BUNDLED, Answer.IN_ORDER),
                        new Answered(Question.PRICES_AGREE, Answer.IN_ORDER),
                        new Answered(Question.NUMBER_CORRECT, Answer.IN_ORDER));
        assertThat(answers(priced("120.00"))).contains(new Answered(Question.PRICES_AGREE, Answer.NOT_IN_ORDER));
        assertThat(answers(priced("100.00").priceListIs(ListState.NONE)))
                .contains(new Answered(Question.PRICES_AGREE, Answer.OPEN));
        Given services = order(line("1").kind(LineKind.SERVICES).quantity("3").costing("100.00"))
                .priceList(item("A-1", "EA", "100.00", "150.00"))
                .stateBuyer();
        assertThat(answers(services)).contains(new Answered(Question.PRICES_AGREE, Answer.OPEN));
    }

    @Test
    void whileTheBuyersKindIsNotKnownNothingIsHeldAgainstAnybody() {
        assertThat(found(priced("120.00").unknownBuyer()))
                .isNotEmpty()
                .allMatch(each -> each.weight() == Weight.UNDETERMINED && !each.informationOnly())
                .allMatch(each -> each.message().endsWith(ReviewFinding.OF_UNKNOWN_BUYER));
    }

    private static List<Answered> answers(Given given) {
        return Evidence.answers(given.facts().order(), found(given));
    }
}
