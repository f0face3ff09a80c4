package org.opencmas.console.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.audit.Journals.Keeper;
import org.opencmas.console.client.department.Journal.Checkpoint;
import org.opencmas.console.client.department.Journal.Entry;
import org.opencmas.console.client.department.Journal.JournalPage;
import org.opencmas.console.client.department.Journal.Keys;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.Reader;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

/** The journals: what a person did and what was done to a thing, and what each service signed of its journal. */
@Path("/trail")
@PermitAll
@SignedIn({Roles.AUDITOR, Roles.DGS_ANALYST, Roles.COMPLIANCE_REVIEWER})
@Produces(MediaType.TEXT_HTML)
public class TrailResource {
    private final Journals journals;
    private final Names names;
    private final Panels panels;
    private final Page page;

    TrailResource(Journals journals, Names names, Panels panels, Page page) {
        this.journals = journals;
        this.names = names;
        this.panels = panels;
        this.page = page;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trail(
                Inputs inputs,
                Keeper[] keepers,
                Keeper keeper,
                List<Row> rows,
                Map<String, String> names,
                boolean isAsked,
                String next);

        static native TemplateInstance checkpoints(
                Inputs inputs,
                Keeper[] keepers,
                Keeper keeper,
                Panel<List<Checkpoint>> checkpoints,
                Panel<Keys> keys,
                String next);
    }

    /** An entry with what it is about. */
    record Row(Entry it, Subject subject) {}

    @GET
    public RestResponse<TemplateInstance> trail(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Keeper keeper = keeper(inputs);
        String actor = inputs.text("actor");
        String subject = inputs.text("subject");
        Instant from = inputs.day("from").map(TrailResource::beginning).orElse(null);
        // The whole of the last day, to its last microsecond.
        Instant until = inputs.day("through")
                .map(day -> beginning(day.plusDays(1)).minusNanos(1_000))
                .orElse(null);
        UUID before = before(inputs);
        boolean isAsked = !actor.isEmpty() || !subject.isEmpty();
        JournalPage found = isAsked && inputs.isFine()
                ? journals.of(keeper)
                        .listJournalEntries(
                                Inputs.unlessEmpty(actor),
                                Inputs.unlessEmpty(subject),
                                from,
                                until,
                                before,
                                Cursors.ROWS)
                : new JournalPage(List.of(), null);
        Map<String, String> called = called(found.entries());
        Reader reader = page.reader();
        return Answers.page(
                inputs,
                Templates.trail(
                        inputs,
                        Keeper.values(),
                        keeper,
                        found.entries().stream()
                                .map(entry -> new Row(entry, Subject.of(entry, called, reader)))
                                .toList(),
                        called,
                        isAsked,
                        next(inputs, found)));
    }

    /** Returns what is called otherwise than the entries name it, by its id: agencies and contractors on whose behalf something was done or whom it is about, and orders. */
    private Map<String, String> called(List<Entry> entries) {
        Set<UUID> whose = ids(entries.stream()
                .flatMap(entry -> Stream.concat(Stream.ofNullable(entry.onBehalfOf()), Subject.namedBy(entry))));
        Map<UUID, String> called = new HashMap<>(names.agencies(whose));
        whose.removeAll(called.keySet());
        called.putAll(names.contractors(whose));
        called.putAll(names.orders(ids(entries.stream().flatMap(Subject::numberedBy))));
        return called.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue));
    }

    private static Set<UUID> ids(Stream<String> texts) {
        return texts.filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What a service signed, in the order of the positions, and with which keys. */
    @GET
    @Path("/checkpoints")
    public RestResponse<TemplateInstance> checkpoints(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Keeper keeper = keeper(inputs);
        long after = Figures.count(inputs, "after").orElse(0);
        Panel<List<Checkpoint>> checkpoints = panels.ask(
                keeper.service(),
                () -> journals.of(keeper)
                        .listJournalCheckpoints(after, Cursors.ROWS)
                        .checkpoints());
        Panel<Keys> keys =
                panels.ask(keeper.service(), () -> journals.of(keeper).listJournalKeys());
        boolean isFull = checkpoints.isThere() && checkpoints.value().size() == Cursors.ROWS;
        String next = isFull
                ? Address.of("trail", "checkpoints")
                        .with("service", keeper.name())
                        .with(
                                "after",
                                Long.toString(checkpoints.value().getLast().position()))
                        .toString()
                : "";
        return Answers.page(inputs, Templates.checkpoints(inputs, Keeper.values(), keeper, checkpoints, keys, next));
    }

    private static Keeper keeper(Inputs inputs) {
        return inputs.choice("service", Keeper.class).orElse(Keeper.ORDERS);
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ProgramCalendar.ZONE).toInstant();
    }

    private static @Nullable UUID before(Inputs inputs) {
        String text = inputs.text("before");
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            inputs.wrong("before", "must be the id of an event.");
            return null;
        }
    }

    /** Older entries, with the filter of these; empty when there are none. */
    private static String next(Inputs inputs, JournalPage found) {
        if (found.next() == null || found.entries().isEmpty()) {
            return "";
        }
        Address address = Address.of("trail");
        for (String field : List.of("service", "actor", "subject", "from", "through")) {
            address = address.with(field, inputs.value(field));
        }
        return address.with("before", found.entries().getLast().id().toString()).toString();
    }
}
