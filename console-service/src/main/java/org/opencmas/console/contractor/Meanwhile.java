package org.opencmas.console.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.opencmas.console.frame.field.FieldGroup;
import org.opencmas.console.frame.field.Inputs;

/**
 * What another person changed in a contractor while a form was open. A form carries all that is said of the contractor, in lines, as it was when the form began; what it lacks
 * now is gone, and what it has now is new.
 *
 * @param added what is said now and was not
 * @param removed what was said and is not any more
 */
record Meanwhile(List<String> added, List<String> removed) {
    /** The field of a form that carries what it began with. */
    private static final String FIELD = "known";

    /** Returns what is said of a contractor, in lines. */
    static String known(JsonNode contractor) {
        return String.join("\n", lines(contractor));
    }

    static Meanwhile between(Inputs form, JsonNode now) {
        List<String> before =
                form.value(FIELD).lines().filter(line -> !line.isBlank()).toList();
        return new Meanwhile(without(lines(now), before), without(before, lines(now)));
    }

    private static List<String> lines(JsonNode contractor) {
        List<String> lines = new ArrayList<>();
        lines.add("Legal name: " + contractor.path("legalName").asText());
        contractor.path("formerNames").forEach(name -> lines.add("Former name: " + name.asText()));
        for (FieldGroup group : List.of(ContractorForm.LOCATIONS, ContractorForm.CERTIFICATES)) {
            contractor.path(group.at()).forEach(each -> lines.add(group.words(each)));
        }
        JsonNode qualifications = contractor.path("qualifications");
        for (FieldGroup group :
                List.of(QualificationsForm.LICENCES, QualificationsForm.MANUFACTURERS, QualificationsForm.RESELLERS)) {
            qualifications.path(group.at()).forEach(each -> lines.add(group.words(each)));
        }
        JsonNode permit = qualifications.path(QualificationsForm.PERMIT.at());
        if (permit.isObject()) {
            lines.add(QualificationsForm.PERMIT.words(permit));
        }
        return lines;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> left = new ArrayList<>(lines);
        // One by one: of two that read the same, one may have gone.
        others.forEach(left::remove);
        return left;
    }
}
