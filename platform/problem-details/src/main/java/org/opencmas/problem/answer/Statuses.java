package org.opencmas.problem.answer;

/** Problems for which only a status is known, as the framework's own refusals. */
final class Statuses {
    private Statuses() {}

    static Problem problem(int status, String path) {
        return switch (status) {
            case 400 -> Problem.of("bad-request", 400, "The request cannot be understood.");
            case 401 ->
                Problem.of("unauthenticated", 401, "This operation needs a bearer token.")
                        .withHeader("WWW-Authenticate", "Bearer");
            case 403 -> Problem.of("forbidden", 403, "You may not do this.");
            case 404 -> Problem.of("not-found", 404, "There is nothing at " + path + ".");
            case 405 -> Problem.of("method-not-allowed", 405, "This method does not exist at " + path + ".");
            case 406 -> Problem.of("not-acceptable", 406, "None of the media types in Accept can be produced here.");
            case 413 -> Problem.of("payload-too-large", 413, "The body is too long.");
            case 414 -> Problem.of("uri-too-long", 414, "The address is too long.");
            case 415 ->
                Problem.of(
                        "unsupported-media-type", 415, "The body's media type cannot be read here; see Content-Type.");
            case 431 -> Problem.of("request-header-fields-too-large", 431, "The headers are too long.");
            case 429 -> Problem.of("too-many-requests", 429, "Too many requests.");
            case 503 ->
                Problem.of("unavailable", 503, "The service cannot answer at present. Send the request again.")
                        .withHeader("Retry-After", "2");
            default ->
                status >= 400 && status < 500
                        ? Problem.of("http-" + status, status, "The request was refused.")
                        : Problem.of(
                                "internal-error",
                                500,
                                "The service failed. Tell its operator the request id" + ofThisRequest() + ".");
        };
    }

    private static String ofThisRequest() {
        String id = Problem.requestId();
        return id == null ? "" : " " + id;
    }
}
