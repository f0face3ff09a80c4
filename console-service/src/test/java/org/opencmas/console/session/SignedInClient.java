package org.opencmas.console.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A person at the console without a browser: signs in by the code flow, keeps the session's cookies, and sends what a browser would. */
final class SignedInClient implements AutoCloseable {
    private static final int MOST_REDIRECTS = 10;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String console;

    private SignedInClient(int port) {
        console = "http://localhost:" + port;
    }

    /**
     * Signs somebody in.
     *
     * @param persona name and roles, such as {@code ana:dgs-analyst}
     */
    static SignedInClient of(int port, String persona) throws IOException, InterruptedException {
        var client = new SignedInClient(port);
        URI next = URI.create(client.console + "/sign-in?to=/links");
        for (int count = 0; count < MOST_REDIRECTS; count++) {
            URI asked = next.getPath().endsWith("/auth")
                    ? URI.create(next + "&persona=" + URLEncoder.encode(persona, StandardCharsets.UTF_8))
                    : next;
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(asked));
            if (answer.statusCode() < 300) {
                if (!answer.body().contains("Sign out")) {
                    throw new IllegalStateException("Nobody is signed in at " + asked);
                }
                return client;
            }
            next = asked.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        throw new IllegalStateException("The sign-in does not end: " + next);
    }

    /** Returns what the header {@code Cookie} says, as another tab of the same browser would. */
    String sessionCookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("q_session"))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(console + path)));
    }

    /** Sends a form as a page of the console does. */
    HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return send(form(path, form).header("Sec-Fetch-Site", "same-origin"));
    }

    /**
     * Sends a form with a file as a page of the console does.
     *
     * @param field of the file
     */
    HttpResponse<String> postFile(String path, Map<String, String> form, String field, String name, byte[] content)
            throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> each : form.entrySet()) {
            body.write(("--b\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n"
                            + each.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.write(("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(console + path))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends a form as a page of another site does. */
    HttpResponse<String> postFromElsewhere(String path, Map<String, String> form, String site)
            throws IOException, InterruptedException {
        return send(form(path, form).header("Sec-Fetch-Site", site));
    }

    private HttpRequest.Builder form(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(console + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
