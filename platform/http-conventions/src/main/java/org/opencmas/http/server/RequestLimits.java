package org.opencmas.http.server;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

/**
 * Refuses addresses that cannot be read or are too long, and headers that are too long, here and not in the decoder before,
 * whose refusals have no body. The decoder's own limits, set
 * in the shared configuration, are at least four times as high and only the outermost wall.
 */
@Singleton
class RequestLimits {
    /** Longest address, path and query together, in characters, inclusive (RFC 9110 section 4.1 asks for 8,000). */
    static final int MAX_ADDRESS_LENGTH = 8_000;
    /** Most characters of all names and values of headers together, inclusive. */
    static final int MAX_HEADERS_LENGTH = 16_384;

    private static final int AFTER_THE_ANSWER_HEADERS = Integer.MIN_VALUE + 2;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_LONG_ADDRESS = 414;
    private static final int TOO_LONG_HEADERS = 431;

    RequestLimits() {}

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_ANSWER_HEADERS).handler(RequestLimits::check);
    }

    private static void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.uri().length() > MAX_ADDRESS_LENGTH) {
            routing.fail(TOO_LONG_ADDRESS);
        } else if (!isReadable(request.uri())) {
            routing.fail(BAD_REQUEST);
        } else if (lengthOfHeaders(request) > MAX_HEADERS_LENGTH) {
            routing.fail(TOO_LONG_HEADERS);
        } else {
            routing.next();
        }
    }

    /** Whether every per cent sign of the address begins the code of a byte, and the path has no sign that has to be coded. */
    private static boolean isReadable(String address) {
        try {
            new QueryStringDecoder(address).parameters();
            new URI(address.replace("//", "/"));
            return true;
        } catch (IllegalArgumentException | URISyntaxException e) {
            return false;
        }
    }

    private static int lengthOfHeaders(HttpServerRequest request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length();
        }
        return length;
    }
}
