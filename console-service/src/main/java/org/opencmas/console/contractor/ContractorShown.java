package org.opencmas.console.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.opencmas.console.frame.field.FieldGroup;
import org.opencmas.console.frame.meanwhile.Shown;

/** All that is said of a contractor, in lines: its page and that of its qualifications are of one version, so each tells what was changed on the other one too. */
final class ContractorShown {
    private ContractorShown() {}

    static Shown of(JsonNode contractor) {
        Shown shown = new Shown().say("Legal name", contractor.path("legalName").asText());
        contractor.path("formerNames").forEach(name -> shown.say("Former name", name.asText()));
        for (FieldGroup group : List.of(ContractorForm.LOCATIONS, ContractorForm.CERTIFICATES)) {
            contractor.path(group.at()).forEach(each -> say(shown, group, each));
        }
        JsonNode qualifications = contractor.path("qualifications");
        for (FieldGroup group :
                List.of(QualificationsForm.LICENCES, QualificationsForm.MANUFACTURERS, QualificationsForm.RESELLERS)) {
            qualifications.path(group.at()).forEach(each -> say(shown, group, each));
        }
        JsonNode permit = qualifications.path(QualificationsForm.PERMIT.at());
        if (permit.isObject()) {
            say(shown, QualificationsForm.PERMIT, permit);
        }
        return shown;
    }

    /** The words of a group begin with what the page calls it. */
    private static void say(Shown shown, FieldGroup group, JsonNode stored) {
        shown.say(group.label(), group.words(stored).substring(group.label().length() + 2));
    }
}
