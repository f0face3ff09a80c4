package org.opencmas.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.http.idempotency.Idempotent;
import org.opencmas.problem.Conflict;
import org.opencmas.terms.Roles;

/** A small application of everything this module offers. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
    private final DataSource database;
    private final Caller caller;
    private final Clock clock;

    NoteResource(DataSource database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    record NewNote(@NotBlank String text, int delayMillis) {}

    record Note(long id, String text) {}

    @POST
    @Path("/notes")
    @Idempotent
    @RolesAllowed(Roles.AGENCY_BUYER)
    public Response add(@QueryParam("mark") String mark, @NotNull @Valid NewNote note) throws Exception {
        long id = insert(note.text());
        Thread.sleep(note.delayMillis());
        NoteGate.pass(note.text());
        if (note.text().startsWith("refuse")) {
            throw new Conflict("refused", "Refused after the insert.");
        }
        if (note.text().startsWith("answer-refusal")) {
            return Response.status(409).entity(Map.of("why", "answered")).build();
        }
        return Response.created(URI.create("/v1/notes/" + id))
                .header("ETag", ETags.of(1))
                .entity(new Note(id, note.text()))
                .build();
    }

    @POST
    @Path("/rest-notes")
    @Idempotent
    @RolesAllowed(Roles.AGENCY_BUYER)
    public RestResponse<Note> addRest(@NotNull @Valid NewNote note) throws SQLException {
        return RestResponse.status(RestResponse.Status.ACCEPTED, new Note(insert(note.text()), note.text()));
    }

    @POST
    @Path("/imports")
    @Consumes("text/csv")
    @Idempotent
    @RolesAllowed(Roles.AGENCY_BUYER)
    public Response upload(@QueryParam("text") String text, InputStream body) throws IOException, SQLException {
        body.readNBytes(10);
        return Response.ok(new Note(insert(text), text)).build();
    }

    @POST
    @Path("/files")
    @Consumes("text/csv")
    @RolesAllowed(Roles.AGENCY_BUYER)
    public Map<String, Object> file(InputStream body) throws IOException {
        byte[] all = body.readAllBytes();
        return Map.of("length", all.length, "end", new String(all, all.length - 5, 5, StandardCharsets.US_ASCII));
    }

    @GET
    @Path("/notes")
    @PermitAll
    public Page<Note> list(@QueryParam("filter") String filter, @BeanParam Paging paging) throws SQLException {
        int count = paging.count();
        long after =
                paging.after(1).map(c -> Long.parseLong(c.keys().getFirst())).orElse(0L);
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id, text from note where id > ? order by id limit ?")) {
            select.setLong(1, after);
            select.setInt(2, count);
            List<Note> notes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    notes.add(new Note(row.getLong(1), row.getString(2)));
                }
            }
            return paging.page(notes, note -> Cursor.of(Long.toString(note.id())));
        }
    }

    @PUT
    @Path("/notes/1")
    @RolesAllowed(Roles.AGENCY_BUYER)
    public Response change(@HeaderParam("If-Match") String ifMatch, @NotNull @Valid NewNote note) {
        IfMatch.require(ifMatch, 7);
        return Response.noContent().header("ETag", ETags.of(8)).build();
    }

    @GET
    @Path("/caller")
    @PermitAll
    public Map<String, Object> caller() {
        return Map.of(
                "subject", caller.subject(),
                "name", caller.name(),
                "roles", caller.roles(),
                "buyer", caller.has(Roles.AGENCY_BUYER),
                "agencyId", caller.agencyId().map(Object::toString).orElse("none"),
                "contractorId", caller.contractorId().map(Object::toString).orElse("none"),
                "requestId", caller.requestId(),
                "amount", new BigDecimal("1E+3"),
                "zone", clock.getZone().getId());
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "open";
    }

    @GET
    @Path("/plain-jdbc")
    @PermitAll
    public String plainJdbc() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into note (text) values ('rolled back')");
            }
            connection.rollback();
            return "rolled back";
        }
    }

    private long insert(String text) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into note (text) values (?) returning id")) {
            insert.setString(1, text);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
