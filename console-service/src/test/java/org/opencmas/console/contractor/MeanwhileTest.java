package org.opencmas.console.contractor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.frame.field.Inputs;

@DisplayName(
        "Who stores a contractor after another person did is told what came and what went meanwhile, and nothing of their own")
class MeanwhileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void oneCertificateCameAndOneLocationWent() throws Exception {
        JsonNode before = contractor("""
                "locations": [%s, %s], "certificates": []""".formatted(location("Yard"), location("Head office")));
        JsonNode now = contractor("""
                "locations": [%s], "certificates": [{"type": "SB", "number": "9", "validFrom": "2025-01-01", "validThrough": "2026-12-31", "source": "OSDS", "checkedOn": "2026-01-02"}]""".formatted(location("Head office")));
        // A browser sends the lines of a field with carriage returns.
        var form = Inputs.of(Map.of(
                "known", List.of(Meanwhile.known(before).replace("\n", "\r\n")), "locations.0.name", List.of("Typed")));

        Meanwhile meanwhile = Meanwhile.between(form, now);

        assertThat(meanwhile.removed()).containsExactly("Location: Yard, 1 Main St, Lodi, CA, 95240");
        assertThat(meanwhile.added()).containsExactly("Certificate: SB, 9, 2025-01-01, 2026-12-31, OSDS, 2026-01-02");
    }

    @Test
    void oneOfTwoThatReadTheSameWent() throws Exception {
        JsonNode before = contractor("\"locations\": [%s, %s]".formatted(location("Yard"), location("Yard")));
        JsonNode now = contractor("\"locations\": [%s]".formatted(location("Yard")));

        Meanwhile meanwhile = Meanwhile.between(Inputs.of(Map.of("known", List.of(Meanwhile.known(before)))), now);

        assertThat(meanwhile.removed()).hasSize(1);
        assertThat(meanwhile.added()).isEmpty();
    }

    @Test
    void aNewNameAndAPermit() throws Exception {
        JsonNode before = contractor("\"qualifications\": {\"sellersPermit\": null}");
        JsonNode now = JSON.readTree("""
                {"legalName": "New, Inc.", "formerNames": ["Turf, Inc."],
                 "qualifications": {"sellersPermit": {"number": "SR 1", "status": "VALID", "source": "CDTFA", "checkedOn": "2026-01-02"}}}""");

        Meanwhile meanwhile = Meanwhile.between(Inputs.of(Map.of("known", List.of(Meanwhile.known(before)))), now);

        assertThat(meanwhile.removed()).containsExactly("Legal name: Turf, Inc.");
        assertThat(meanwhile.added())
                .containsExactly(
                        "Legal name: New, Inc.",
                        "Former name: Turf, Inc.",
                        "Seller's Permit: SR 1, VALID, CDTFA, 2026-01-02");
    }

    private static JsonNode contractor(String members) throws Exception {
        return JSON.readTree("{\"legalName\": \"Turf, Inc.\", %s}".formatted(members));
    }

    private static String location(String name) {
        return "{\"name\": \"%s\", \"street\": \"1 Main St\", \"city\": \"Lodi\", \"state\": \"CA\", \"zip\": \"95240\"}"
                .formatted(name);
    }
}
