package org.opencmas.console.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opencmas.console.frame.field.FieldGroup;
import org.opencmas.console.frame.field.FieldGroup.Field;
import org.opencmas.console.frame.field.Inputs;

/** What a contractor is licensed, permitted and authorized to do, as fields; all of it is recorded as a whole, as it was looked up. */
final class QualificationsForm {
    static final List<String> LICENCE_STATUSES = List.of("ACTIVE", "INACTIVE", "SUSPENDED", "EXPIRED", "REVOKED");
    static final List<String> PERMIT_STATUSES = List.of("VALID", "NOT_VALID");

    static final FieldGroup LICENCES = new FieldGroup(
            "licences",
            "Licence",
            List.of(
                    Field.needed("number", "number"),
                    Field.texts("classes", "classes"),
                    Field.code("status", "status"),
                    Field.day("issuedOn", "first day", false),
                    Field.day("expiresOn", "last day", false),
                    Field.needed("source", "looked up at"),
                    Field.day("checkedOn", "looked up on", true)));
    static final FieldGroup PERMIT = new FieldGroup(
            "sellersPermit",
            "Seller's Permit",
            List.of(
                    Field.needed("number", "number"),
                    Field.code("status", "status"),
                    Field.day("validFrom", "valid from", false),
                    Field.day("closedOn", "closed on", false),
                    Field.needed("source", "looked up at"),
                    Field.day("checkedOn", "looked up on", true)));
    static final FieldGroup MANUFACTURERS = new FieldGroup(
            "manufacturerAuthorizations",
            "Authorization",
            List.of(
                    Field.needed("manufacturer", "manufacturer"),
                    Field.optional("products", "products", 500),
                    Field.day("authorizedFrom", "first day", true),
                    Field.day("authorizedThrough", "last day", false),
                    Field.needed("source", "seen in"),
                    Field.day("checkedOn", "seen on", true)));
    static final FieldGroup RESELLERS = new FieldGroup(
            "authorizedResellers",
            "Reseller",
            List.of(
                    Field.needed("name", "name"),
                    Field.needed("location.name", "location"),
                    Field.needed("location.street", "street and number"),
                    Field.needed("location.city", "city"),
                    Field.needed("location.state", "State"),
                    Field.needed("location.zip", "ZIP code"),
                    Field.day("authorizedFrom", "first day", true),
                    Field.day("authorizedThrough", "last day", false)));

    private static final List<FieldGroup> LISTS = List.of(LICENCES, MANUFACTURERS, RESELLERS);

    private QualificationsForm() {}

    /** Reads the fields; what is wrong stands in them. */
    static ObjectNode read(Inputs inputs) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        LISTS.forEach(group -> body.set(group.at(), group.rows(inputs)));
        body.set(PERMIT.at(), PERMIT.one(inputs));
        return body;
    }

    /** Returns where the faults of what was read stand in the form. */
    static Map<String, String> called(Inputs inputs) {
        Map<String, String> called = new HashMap<>();
        LISTS.forEach(group -> called.putAll(group.called(inputs)));
        return called;
    }

    /** Returns the fields of qualifications as they are stored. */
    static Map<String, List<String>> fields(JsonNode qualifications) {
        Map<String, List<String>> fields = new HashMap<>();
        LISTS.forEach(group -> fields.putAll(group.fieldsOfRows(qualifications.path(group.at()))));
        fields.putAll(PERMIT.fieldsOfOne(qualifications.path(PERMIT.at())));
        return fields;
    }
}
