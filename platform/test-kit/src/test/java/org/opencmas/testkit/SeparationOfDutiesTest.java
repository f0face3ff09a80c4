package org.opencmas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.testkit.fuzz.Operation;

/**
 * Every operation by which a person lets what was made take effect, and the test that shows that its maker cannot. An operation with such a
 * name and no row here fails the build.
 */
@DisplayName("Nobody approves what they made")
class SeparationOfDutiesTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern TAKES_EFFECT =
            Pattern.compile("(approve|activate|decide|authorize|release|closeReview|confirmAgencyPolicyChange).*");
    private static final List<String> SERVICES =
            List.of("contract-registry-service", "order-service", "compliance-service", "fee-reporting-service");

    /** By operation, the class and method of the test; a reason in brackets where one person is enough. */
    private static final Map<String, String> SHOWN_BY = Map.ofEntries(
            Map.entry("approveOrder", "OrderControlTest.nobodyApprovesWhatHeWroteAndANewVersionIsApprovedAnew"),
            Map.entry(
                    "activateAgreementDraft",
                    "AgreementDraftTest.nobodyActivatesWhatTheyDraftedAndTheDatabaseRefusesItToo"),
            Map.entry("decideNameChange", "NameChangeTest.whoeverAskedDoesNotDecideAndNothingIsDecidedTwice"),
            Map.entry("activateParameter", "ParameterResourceTest.aProposedFigureCountsOnceASecondPersonActivatesIt"),
            Map.entry("activateFeeRate", "DatedFiguresTest.onePersonProposesAndAnotherActivates"),
            Map.entry("activateAdministrativeFeeRate", "AdministrativeFeeTest.onePersonProposesAndAnotherActivates"),
            Map.entry(
                    "confirmAgencyPolicyChange",
                    "PolicyChangeTest.oneApproverDoesNotSwitchTheApprovalOffPlaceAndSwitchItOn"),
            Map.entry("activateReportDueRule", "DatedFiguresTest.onePersonProposesAndAnotherActivates"),
            Map.entry("approveCreditRelease", "CreditReleaseTest.needsASecondPerson"),
            Map.entry("approveRefund", "RemittanceTest.aRefund"),
            Map.entry("approveSettlement", "SettlementTest.reportsOfOldQuarters"),
            Map.entry("decideExemption", "DeterminationResourceTest.exmLpaNeedNotMetIsDecidedOnceByASecondPerson"),
            Map.entry("closeReview", "ReviewStoryTest.fromThePlanToTheClosedCaseFile"),
            Map.entry("approveInvoice", "[its maker is the contractor, whose role does not open the operation]"));

    @Test
    void everyOperationThatLetsSomethingTakeEffectIsShownToNeedAnotherPerson() throws IOException {
        for (String service : SERVICES) {
            Path document = ROOT.resolve(service).resolve("openapi.yaml");
            for (Operation operation : Operation.of(new ObjectMapper(new YAMLFactory()).readTree(document.toFile()))) {
                if (TAKES_EFFECT.matcher(operation.id()).matches()) {
                    assertThat(SHOWN_BY).containsKey(operation.id());
                    assertIsThere(service, SHOWN_BY.get(operation.id()));
                }
            }
        }
    }

    private static void assertIsThere(String service, String test) throws IOException {
        if (test.startsWith("[")) {
            return;
        }
        String[] place = test.split("\\.");
        try (Stream<Path> files = Files.walk(ROOT.resolve(service).resolve("src/test/java"))) {
            Path file = files.filter(each -> each.endsWith(place[0] + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no test " + test + " in " + service));
            assertThat(Files.readString(file)).as(test).contains(" " + place[1] + "(");
        }
    }
}
