package org.opencmas.compliance.rule.publicworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opencmas.compliance.rule.purchaseorder.Given.line;
import static org.opencmas.compliance.rule.purchaseorder.Given.order;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.compliance.rule.Rule;
import org.opencmas.compliance.rule.outcome.Verdict;
import org.opencmas.compliance.rule.purchaseorder.GivenLine;
import org.opencmas.compliance.rule.purchaseorder.LineKind;
import org.opencmas.compliance.rule.purchaseorder.OrderFacts;

@DisplayName("PW-DEFINITION: what is public works is classified as public works")
class PublicWorksCodedTest {
    private final Rule<OrderFacts> rule = new PublicWorksCoded();

    @ParameterizedTest(name = "{0} \"{1}\", classified: {2} → {3}, blocking nothing")
    @CsvSource({
        "SERVICES, Installation of racks,   false, NEEDS_ATTESTATION",
        "SERVICES, Installation of racks,   true,  PASS",
        "SERVICES, electrical work,         false, NEEDS_ATTESTATION",
        "SERVICES, laying of carpet,        false, NEEDS_ATTESTATION",
        "SERVICES, trenching,               false, NEEDS_ATTESTATION",
        "SERVICES, help desk,               false, PASS",
        "GOODS,    mounting bracket,        false, NOT_APPLICABLE",
        "GOODS,    Installation of racks,   false, NEEDS_ATTESTATION",
        "GOODS,    Installation of racks,   true,  PASS",
        "GOODS,    Installation,            false, NEEDS_ATTESTATION",
        "GOODS,    'Racks, with installation', false, NEEDS_ATTESTATION",
        "GOODS,    Carpet removal and installation at City Hall, false, NEEDS_ATTESTATION",
        "GOODS,    Cabling labor,           false, NEEDS_ATTESTATION",
        "SOFTWARE, Installing of cable,     false, NEEDS_ATTESTATION",
        "GOODS,    'cable, installation kit', false, NOT_APPLICABLE",
        "GOODS,    Installation guide,      false, NOT_APPLICABLE",
        "GOODS,    'Electrical tools, labor-saving', false, NOT_APPLICABLE",
        "GOODS,    'Mounted poster, Labor Law', false, NOT_APPLICABLE"
    })
    void words(LineKind kind, String description, boolean classified, Verdict verdict) {
        GivenLine line = classified ? line("1").publicWorks() : line("1");

        assertThat(order(line.kind(kind).described(description)).askedOf(rule))
                .singleElement()
                .matches(finding -> finding.verdict() == verdict && !finding.blocking());
    }
}
