package org.opencmas.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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
                .orElseGet(() -> unexpected(failure));
    }

    private static Optional<Problem> known(Throwable cause, String path, boolean ifMatch) {
        return Optional.ofNullable(
                switch (cause) {
                    case Refusal refusal -> Problem.of(refusal);
                    case AuthenticationFailedException e -> isProviderDown(e) ? providerDown() : unauthenticated(true);
                    case UnauthorizedException e -> unauthenticated(false);
                    case ForbiddenException e ->
                        Problem.of("forbidden", 403, "Your token's roles do not allow this operation.");
                    case OptimisticLockException e -> lostRace(ifMatch);
                    case SQLException e -> database(e, ifMatch);
                    case WebApplicationException e -> http(e, path);
                    case HttpException e -> Statuses.problem(e.getStatusCode(), path);
                    default -> null;
                });
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
                                ? "The bearer token is not valid: expired, from another issuer, or not signed by it."
                                : "This operation needs a bearer token.")
                .withHeader("WWW-Authenticate", tokenSent ? "Bearer error=\"invalid_token\"" : "Bearer");
    }

    private static Problem lostRace(boolean ifMatch) {
        return ifMatch
                ? Problem.of(new PreconditionFailed(
                        "It was changed by someone else in the same moment. Read it again and decide anew."))
                : Problem.of(new Conflict(
                        "concurrent-change",
                        "It was changed by someone else in the same moment. Read it again and decide anew."));
    }

    /** By SQLSTATE classes of PostgreSQL: 08 connection, 53 resources, 57P operator intervention, 40 rollback, 23 constraints. */
    private static @Nullable Problem database(SQLException e, boolean ifMatch) {
        String state = String.valueOf(e.getSQLState());
        if (e instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || String.valueOf(e.getMessage()).startsWith("Sorry, acquisition timeout")) {
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
