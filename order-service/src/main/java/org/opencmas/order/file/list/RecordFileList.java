package org.opencmas.order.file.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.journal.Journal;
import org.opencmas.journal.NewEvent;
import org.opencmas.journal.TimeOrderedId;
import org.opencmas.order.agency.RegisteredAgencies;
import org.opencmas.order.file.list.FileList.Entry;
import org.opencmas.order.purchaseorder.document.OrderJson;
import org.opencmas.order.purchaseorder.intake.Requester;
import org.opencmas.order.purchaseorder.store.Database;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;

/**
 * Records what belongs in the files of an agency's orders from a day on, and reads what was recorded.
 *
 * <p>Refuses an agency that is not registered (422), a list without items, and an item that is there twice (400).
 */
@ApplicationScoped
class RecordFileList {
    private static final String TOPIC = "cmas.agency-file-lists";
    private static final int MOST_ITEMS = 100;

    private final FileLists lists;
    private final RegisteredAgencies agencies;
    private final Database database;
    private final Journal journal;
    private final Clock clock;

    RecordFileList(FileLists lists, RegisteredAgencies agencies, Database database, Journal journal, Clock clock) {
        this.lists = lists;
        this.agencies = agencies;
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    FileList record(UUID agencyId, NewFileList body, Requester by) {
        agencies.require(agencyId);
        var fields = new FieldReader();
        LocalDate validFrom = fields.date("/validFrom", body.validFrom());
        List<Entry> items = items(fields, body.items());
        String retention = body.retention(fields);
        fields.requireNoFaults();
        var list = new FileList(
                TimeOrderedId.next(),
                agencyId,
                validFrom,
                items,
                retention,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.name());
        return database.with(connection -> {
            lists.insert(connection, list);
            journal.append(
                    by.actor(),
                    new NewEvent(TOPIC, list.listId().toString(), 1, "file-list.recorded.v1", OrderJson.write(list)));
            return list;
        });
    }

    static List<Entry> items(FieldReader fields, @Nullable List<NewFileList.@Nullable NewEntry> sent) {
        List<Entry> items = new ArrayList<>();
        if (sent == null || sent.isEmpty()) {
            fields.fault("/items", "is missing", "Name what belongs in the file of each order.");
            return items;
        }
        Set<String> seen = new HashSet<>();
        fields.each("/items", sent, MOST_ITEMS, (pointer, one) -> {
            String item = fields.identifier(pointer + "/item", one.item(), 60);
            String title = fields.optionalText(pointer + "/title", one.title(), 200);
            if (!seen.add(Identifier.keyOf(item)) && !item.isEmpty()) {
                fields.fault(pointer + "/item", item + " is there twice");
            }
            UsualItem usual = UsualItem.named(item).orElse(null);
            String usualTitle = usual == null ? item : usual.title();
            items.add(new Entry(usual == null ? item : usual.name(), title == null ? usualTitle : title));
        });
        return items;
    }

    List<FileList> list(UUID agencyId, @Nullable UUID before, int most) {
        return database.with(connection -> lists.list(connection, agencyId, before, most));
    }
}
