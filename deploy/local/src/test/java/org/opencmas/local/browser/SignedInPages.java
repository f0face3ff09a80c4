package org.opencmas.local.browser;

import java.util.Comparator;
import java.util.List;
import org.opencmas.local.browser.journey.EditingJourneys;
import org.opencmas.local.browser.journey.FileJourneys;
import org.opencmas.local.browser.journey.PaymentJourneys;
import org.opencmas.local.browser.journey.RegistryJourneys;
import org.opencmas.local.browser.journey.RequestJourneys;
import org.opencmas.local.browser.journey.ReviewJourneys;
import org.opencmas.local.browser.journey.TwoPersonJourneys;
import org.opencmas.local.browser.journey.WorkJourneys;
import org.opencmas.local.client.SuiteClient;

/** The pages that people sign in for, in a browser: a journey from the sign-in to each persona's goal, and the states of each persona's pages. */
final class SignedInPages {
    private SignedInPages() {}

    /**
     * Returns the journeys of those who keep the registry, in order. None of them touches an order, a report or a policy, nor an agreement's terms
     * that one of the others goes by, so that they may run beside these; the public's pages show what they change.
     */
    static List<PageCheck> registryJourneys() {
        return List.of(
                new PageCheck("a supplement of two persons", RegistryJourneys::aSupplementOfTwoPersons),
                new PageCheck("a draft that is withdrawn", RegistryJourneys::aDraftThatIsWithdrawn),
                new PageCheck("a status that changed meanwhile", RegistryJourneys::aStatusThatChangedMeanwhile),
                new PageCheck("a contractor with a new name", RegistryJourneys::aContractorWithANewName),
                new PageCheck("a new agreement of two persons", EditingJourneys::aNewAgreementOfTwoPersons),
                new PageCheck("a contractor that two edit", EditingJourneys::aContractorThatTwoEdit),
                new PageCheck("a name that two decide on", EditingJourneys::aNameThatTwoDecideOn),
                new PageCheck("a price list in a file", FileJourneys::aPriceListInAFile));
    }

    /**
     * Returns the journeys of agencies, of those who review their orders and of those who keep the rules' figures, in order: each changes what it works on.
     *
     * @param client for what a journey needs and no page does
     */
    static List<PageCheck> agencyJourneys(SuiteClient client) {
        return List.of(
                new PageCheck(
                        "an order from its first line to its acceptance",
                        WorkJourneys::anOrderFromItsFirstLineToItsAcceptance),
                new PageCheck("a draft that another person changed meanwhile", WorkJourneys::whatChangedMeanwhile),
                new PageCheck(
                        "a request for offer to its draft order", RequestJourneys::aRequestForOfferToItsDraftOrder),
                new PageCheck("a complaint and its answer", RequestJourneys::aComplaintAndItsAnswer),
                new PageCheck("what is hardly meant", RequestJourneys::whatIsHardlyMeant),
                new PageCheck("a figure of two persons", RequestJourneys::aFigureOfTwoPersons),
                new PageCheck("a change of the policy", RequestJourneys::aChangeOfThePolicy),
                new PageCheck("a policy of two persons", TwoPersonJourneys::aPolicyOfTwoPersons),
                new PageCheck("a policy that changed meanwhile", TwoPersonJourneys::aPolicyThatChangedMeanwhile),
                new PageCheck("the copy of an agreement", EditingJourneys::theCopyOfAnAgreement),
                new PageCheck("an order that is stopped and ended", EditingJourneys::anOrderThatIsStoppedAndEnded),
                new PageCheck("orders in a file", FileJourneys::ordersInAFile),
                new PageCheck(
                        "a decision on an exemption", seen -> ReviewJourneys.aDecisionOnAnExemption(seen, client)),
                new PageCheck("a review and what it found", seen -> ReviewJourneys.aReviewAndWhatItFound(seen, client)),
                new PageCheck("the end of a session, and another agency's address", WorkJourneys::theEndOfASession),
                new PageCheck("the sign-out", WorkJourneys::theSignOut));
    }

    /** Returns the journeys of those who report, pay and count fees, in order. None of them touches an order, a policy or an agreement. */
    static List<PageCheck> feeJourneys() {
        return List.of(
                new PageCheck("a due day of two persons", TwoPersonJourneys::aDueDayOfTwoPersons),
                new PageCheck("a settlement of two persons", TwoPersonJourneys::aSettlementOfTwoPersons),
                new PageCheck(
                        "letters to those whose reports are overdue",
                        TwoPersonJourneys::lettersToThoseWhoseReportsAreOverdue),
                new PageCheck("a payment that goes back", PaymentJourneys::aPaymentThatGoesBack),
                new PageCheck("a report that came back", PaymentJourneys::aReportThatCameBack),
                new PageCheck("a report at zero, with the keyboard alone", WorkJourneys::aReportAtZeroWithTheKeyboard),
                new PageCheck("a report in a file", FileJourneys::aReportInAFile),
                new PageCheck("all entries in a file", FileJourneys::allEntriesInAFile),
                new PageCheck("from the work queue to the cent", WorkJourneys::fromTheQueueToTheCent),
                new PageCheck("the proof of the ledger", WorkJourneys::theProofOfTheLedger),
                new PageCheck("what is left is applied", PaymentJourneys::whatIsLeftIsApplied));
    }

    /** Returns what holds of each persona's pages; those that take longest first, so that all browsers end together. */
    static List<PageCheck> pages() {
        return PersonaPages.ALL.stream()
                .sorted(Comparator.comparingInt(
                                (PersonaPages pages) -> pages.pages().size())
                        .reversed())
                .map(pages -> new PageCheck("pages of " + pages.persona(), pages::look))
                .toList();
    }
}
