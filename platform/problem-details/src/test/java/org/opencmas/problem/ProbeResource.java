package org.opencmas.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.transaction.xa.XAException;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.body.PayloadTooLarge;

/** A resource of every kind of failure. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ProbeResource {

    /** A value type that refuses in its own words. */
    record Code(String value) {
        @JsonCreator
        Code {
            if (!value.matches("[A-Z]{3}")) {
                throw new IllegalArgumentException("must be three capital letters, not '" + value + "'");
            }
        }

        @JsonValue
        String text() {
            return value;
        }
    }

    enum Method {
        INVOICE,
        CAL_CARD
    }

    record Term(LocalDate start, LocalDate end) {
        Term {
            if (start != null && end != null && end.isBefore(start)) {
                throw new IllegalArgumentException("ends before it starts");
            }
        }
    }

    record Line(@NotBlank String lineId, @NotNull @Positive BigDecimal quantity, boolean nsp, Code code) {}

    record Order(
            @NotBlank String agencyOrderNumber,
            @NotNull LocalDate orderDate,
            UUID contractorId,
            Method paymentMethod,
            int attempts,
            Optional<String> note,
            Map<String, Integer> counts,
            @Valid Term term,
            @NotEmpty @Valid List<Line> lines) {}

    @POST
    @Path("/orders")
    public Order place(@NotNull @Valid Order order) {
        return order;
    }

    @GET
    @Path("/orders/{id}")
    public String find(
            @PathParam("id") UUID id,
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("limit") @Max(200) Integer limit,
            @QueryParam("kind") Method kind) {
        throw new NotFound("order", id);
    }

    /** Parameters that several operations share. */
    public static class Paging {
        @QueryParam("limit")
        @Nullable
        Integer limit;

        @RestQuery
        @Nullable
        String cursor;
    }

    @GET
    @Path("/things")
    public Map<String, String> list(
            @QueryParam("contractor") String contractor,
            @QueryParam("state") Method state,
            @QueryParam("openToLocal") Boolean openToLocal,
            @QueryParam("id") UUID id,
            @QueryParam("asOf") LocalDate asOf,
            @QueryParam("knownAt") Instant knownAt,
            @QueryParam("code") List<String> codes,
            @BeanParam Paging paging) {
        return Map.of("answer", "everything");
    }

    @GET
    @Path("/closed")
    @RolesAllowed({"agency-buyer", "agency-approver"})
    public Map<String, String> closed() {
        throw new ForbiddenException();
    }

    @GET
    @Path("/moments")
    public Map<String, String> list() {
        return Map.of("answer", "everything");
    }

    record Dated(
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable List<LocalDate> days) {}

    @POST
    @Path("/moments")
    public Dated keep(@NotNull Dated body) {
        return body;
    }

    @GET
    @Path("/bad-answer")
    public @NotNull String badAnswer() {
        return null;
    }

    @GET
    @Path("/failures/{kind}")
    public String fail(@PathParam("kind") String kind) throws Throwable {
        throw switch (kind) {
            case "invalid" ->
                new InvalidRequest(new Fault("/a", "is wrong", "Make it right."), new Fault("limit", "is too high"));
            case "conflict" ->
                new Conflict("number-taken", "Taken.", Map.of("by", LocalDate.of(2026, 7, 1), "status", "TERMINATED"));
            case "rule" ->
                new RefusedByRule("rows-refused", "No.", List.of(new Fault("/0", "no")), Map.of("rows", List.of(1, 2)));
            case "forbidden" -> new Forbidden("Not you.");
            case "precondition-failed" -> new PreconditionFailed("Stale.");
            case "precondition-required" -> new PreconditionRequired("Send If-Match.");
            case "too-large" -> new PayloadTooLarge(1024);
            case "too-many" -> new TooManyRequests("Slower.", Duration.ofMillis(1500));
            case "unavailable" -> new Unavailable("Later.", Duration.ofSeconds(3));
            case "no-token" -> new UnauthorizedException();
            case "bad-token" -> new AuthenticationFailedException();
            case "no-keys" -> new AuthenticationFailedException(new ConnectException("Connection refused"));
            case "no-role" -> new ForbiddenException();
            case "stale" -> wrapped(new OptimisticLockException("org.example.Entity#1"));
            case "database-down" -> wrapped(new SQLException("Connection to localhost:1 refused", "08001"));
            case "pool-empty" -> new SQLTransientConnectionException("Sorry, acquisition timeout!");
            case "pool-slow" -> new SQLException("Acquisition timeout while waiting for new connection");
            case "pool-closed" ->
                wrapped(new SQLException("This pool is closed and does not handle any more connections!"));
            case "pool-interrupted" -> wrapped(new SQLException("Interrupted while acquiring"));
            case "statement-timeout" ->
                wrapped(new SQLException("canceling statement due to statement timeout", "57014"));
            case "network-timeout" -> new SQLTimeoutException("timed out");
            case "read-only" -> new SQLException("cannot execute INSERT in a read-only transaction", "25006");
            case "shut-down" ->
                wrapped(new SQLException("terminating connection due to administrator command", "57P01"));
            case "deadlock" -> wrapped(new SQLException("deadlock detected", "40P01"));
            case "duplicate" ->
                wrapped(new SQLException("duplicate key value violates unique constraint \"secret_key\"", "23505"));
            case "wrapped-refusal" -> wrapped(new NotFound("order", 7));
            case "bug" -> new IllegalStateException("secret of org.opencmas.Internals");
            case "error" -> new LinkageError("secret of org.opencmas.Internals");
            default -> new NotFound("failure", kind);
        };
    }

    private static Exception wrapped(Exception cause) {
        return new IllegalStateException("rolled back", new Exception(new XAException().initCause(cause)));
    }
}
