package org.opencmas.console.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.meanwhile.Change;

@DisplayName(
        "Who stores a contractor after another person did is told what came and what went meanwhile, and nothing of their own")
class ContractorShownTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void oneCertificateCameAndOneLocationWent() throws Exception {
        JsonNode before = contractor("""
                "locations": [%s, %s], "certificates": []""".formatted(location("Yard"), location("Head office")));
        JsonNode now = contractor("""
                "locations": [%s], "certificates": [{"type": "SB", "number": "9", "validFrom": "2025-01-01", "validThrough": "2026-12-31", "source": "OSDS", "checkedOn": "2026-01-02"}]""".formatted(location("Head office")));

        assertThat(changes(before, now))
                .containsExactly(
                        new Change("Location", "Yard, 1 Main St, Lodi, CA, 95240", ""),
                        new Change(
                                "Certificate", "", "SB, 9, January 1, 2025, December 31, 2026, OSDS, January 2, 2026"));
    }

    @Test
    void aNewNameAndAPermit() throws Exception {
        JsonNode before = contractor("\"qualifications\": {\"sellersPermit\": null}");
        JsonNode now = JSON.readTree("""
                {"legalName": "New, Inc.", "formerNames": ["Turf, Inc."],
                 "qualifications": {"sellersPermit": {"number": "SR 1", "status": "VALID", "source": "CDTFA", "checkedOn": "2026-01-02"}}}""");

        assertThat(changes(before, now))
                .containsExactly(
                        new Change("Legal name", "Turf, Inc.", "New, Inc."),
                        new Change("Former name", "", "Turf, Inc."),
                        new Change("Seller's Permit", "", "SR 1, Valid, CDTFA, January 2, 2026"));
    }

    private static List<Change> changes(JsonNode before, JsonNode now) {
        return ContractorShown.of(now)
                .since(Inputs.of(
                        Map.of("known", List.of(ContractorShown.of(before).carried()))));
    }

    private static JsonNode contractor(String members) throws Exception {
        return JSON.readTree("{\"legalName\": \"Turf, Inc.\", %s}".formatted(members));
    }

    private static String location(String name) {
        return "{\"name\": \"%s\", \"street\": \"1 Main St\", \"city\": \"Lodi\", \"state\": \"CA\", \"zip\": \"95240\"}"
                .formatted(name);
    }
}
