package org.opencmas.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Caller;

/** Runs an {@link Idempotent} method once per caller and key, its answer stored in the transaction of its effect. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100) // outside of @Transactional, which joins this transaction
class IdempotentInterceptor {
    private static final int FIRST_REFUSAL = 400;

    private final Caller caller;
    private final IdempotencyKey key;
    private final IdempotentRequests requests;
    private final DataSource database;
    private final ObjectMapper json;

    IdempotentInterceptor(
            Caller caller, IdempotencyKey key, IdempotentRequests requests, DataSource database, ObjectMapper json) {
        this.caller = caller;
        this.key = key;
        this.requests = requests;
        this.database = database;
        this.json = json;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) {
        String subject = caller.subject();
        String value = key.value();
        Response answer = inTransaction(invocation, subject, value);
        return invocation.getMethod().getReturnType() == RestResponse.class ? rest(answer) : answer;
    }

    private Response inTransaction(InvocationContext invocation, String subject, String value) {
        try {
            return QuarkusTransaction.joiningExisting().call(() -> answer(invocation, subject, value));
        } catch (AnsweredRefusal refusal) {
            return refusal.answer;
        }
    }

    private Response answer(InvocationContext invocation, String subject, String value) throws Exception {
        try (Connection connection = database.getConnection()) {
            if (!requests.lock(connection, subject, value) || !requests.reserve(connection, subject, value)) {
                return requests.find(connection, subject, value)
                        .orElseThrow(RequestInFlight::new)
                        .replay(key.requestHash());
            }
        }
        Response answer = response(invocation.proceed());
        if (answer.getStatus() >= FIRST_REFUSAL) {
            throw new AnsweredRefusal(answer);
        }
        StoredAnswer stored = new StoredAnswer(key.requestHash(), answer.getStatus(), headers(answer), body(answer));
        try (Connection connection = database.getConnection()) {
            requests.complete(connection, subject, value, stored);
        }
        return stored.fresh();
    }

    private static Response response(@Nullable Object answer) {
        return switch (answer) {
            case Response response -> response;
            case RestResponse<?> response -> response.toResponse();
            case null, default ->
                throw new IllegalStateException("a method that is @Idempotent returns Response or RestResponse");
        };
    }

    private static Map<String, String> headers(Response answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, List<String>> header : answer.getStringHeaders().entrySet()) {
            headers.put(header.getKey(), String.join(", ", header.getValue()));
        }
        if (answer.hasEntity()) {
            headers.putIfAbsent("Content-Type", MediaType.APPLICATION_JSON);
        }
        return headers;
    }

    private @Nullable String body(Response answer) {
        Object entity = answer.getEntity();
        if (entity == null || entity instanceof String) {
            return (String) entity;
        }
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RestResponse<Object> rest(Response answer) {
        RestResponse.ResponseBuilder<Object> response =
                RestResponse.ResponseBuilder.create(answer.getStatusInfo(), answer.getEntity());
        answer.getStringHeaders().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.build();
    }

    /** Rolls back for a method that answers its refusal instead of throwing it. */
    private static final class AnsweredRefusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Response answer;

        AnsweredRefusal(Response answer) {
            super("answered " + answer.getStatus(), null, false, false);
            this.answer = answer;
        }
    }
}
