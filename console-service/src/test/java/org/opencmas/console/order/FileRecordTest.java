package org.opencmas.console.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;

class FileRecordTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName(
            "What was typed is sent under the service's names: a dispatch without a form of the agency's own (ORD-DISPATCH), a bond's amount without commas")
    void whatIsSent() throws Exception {
        var dispatch = form(Map.of(
                "dispatch.method",
                "MAIL",
                "dispatch.sentOn",
                "2026-11-18",
                "dispatch.sentTo",
                "PO Box 1",
                "dispatch.form",
                ""));
        assertThat((JsonNode) FileRecord.DISPATCH.group().body(dispatch)).isEqualTo(JSON.readTree("""
                {"method": "MAIL", "sentOn": "2026-11-18", "sentTo": "PO Box 1"}"""));

        var bond = form(Map.of("bond.kind", "PAYMENT", "bond.form", "Std. 807", "bond.amount", "$12,000.50"));
        assertThat((JsonNode) FileRecord.BOND.group().body(bond)).isEqualTo(JSON.readTree("""
                {"kind": "PAYMENT", "form": "Std. 807", "amount": "12000.50"}"""));

        var contact = form(Map.of(
                "contact.spokeWith", "Lee", "contact.contactedOn", "2026-11-18", "contact.about", "One.\r\nTwo."));
        assertThat(FileRecord.CONTACT.group().body(contact).path("about").asText())
                .isEqualTo("One.\nTwo.");
        assertThat(Stream.of(dispatch, bond, contact).allMatch(Inputs::isFine)).isTrue();
    }

    @Test
    @DisplayName(
            "An empty form says of each field that has to be given that it is missing, and what the service refuses stands at its field")
    void whatIsMissing() {
        var empty = form(Map.of("provision.text", ""));
        FileRecord.PROVISION.group().body(empty);
        assertThat(empty.errors())
                .extracting(Inputs.Error::field)
                .containsExactly(
                        "provision.text",
                        "provision.acceptedByAgency",
                        "provision.agencyAcceptedOn",
                        "provision.acceptedByContractor",
                        "provision.contractorAcceptedOn");
        assertThat(empty.errors().getFirst().label()).isEqualTo("Words agreed");

        var item = form(Map.of("file-item.item", "RESUMES"));
        FileRecord.FILE_ITEM.group().body(item);
        Refusals.intoFields(
                item,
                new ServiceProblem(400, "Bad request", "", List.of(new ServiceProblem.Fault("/keptAt", "is missing"))),
                FileRecord.FILE_ITEM.group().calledInBody());
        assertThat(item.error("file-item.keptAt")).isEqualTo("is missing");
    }

    @DisplayName(
            "A provision is written down before the issue alone, a dispatch and a word with the contractor after it (ORD-TERM-NEGOTIATED)")
    @ParameterizedTest
    @CsvSource({
        "DRAFT, PROVISION BOND FILE_ITEM",
        "RETURNED, PROVISION BOND FILE_ITEM",
        "ISSUED, DISPATCH CONTACT BOND FILE_ITEM",
        "AMENDED, DISPATCH CONTACT BOND FILE_ITEM",
        "TERMINATED, DISPATCH CONTACT BOND FILE_ITEM"
    })
    void whenItCanBeWritten(String state, String records) {
        assertThat(Stream.of(FileRecord.values())
                        .filter(each -> each.isFor(state))
                        .map(Enum::name))
                .containsExactly(records.split(" ", -1));
    }

    @Test
    @DisplayName("Each has an address of its own")
    void addresses() {
        for (FileRecord record : FileRecord.values()) {
            assertThat(FileRecord.at(record.path())).hasValue(record);
        }
        assertThat(FileRecord.at("none")).isEmpty();
    }

    private static Inputs form(Map<String, String> typed) {
        Map<String, List<String>> fields = new HashMap<>();
        typed.forEach((field, value) -> fields.put(field, List.of(value)));
        return Inputs.of(fields);
    }
}
