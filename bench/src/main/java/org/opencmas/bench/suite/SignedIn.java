package org.opencmas.bench.suite;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A session at the console, begun by the code flow as a browser does it: the sign-in page of the identity provider, its form, and the way back. */
public final class SignedIn {
    private static final int MOST_STEPS = 12;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*login-actions[^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    // By host and port, whatever a cookie says of its path and of TLS: this machine is the only one that is asked.
    private final Map<String, Map<String, String>> cookies = new HashMap<>();

    private SignedIn() {}

    /**
     * Signs a person of the sample in.
     *
     * @return what the header {@code Cookie} has to say
     */
    public static String at(URI console, String person) throws IOException, InterruptedException {
        var session = new SignedIn();
        URI next = console.resolve("/sign-in?to=/links");
        Optional<String> form = Optional.empty();
        for (int step = 0; step < MOST_STEPS; step++) {
            HttpResponse<String> answer = session.send(next, form);
            form = Optional.empty();
            if (answer.statusCode() / 100 == 3) {
                next = next.resolve(answer.headers().firstValue("Location").orElseThrow());
                continue;
            }
            Matcher found = FORM.matcher(answer.body());
            if (found.find()) {
                next = next.resolve(found.group(1).replace("&amp;", "&"));
                form = Optional.of(
                        "username=" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&password=sample");
            } else if (answer.body().contains("Sign out")) {
                return session.header(next);
            } else {
                break;
            }
        }
        throw new IllegalStateException(person + " is not signed in; the last page asked for was " + next);
    }

    private HttpResponse<String> send(URI address, Optional<String> form) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        if (!header(address).isEmpty()) {
            request.header("Cookie", header(address));
        }
        form.ifPresent(fields -> request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        Map<String, String> kept = cookies.computeIfAbsent(address.getAuthority(), host -> new LinkedHashMap<>());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair.length < 2 || pair[1].isEmpty()) {
                kept.remove(pair[0]);
            } else {
                kept.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private String header(URI address) {
        return cookies.getOrDefault(address.getAuthority(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
