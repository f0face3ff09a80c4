package org.opencmas.console.letter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.department.Letters;
import org.opencmas.console.client.department.Letters.LetterPage;
import org.opencmas.console.client.department.Letters.NewRun;
import org.opencmas.console.client.department.Letters.Run;
import org.opencmas.console.client.department.Letters.RunPage;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Ids;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.text.CsvTable;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Letters to all contractors whom something in the work queue concerns: made once, kept as they were made, and given back as data for another program to send. */
@Path("/letters")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class LetterResource {
    private static final int BODY_LONGEST = 10_000;

    /** What the service lists at most at once. */
    private static final int PAGE = 200;

    private static final List<MergeField> FIELDS = List.of(
            new MergeField("{{contractorName}}", "the contractor's name"),
            new MergeField("{{items}}", "how many things it is about"),
            new MergeField("{{oldestOn}}", "the day of the oldest"),
            new MergeField("{{amount}}", "what is open, of unpaid fees"),
            new MergeField("{{list}}", "the things, one a line"),
            new MergeField("{{day}}", "today"));

    private final Letters letters;
    private final Names names;
    private final Panels panels;
    private final Page page;

    LetterResource(@RestClient Letters letters, Names names, Panels panels, Page page) {
        this.letters = letters;
        this.names = names;
        this.panels = panels;
        this.page = page;
    }

    /** What letters may be about. */
    enum Kind {
        REMINDER,
        OVERDUE_REPORTS,
        INCOMPLETE_REPORTS,
        UNPAID_FEES,
        EXPIRING
    }

    /**
     * What stands for something that differs from letter to letter.
     *
     * @param text as it is written, in double braces
     */
    record MergeField(String text, String meaning) {}

    /**
     * To whom the form sends.
     *
     * @param id of a contractor; empty for everybody whom it concerns
     */
    record Whom(String id, String name) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance letters(
                Inputs inputs,
                RunPage found,
                String next,
                List<String> kinds,
                List<MergeField> fields,
                Whom whom,
                UUID key,
                boolean mayMake);

        static native TemplateInstance run(Run it, Panel<LetterPage> letters, String next);
    }

    @GET
    public RestResponse<TemplateInstance> letters(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        return Answers.page(inputs, list(inputs, address.getQueryParameters()));
    }

    @POST
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> make(MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("kind", "What they are about");
        inputs.name("body", "Text");
        UUID contractor = Ids.contractor(inputs);
        var kind = inputs.choice("kind", Kind.class);
        if (kind.isEmpty()) {
            inputs.wrong("kind", "must be chosen.");
        }
        String subject = inputs.text("subject");
        if (subject.isEmpty()) {
            inputs.wrong("subject", "must be given.");
        }
        String body = inputs.paragraphs("body", BODY_LONGEST);
        if (body.isEmpty()) {
            inputs.wrong("body", "must be given.");
        }
        if (kind.isPresent() && inputs.isFine()) {
            try {
                var made = letters.makeLetters(
                        inputs.value("key"), new NewRun(kind.get().name(), contractor, subject, body));
                return RestResponse.seeOther(URI.create("/letters/" + made.runId()));
            } catch (ServiceProblem problem) {
                Refusals.intoFields(inputs, problem);
            }
        }
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, list(inputs, Map.of()));
    }

    @GET
    @Path("/{runId}")
    public TemplateInstance run(@PathParam("runId") String runId, @Context UriInfo address) {
        UUID id = id(runId);
        String cursor = Cursors.of(Inputs.of(address.getQueryParameters()));
        var asked = panels.ask(Fees.NAME, () -> letters.getLetterRun(id));
        var found = panels.ask(Fees.NAME, () -> letters.listLetters(id, cursor, Cursors.ROWS));
        if (asked.isMissing()) {
            throw new NoSuchPage("There are no letters with this address.");
        }
        return Templates.run(
                asked.value(),
                found,
                found.isThere()
                        ? Cursors.next("/letters/" + id, Map.of(), found.value().next())
                        : "");
    }

    /** The data of all letters, one a row, for another program that prints or sends them. */
    @GET
    @Path("/{runId}/merge.csv")
    @Produces("text/csv")
    public RestResponse<String> mergeData(@PathParam("runId") String runId) {
        UUID id = id(runId);
        List<Letters.Letter> all = new ArrayList<>();
        Optional<String> from = Optional.empty();
        do {
            LetterPage found = letters.listLetters(id, from.orElse(null), PAGE);
            all.addAll(found.items());
            from = Cursors.following(found.next());
        } while (from.isPresent());
        return Answers.csv("letters-" + id + ".csv", table(all));
    }

    private static CsvTable table(List<Letters.Letter> all) {
        var table = new CsvTable(
                "contractor_id", "contractor_name", "items", "oldest_on", "amount", "list", "subject", "body");
        all.forEach(letter -> table.add(
                letter.contractorId(),
                letter.contractorName(),
                letter.items(),
                letter.oldestOn(),
                letter.amount().toPlainString(),
                letter.listed(),
                letter.subject(),
                letter.body()));
        return table;
    }

    private TemplateInstance list(Inputs inputs, Map<String, List<String>> filter) {
        UUID contractor = Ids.contractor(inputs);
        RunPage found = letters.listLetterRuns(Cursors.of(inputs), Cursors.ROWS);
        return Templates.letters(
                inputs,
                found,
                Cursors.next("/letters", filter, found.next()),
                Arrays.stream(Kind.values()).map(Kind::name).toList(),
                FIELDS,
                contractor == null
                        ? new Whom("", "")
                        : new Whom(
                                contractor.toString(),
                                names.contractors(List.of(contractor)).getOrDefault(contractor, contractor.toString())),
                UUID.randomUUID(),
                page.reader().roles().contains(Roles.DGS_ANALYST));
    }

    private static UUID id(String text) {
        return Ids.of(text, "There are no letters with this address.");
    }
}
