package org.opencmas.console.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opencmas.console.client.department.AgreementDrafts.AffectedOrders;
import org.opencmas.console.client.department.AgreementDrafts.Difference;
import org.opencmas.console.client.department.AgreementDrafts.Preview;

class PreviewViewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("Each term is shown as it would be, beside what it is now where that differs, in a reader's words")
    void merged() throws Exception {
        JsonNode agreement = JSON.readTree("""
                {"contractorName": "Turf, Inc.", "termStart": "2006-08-07", "termEnd": "2030-12-31", "forUseBy": "STATE_AND_LOCAL",
                 "nspProvision": false, "acceptsCalCard": true, "travelAllowed": null, "stateOrderLimit": "250000.00",
                 "productCodes": [], "categories": ["OTHER_GOODS", "FURNITURE"],
                 "listedCertifications": [{"type": "SB", "number": "9", "validThrough": "2026-12-31"}],
                 "baseContract": {"number": "N-1", "type": "NON_GSA", "holder": "Turf, Inc.", "awardingBody": "City of Lodi",
                                  "termStart": null, "termEnd": "2029-12-31"}}""");
        var preview = PreviewView.of(new Preview(
                agreement,
                List.of(
                        new Difference("termEnd", JSON.readTree("\"2027-08-06\""), JSON.readTree("\"2030-12-31\"")),
                        new Difference("acceptsCalCard", null, JSON.readTree("true")),
                        new Difference("stateOrderLimit", null, JSON.readTree("\"250000.00\""))),
                List.of(),
                List.of(),
                new AffectedOrders(0, BigDecimal.ZERO, 0, List.of())));

        assertThat(preview.changed()).isEqualTo(3);
        assertThat(preview.terms())
                .contains(
                        new PreviewView.Term("Contractor", "Turf, Inc.", "Turf, Inc.", false),
                        new PreviewView.Term("Last day, inclusive", "August 6, 2027", "December 31, 2030", true),
                        new PreviewView.Term("CAL-Card accepted", "Not known", "Yes", true),
                        new PreviewView.Term("Travel may be ordered", "Not known", "Not known", false),
                        new PreviewView.Term("Most that one State order may come to", "No limit", "$250,000.00", true),
                        new PreviewView.Term("Covers", "Other goods; Furniture", "Other goods; Furniture", false),
                        new PreviewView.Term(
                                "Base contract",
                                "N-1 (not GSA), held by Turf, Inc., awarded by City of Lodi, through December 31, 2029",
                                "N-1 (not GSA), held by Turf, Inc., awarded by City of Lodi, through December 31, 2029",
                                false));
    }
}
