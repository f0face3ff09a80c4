package org.opencmas.http.idempotency;

import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to a request with an idempotency key.
 *
 * @param requestHash {@link IdempotencyKey#requestHash()} of that request, 32 bytes
 * @param status 200 through 399
 * @param headers response headers by name, Content-Type included
 * @param body JSON text, null for none
 */
public record StoredAnswer(
        byte[] requestHash,
        int status,
        Map<String, String> headers,
        @Nullable String body) {
    /** Response header that tells a stored answer from a fresh one. */
    public static final String REPLAYED = "Idempotency-Replayed";

    public StoredAnswer {
        requestHash = requestHash.clone();
        headers = Map.copyOf(headers);
    }

    @Override
    public byte[] requestHash() {
        return requestHash.clone();
    }

    /**
     * The stored answer for the request that is the same as the one it was given to.
     *
     * @throws IdempotencyKeyReused (422) when the request is another one
     */
    public Response replay(byte[] hash) {
        requireSameRequest(hash);
        Map<String, String> replayed = new TreeMap<>(headers);
        replayed.put(REPLAYED, "true");
        return response(replayed);
    }

    /**
     * For an operation that words the answer to a request again itself.
     *
     * @throws IdempotencyKeyReused (422) when the request is another one than that which was answered so
     */
    public void requireSameRequest(byte[] hash) {
        if (!MessageDigest.isEqual(requestHash, hash)) {
            throw new IdempotencyKeyReused();
        }
    }

    /** The answer as it is given the first time. */
    Response fresh() {
        return response(headers);
    }

    private Response response(Map<String, String> all) {
        Response.ResponseBuilder response = Response.status(status);
        all.forEach(response::header);
        if (body != null) {
            response.entity(body);
        }
        return response.build();
    }
}
