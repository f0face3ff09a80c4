package org.opencmas.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body the JSON body; a missing node when there is none
 * @param millis from sending to the last byte, repeated attempts included
 * @param repeats how often the request was sent again because the service was away
 */
public record Answer(int status, HttpHeaders headers, JsonNode body, long millis, int repeats) {

    /** The text at that JSON pointer, empty when there is none. */
    public String text(String pointer) {
        return body.at(pointer).asText("");
    }

    public String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** True when the service has answered the same request before and did nothing new. */
    public boolean isReplayed() {
        return headers.firstValue("Idempotency-Replayed").isPresent();
    }
}
