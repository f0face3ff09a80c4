package org.opencmas.problem.answer;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.opencmas.problem.Conflict;
import org.opencmas.problem.PreconditionFailed;
import org.opencmas.problem.Refusal;
import org.opencmas.problem.Unavailable;

/** Turns whatever was thrown into a problem; of the unknown it tells the request id and nothing else. */
final class Failures {
    private static final Logger LOG = Logger.getLogger("org.opencmas.problem");
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final int MAX_CAUSES = 20;

    private Failures() {}

    /**
     * The problem of a failure. Wrappers of transactions, reflection and proxies are looked through.
     *
     * @param ifMatch whether the request named the version it changes, which makes a lost race a 412 instead of a 409
     */
    static Problem problem(Throwable failure, String path, boolean ifMatch) {
        return causes(failure)
                .map(cause -> known(cause, path, ifMatch))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> isClientGone(failure) ? hungUp() : unexpected(failure));
    }

    /** Called last: failures of connections to a database or another server are recognized before, so this one is the caller's. */
    private static boolean isClientGone(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof HttpClosedException
                        || cause instanceof ClosedChannelException
                        || cause instanceof SocketException);
    }

    /** Nobody reads the answer, and no failure of the service is to be looked for. */
    private static Problem hungUp() {
        LOG.debugf("the caller of request %s hung up", Problem.requestId());
        return Statuses.problem(400, "");
    }

    private static Optional<Problem> known(Throwable cause, String path, boolean ifMatch) {
        return Optional.ofNullable(
                switch (cause) {
                    case Refusal refusal -> Problem.of(refusal);
                    case AuthenticationFailedException e -> isProviderDown(e) ? providerDown() : unauthenticated(true);
                    case UnauthorizedException e -> unauthenticated(false);
                    case ForbiddenException e -> forbidden(List.of());
                    case OptimisticLockException e -> lostRace(ifMatch);
                    case SQLException e -> database(e, ifMatch);
                    case WebApplicationException e -> http(e, path);
                    case HttpException e -> Statuses.problem(e.getStatusCode(), path);
                    case IllegalArgumentException e when isNoMediaType(e) -> Statuses.problem(415, path);
                    default -> null;
                });
    }

    /** Where an operation takes several media types, the framework fails on a Content-Type that is none. */
    private static boolean isNoMediaType(IllegalArgumentException failure) {
        return String.valueOf(failure.getMessage()).startsWith("Failed to parse media type");
    }

    /** Whether the token could not be looked at because the identity provider's keys could not be fetched. */
    private static boolean isProviderDown(AuthenticationFailedException failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof IOException
                        || cause instanceof TimeoutException
                        || cause.getClass().getSimpleName().equals("OIDCException"));
    }

    private static Problem providerDown() {
        return Problem.of(new Unavailable(
                "The identity provider does not answer at present, so the token cannot be checked. Send the request again.",
                RETRY));
    }

    private static Problem unauthenticated(boolean tokenSent) {
        return Problem.of(
                        "unauthenticated",
                        401,
                        tokenSent
                                ? "The bearer token is not valid: expired, from another issuer, not signed by it, not meant for this"
                                        + " suite (aud), or no access token."
                                : "This operation needs a bearer token.")
                .withHeader("WWW-Authenticate", tokenSent ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    /** @param roles one of which would do; empty when it is not known */
    static Problem forbidden(List<String> roles) {
        return roles.isEmpty()
                ? Problem.of("forbidden", 403, "Your token's roles do not allow this operation.")
                : Problem.of(
                                "forbidden",
                                403,
                                "This operation needs the role " + String.join(" or ", roles)
                                        + ", which your token does not have.")
                        .withMember("rolesAllowed", roles);
    }

    private static Problem lostRace(boolean ifMatch) {
        return ifMatch
                ? Problem.of(new PreconditionFailed(
                        "It was changed by someone else in the same moment. Read it again and decide anew."))
                : Problem.of(new Conflict(
                        "concurrent-change",
                        "It was changed by someone else in the same moment. Read it again and decide anew."));
    }

    private static @Nullable Problem database(SQLException e, boolean ifMatch) {
        String state = String.valueOf(e.getSQLState());
        if (isUnavailable(e, state)) {
            LOG.warnf("database unavailable: SQLSTATE %s, %s", state, e.getMessage());
            return Problem.of(new Unavailable(
                    "The service's database does not answer at present. Nothing was stored; send the request again.",
                    RETRY));
        }
        return switch (state) {
            case "40001", "40P01" -> lostRace(ifMatch);
            case "23505", "23P01" -> {
                LOG.infof("refused by a constraint: SQLSTATE %s, %s", state, e.getMessage());
                yield Problem.of(new Conflict(
                        "already-exists",
                        "Something with the same identity, or for an overlapping time, exists already."));
            }
            default -> null;
        };
    }

    /**
     * Whether the database, or a connection to it, cannot be had at present. By SQLSTATE classes of PostgreSQL: 08
     * connection, 53 resources, 57 operator intervention and timeouts, 55P03 a lock not granted in time, 25006 a standby.
     */
    private static boolean isUnavailable(SQLException e, String state) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTimeoutException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03")
                || state.equals("25006")
                || NoConnection.isWhy(e);
    }

    private static @Nullable Problem http(WebApplicationException e, String path) {
        int status = e.getResponse().getStatus();
        if (status >= 500 && status != 503) {
            return null;
        }
        Problem problem = Statuses.problem(status, path);
        for (String header : new String[] {"Allow", "Retry-After", "WWW-Authenticate"}) {
            String value = e.getResponse().getHeaderString(header);
            problem = value == null ? problem : problem.withHeader(header, value);
        }
        return problem;
    }

    private static Problem unexpected(Throwable failure) {
        LOG.errorf(failure, "unexpected failure of request %s", Problem.requestId());
        return Statuses.problem(500, "");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Failures::isNotNull, Failures::deeper)
                .limit(MAX_CAUSES)
                .flatMap(Failures::withNextSqlException);
    }

    private static Stream<Throwable> withNextSqlException(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return Stream.of(cause);
        }
        Stream.Builder<Throwable> chain = Stream.builder();
        Iterator<Throwable> all = sql.iterator();
        for (int i = 0; i < MAX_CAUSES && all.hasNext(); i++) {
            chain.add(all.next());
        }
        return chain.build();
    }

    @SuppressWarnings("NullAway") // Stream.iterate ends at null, which its signature cannot say
    private static Throwable deeper(Throwable cause) {
        return cause.getCause();
    }

    private static boolean isNotNull(@Nullable Throwable cause) {
        return cause != null;
    }
}
