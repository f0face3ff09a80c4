package org.opencmas.console.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.opencmas.console.frame.meanwhile.Shown;
import org.opencmas.console.frame.text.Forms;

/** What the pages show of an agreement: its terms of today, the supplement that they come from, and its status day by day. */
final class AgreementShown {
    private AgreementShown() {}

    static Shown of(JsonNode agreement) {
        int supplement = agreement.path("supplementNumber").asInt();
        Shown shown = new Shown().say("In force", supplement == 0 ? "The original" : "Supplement " + supplement);
        TermWords.fields()
                .forEach(field -> shown.say(TermWords.label(field), TermWords.value(field, agreement.path(field))));
        for (JsonNode since : agreement.path("statusTimeline")) {
            shown.say(
                    "Status from "
                            + Forms.day(
                                    LocalDate.parse(since.path("effectiveOn").asText())),
                    Forms.words(since.path("status").asText()));
        }
        return shown;
    }
}
