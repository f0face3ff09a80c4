package org.opencmas.registry.program;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.registry.program.ProgramFact.Statement;
import org.opencmas.registry.program.ProgramFact.Topic;
import org.opencmas.terms.ProgramCalendar;
import org.opencmas.terms.Roles;

/** Contact card, useful links, help numbers and notices over HTTP. Reading is public. */
@Path("/v1/program-facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Program facts")
class ProgramFactResource {
    private final ProgramFacts facts;
    private final Caller caller;
    private final Clock clock;

    ProgramFactResource(ProgramFacts facts, Caller caller, Clock clock) {
        this.facts = facts;
        this.caller = caller;
        this.clock = clock;
    }

    /** A fact as it is from now on. */
    @Schema(name = "NewProgramFactStatement")
    record NewStatement(
            @NotBlank @Size(max = 1000) String value,
            @NotBlank @Size(max = 300) String source,
            @NotNull LocalDate statedOn,
            @Nullable LocalDate lastCheckedOn)
            implements CheckedBody {
        /** Of the value only the topic of the fact tells what it must be. */
        @Override
        public void check(FieldReader fields, LocalDate today) {
            checkDays(fields, statedOn, lastCheckedOn, today);
        }
    }

    /** A fact. */
    @Schema(name = "ProgramFactView")
    record FactView(
            String name,
            Topic topic,
            String requirement,
            String title,
            String value,
            String source,
            LocalDate statedOn,
            @Nullable LocalDate lastCheckedOn,
            String recordedBy,
            Instant recordedAt) {
        static FactView of(ProgramFact fact) {
            Statement said = fact.statement();
            return new FactView(
                    fact.name(),
                    fact.topic(),
                    fact.requirement(),
                    fact.title(),
                    said.value(),
                    said.source(),
                    said.statedOn(),
                    said.lastCheckedOn(),
                    fact.recordedBy(),
                    fact.recordedAt());
        }
    }

    /** Facts, in the order in which a page shows them. */
    record ProgramFactList(List<FactView> items) {
        static ProgramFactList of(List<ProgramFact> facts) {
            return new ProgramFactList(facts.stream().map(FactView::of).toList());
        }
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listProgramFacts",
            summary = "The contact card, the useful links, the help numbers and the notices as they hold now")
    public ProgramFactList list(@QueryParam("topic") @Nullable Topic topic) {
        return ProgramFactList.of(facts.latest(topic));
    }

    @GET
    @Path("/{name}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listRecordingsOfProgramFact",
            summary = "All that was recorded under a name, the latest first: that one counts")
    public ProgramFactList recordings(@Size(max = 100) String name) {
        return ProgramFactList.of(facts.recordings(name));
    }

    @PUT
    @Path("/{name}")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Transactional
    @Operation(operationId = "recordProgramFact", summary = "Record a fact anew")
    public FactView record(@Size(max = 100) String name, @NotNull @Valid NewStatement body) {
        ProgramFact latest = facts.recordings(name).getFirst();
        var statement =
                new Statement(body.value().strip(), body.source().strip(), body.statedOn(), body.lastCheckedOn());
        requireTrue(latest.topic(), statement);
        if (statement.equals(latest.statement())) {
            return FactView.of(latest);
        }
        ProgramFact next = latest.recordedAgain(statement, caller.name(), clock.instant());
        facts.persist(next);
        return FactView.of(next);
    }

    private void requireTrue(Topic topic, Statement statement) {
        var fields = new FieldReader();
        if (topic == Topic.LINK && !isWebAddress(statement.value())) {
            fields.fault("/value", "is not the address of a page", "Begin it with https:// and leave out blanks.");
        }
        LocalDate today = ProgramCalendar.dateOf(clock.instant());
        checkDays(fields, statement.statedOn(), statement.lastCheckedOn(), today);
        fields.requireNoFaults();
    }

    private static void checkDays(
            FieldReader fields, @Nullable LocalDate statedOn, @Nullable LocalDate lastCheckedOn, LocalDate today) {
        if (statedOn != null && statedOn.isAfter(today)) {
            fields.fault("/statedOn", "is in the future: today is " + today + " in California");
        }
        if (lastCheckedOn != null && lastCheckedOn.isAfter(today)) {
            fields.fault("/lastCheckedOn", "is in the future: today is " + today + " in California");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
