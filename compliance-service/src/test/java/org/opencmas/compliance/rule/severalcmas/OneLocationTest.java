package org.opencmas.compliance.rule.severalcmas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.SECOND;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.judging.Finding;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.Given;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;
import org.opencmas.compliance.rule.purchaseorder.known.Contractor;

@DisplayName("MULTI-ONE-LOCATION: an order on several CMAS goes to exactly one contractor location")
class OneLocationTest {
    private final Rule<OrderFacts> rule = new OneLocation();

    @ParameterizedTest(name = "order to {0}, line to {1} → {2}")
    @CsvSource(useHeadersInDisplayName = false, nullValues = "-", textBlock = """
        -,          -,            UNDETERMINED
        Sacramento, -,            PASS
        -,          Sacramento,   PASS
        Sacramento, ' sacramento',PASS
        Sacramento, Fresno,       FAIL
        Sacramento, '1 Main Street, Sacramento CA 95814', PASS
        Sacramento, '9 Side Street, Fresno',              FAIL
        '1 Main Street, Suite 4, Sacramento', -,          PASS
        '211 Main Street, Sacramento', -,                 NEEDS_ATTESTATION
        '1 Main Streets, Sacramento', -,                  NEEDS_ATTESTATION
        Bakersfield, -,           NEEDS_ATTESTATION
        """)
    void boundaries(String order, String line, Verdict verdict) {
        assertThat(order(line("1"), line("2").on(SECOND).location(line))
                        .location(order)
                        .verdictOf(rule))
                .isEqualTo(verdict);
    }

    @Test
    void namesThePlacesAndTheirLines() {
        Given two = order(line("1"), line("2").on(SECOND).location("Fresno")).location("1 Main Street, Sacramento");

        Finding finding = two.askedOf(rule).getFirst();

        assertThat(finding.message()).contains("2 locations: Sacramento and Fresno");
        assertThat(finding.lineIds()).containsExactly("2");
    }

    @Test
    void namesWhatTheRecordHas() {
        assertThat(order(line("1"), line("2").on(SECOND))
                        .location("Bakersfield")
                        .remedyOf(rule))
                .isEqualTo("Write Sacramento or Fresno, or attest that the location is one of them.");
    }

    @Test
    void aContractorWithoutRecordedLocationsIsUndetermined() {
        Given several = order(line("1"), line("2").on(SECOND));

        assertThat(several.contractorLocations().verdictOf(rule)).isEqualTo(Verdict.UNDETERMINED);
        assertThat(several.contractorLocations((Contractor.Location[]) null).verdictOf(rule))
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void anOrderOnOneCmasIsNotItsConcern() {
        assertThat(order(line("1").location("Fresno")).verdictOf(rule)).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
