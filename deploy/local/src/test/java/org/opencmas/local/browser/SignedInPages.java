package org.opencmas.local.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.opencmas.local.client.SuiteClient;
import org.opencmas.local.server.Addresses;
import org.opencmas.local.server.Endpoints;
import org.opencmas.local.server.Ports;

/**
 * The pages that people sign in for, in a browser: the states of each persona's pages, and a journey from the sign-in to each
 * persona's goal. Where there is no browser each is skipped.
 */
public final class SignedInPages implements AutoCloseable {
    private final Endpoints endpoints;
    private final SuiteClient client;
    private final Optional<Path> program = BrowserProgram.find();
    private Optional<TestBrowser> browser = Optional.empty();

    public SignedInPages(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.client = new SuiteClient(endpoints);
    }

    /** Returns the tests, in order, while every service runs with the sample's data. */
    public Stream<DynamicTest> tests() {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(test(
                "an order from its first line to its acceptance",
                WorkJourneys::anOrderFromItsFirstLineToItsAcceptance));
        tests.add(test("a draft that another person changed meanwhile", WorkJourneys::whatChangedMeanwhile));
        tests.add(test("a request for offer to its draft order", RequestJourneys::aRequestForOfferToItsDraftOrder));
        tests.add(test("what is hardly meant", RequestJourneys::whatIsHardlyMeant));
        tests.add(test("a figure of two persons", RequestJourneys::aFigureOfTwoPersons));
        tests.add(test("a change of the policy", RequestJourneys::aChangeOfThePolicy));
        tests.add(test("a policy of two persons", TwoPersonJourneys::aPolicyOfTwoPersons));
        tests.add(test("a policy that changed meanwhile", TwoPersonJourneys::aPolicyThatChangedMeanwhile));
        tests.add(test("a due day of two persons", TwoPersonJourneys::aDueDayOfTwoPersons));
        tests.add(test("a settlement of two persons", TwoPersonJourneys::aSettlementOfTwoPersons));
        tests.add(test(
                "letters to those whose reports are overdue", TwoPersonJourneys::lettersToThoseWhoseReportsAreOverdue));
        tests.add(test("a supplement of two persons", RegistryJourneys::aSupplementOfTwoPersons));
        tests.add(test("a draft that is withdrawn", RegistryJourneys::aDraftThatIsWithdrawn));
        tests.add(test("a status that changed meanwhile", RegistryJourneys::aStatusThatChangedMeanwhile));
        tests.add(test("a contractor with a new name", RegistryJourneys::aContractorWithANewName));
        tests.add(test("a payment that goes back", PaymentJourneys::aPaymentThatGoesBack));
        tests.add(test("a report that came back", PaymentJourneys::aReportThatCameBack));
        tests.add(test("a report at zero, with the keyboard alone", WorkJourneys::aReportAtZeroWithTheKeyboard));
        tests.add(test("a report in a file", FileJourneys::aReportInAFile));
        tests.add(test("a price list in a file", FileJourneys::aPriceListInAFile));
        tests.add(test("all entries in a file", FileJourneys::allEntriesInAFile));
        tests.add(test("from the work queue to the cent", WorkJourneys::fromTheQueueToTheCent));
        tests.add(test("the proof of the ledger", WorkJourneys::theProofOfTheLedger));
        tests.add(test("a decision on an exemption", seen -> ReviewJourneys.aDecisionOnAnExemption(seen, client)));
        tests.add(test("a review and what it found", seen -> ReviewJourneys.aReviewAndWhatItFound(seen, client)));
        tests.add(test("the end of a session, and another agency's address", WorkJourneys::theEndOfASession));
        tests.add(test("the sign-out", WorkJourneys::theSignOut));
        for (PersonaPages pages : PersonaPages.ALL) {
            tests.add(test("pages of " + pages.persona() + ", wide and light", pages::wideAndLight));
            tests.add(test("pages of " + pages.persona() + ", narrow and dark", pages::narrowAndDark));
        }
        return tests.stream();
    }

    private DynamicTest test(String name, Consumer<TestBrowser> check) {
        return DynamicTest.dynamicTest(name, () -> {
            Assumptions.assumeTrue(
                    program.isPresent(), "SKIPPED: no browser; install chromium or name one with CMAS_BROWSER");
            check.accept(open());
        });
    }

    private TestBrowser open() {
        if (browser.isEmpty()) {
            browser = Optional.of(new TestBrowser(program.orElseThrow(), endpoints.console()));
        }
        return browser.get();
    }

    @Override
    public void close() {
        browser.ifPresent(TestBrowser::close);
    }

    /** Looks at the pages of a suite that runs already, at the ports of the environment; optionally those alone whose name has a word. */
    public static void main(String[] words) throws Throwable {
        try (var pages = new SignedInPages(new Addresses(Ports.from(System.getenv())).endpoints())) {
            LiveRun.run(pages.tests(), words);
        }
    }
}
