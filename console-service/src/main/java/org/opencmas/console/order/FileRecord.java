package org.opencmas.console.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opencmas.console.client.agency.OrderRecords;
import org.opencmas.console.frame.field.FieldGroup;
import org.opencmas.console.frame.field.FieldGroup.Field;

/** What an agency can write down of an order, each with its form. */
enum FileRecord {
    DISPATCH(
            "It was sent to the contractor",
            "By which way and where to (ORD-DISPATCH); the day of the first one begins the time of the contractor's answer.",
            true,
            List.of(
                    Field.code("method", "way"),
                    Field.day("sentOn", "sent on", true),
                    Field.needed("sentTo", "sent to", 500),
                    Field.optional("form", "form, if it is not the State's", 100)),
            Map.of("method", List.of("MAIL", "FAX", "FISCAL", "EMAIL", "EDI", "IN_PERSON"))),
    CONTACT(
            "Somebody spoke with the contractor",
            "Before an order is corrected, its contractor is spoken with (ORD-CORRECT-FIRST-CONTACT). The contractor does not see it.",
            true,
            List.of(
                    Field.needed("spokeWith", "spoken with"),
                    Field.day("contactedOn", "spoken on", true),
                    Field.needed("about", "what was said", 1_000)),
            Map.of()),
    PROVISION(
            "A further termination provision was agreed",
            "Only before the order is issued (ORD-TERM-NEGOTIATED); afterwards it is an amendment that the contractor accepts.",
            false,
            List.of(
                    Field.needed("text", "words agreed", 4_000),
                    Field.needed("acceptedByAgency", "accepted for the agency by"),
                    Field.day("agencyAcceptedOn", "accepted for the agency on", true),
                    Field.needed("acceptedByContractor", "accepted for the contractor by"),
                    Field.day("contractorAcceptedOn", "accepted for the contractor on", true)),
            Map.of()),
    BOND(
            "A bond came, or its form was given",
            "The payment bond of public works, or the performance bond of special goods. Surety, amount and date stay empty until the bond is there.",
            true,
            List.of(
                    Field.code("kind", "kind"),
                    Field.needed("form", "form, such as Std. 807"),
                    Field.day("formGivenOn", "form given on", false),
                    Field.optional("surety", "surety", 200),
                    Field.dollars("amount", "amount in $"),
                    Field.day("bondDate", "date on the bond", false)),
            Map.of("kind", List.of("PAYMENT", "PERFORMANCE"))),
    FILE_ITEM(
            "A piece of the file is kept somewhere",
            "The latest word on a piece counts. Say where it is kept, or why it does not apply.",
            true,
            List.of(
                    Field.needed("item", "piece, by its name above or a name of your own"),
                    Field.optional("keptAt", "kept at", 200),
                    Field.optional("notApplicableReason", "why it does not apply", 200)),
            Map.of());

    private static final Set<String> OUT = Set.of("ISSUED", "ACCEPTED", "REJECTED", "AMENDED", "TERMINATED");

    private final String title;
    private final String meaning;
    private final boolean isForIssued;
    private final FieldGroup group;
    private final Map<String, List<String>> codes;

    FileRecord(String title, String meaning, boolean isForIssued, List<Field> fields, Map<String, List<String>> codes) {
        this.title = title;
        this.meaning = meaning;
        this.isForIssued = isForIssued;
        this.group = new FieldGroup(path(), title, fields);
        this.codes = codes;
    }

    /** Returns the last part of its address, which is also how its fields begin. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }

    public FieldGroup group() {
        return group;
    }

    /** Returns the whole name of one of its fields. */
    public String name(Field field) {
        return path() + "." + field.name();
    }

    /** Returns what a field of a code offers. */
    public List<String> codes(Field field) {
        return codes.getOrDefault(field.name(), List.of());
    }

    /** Tells whether it can be written down of an order in a state. */
    boolean isFor(String state) {
        return isForIssued == OUT.contains(state) || this == FILE_ITEM || this == BOND;
    }

    static Optional<FileRecord> at(String path) {
        return Stream.of(values()).filter(each -> each.path().equals(path)).findFirst();
    }

    void write(OrderRecords records, UUID orderId, String key, JsonNode body) {
        switch (this) {
            case DISPATCH -> records.recordDispatch(orderId, key, body);
            case CONTACT -> records.recordContact(orderId, key, body);
            case PROVISION -> records.recordNegotiatedProvision(orderId, key, body);
            case BOND -> records.recordBond(orderId, key, body);
            case FILE_ITEM -> records.recordFileItem(orderId, key, body);
        }
    }
}
