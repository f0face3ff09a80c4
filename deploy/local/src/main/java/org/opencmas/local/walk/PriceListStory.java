package org.opencmas.local.walk;

import static org.opencmas.local.client.Service.REGISTRY;

import org.opencmas.local.client.Answer;
import org.opencmas.local.client.SuiteClient;

/** A price list that goes on by itself: refused for one row, mended with that row alone, and published. */
final class PriceListStory {
    private static final String ANALYST = "dgs-analyst";
    private static final String HEADER = "item_id,description,unit,price,base_price\n";

    private final SuiteClient client;
    private final Narrator narrator;
    private final String run;
    private final String number;

    PriceListStory(SuiteClient client, Narrator narrator, String run, String number) {
        this.client = client;
        this.narrator = narrator;
        this.run = run;
        this.number = number;
    }

    void tell() {
        narrator.step(
                "Its price list is taken down, read by itself, and refused for a price above the base contract's");
        Answer taken = narrator.show(
                client.post(REGISTRY, "/v1/price-list-imports")
                        .as(ANALYST)
                        .query("agreement", number)
                        .query("inBackground", true)
                        .key("walk-" + run + "-list")
                        .csv(HEADER + "T-1,Turf,square foot,7.25,7.50\nT-2,Infill,pound,0.90,0.85\n"),
                "/state");
        narrator.same("the answer", 202, taken.status());
        String place = taken.text("/id");
        ended(place, "REFUSED");
        Answer rows = narrator.show(
                client.get(REGISTRY, "/v1/price-list-imports/" + place + "/faulty-rows")
                        .as(ANALYST),
                "/items/0/row",
                "/items/0/faults/0/detail");
        narrator.same("the faulty row", 3, rows.text("/items/0/row"));
        narrator.step("That row alone is sent back corrected, and the whole list is published");
        Answer corrected = narrator.show(
                client.post(REGISTRY, "/v1/price-list-imports/" + place + "/corrections")
                        .as(ANALYST)
                        .key("walk-" + run + "-corrections")
                        .csv("row," + HEADER + "3,T-2,Infill,pound,0.85,0.85\n"),
                "/state");
        narrator.same("the answer", 202, corrected.status());
        narrator.same("its lines", 2, ended(corrected.text("/id"), "PUBLISHED").text("/rows"));
    }

    private Answer ended(String importId, String state) {
        return narrator.showOnce(
                "the import is " + state,
                () -> client.get(REGISTRY, "/v1/price-list-imports/" + importId + "/progress")
                        .as(ANALYST),
                answer -> answer.text("/state").equals(state),
                "/state",
                "/progress/rowsRead",
                "/progress/rowsWrong");
    }
}
