package org.opencmas.journal.proof;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.opencmas.journal.entry.ChainHash;
import org.opencmas.journal.entry.JournalEntry;
import org.opencmas.journal.entry.NumberedEntries;
import org.opencmas.journal.entry.NumberedEntry;

/**
 * Recomputes the chain of hashes over a whole journal, outside the application, and says where it breaks: an entry that was
 * changed, left out, added or moved.
 *
 * <pre>
 * java -cp ... org.opencmas.journal.proof.JournalVerifier jdbc:postgresql://host/cmas_order?user=...
 * java -cp ... org.opencmas.journal.proof.JournalVerifier https://host/v1/feed &lt;bearer token&gt;
 * </pre>
 *
 * <p>Who can rewrite the whole table can rewrite the chain with it. So keep the last position and hash that a verification prints
 * elsewhere, and compare: a later run must show the same hash at that position.
 */
public final class JournalVerifier {

    private static final int ENTRIES_AT_A_TIME = 500;

    private long position;
    private ChainHash hash = ChainHash.START;

    /** Verifies the journal named by the arguments; the exit code is 0 when the chain holds, 1 when not, 2 when it cannot be read. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        if (arguments.length == 0) {
            out.println("usage: JournalVerifier <JDBC URL> | <URL of a feed> <bearer token>");
            return 2;
        }
        JournalVerifier verifier = new JournalVerifier();
        try {
            Optional<String> broken = arguments[0].startsWith("jdbc:")
                    ? verifier.verifyDatabase(arguments[0])
                    : verifier.verifyFeed(URI.create(arguments[0]), arguments.length > 1 ? arguments[1] : "");
            out.println(
                    broken.orElse("The chain holds: " + verifier.position + " entries, last hash " + verifier.hash));
            return broken.isPresent() ? 1 : 0;
        } catch (SQLException | IOException e) {
            out.println("The journal cannot be read: " + e.getMessage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 2;
        }
    }

    private Optional<String> verifyDatabase(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            List<NumberedEntry> next;
            do {
                next = NumberedEntries.after(connection, position, ENTRIES_AT_A_TIME)
                        .entries();
                Optional<String> broken = follow(next);
                if (broken.isPresent()) {
                    return broken;
                }
            } while (!next.isEmpty());
            return Optional.empty();
        }
    }

    private Optional<String> verifyFeed(URI feed, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<NumberedEntry> next;
            do {
                URI page = URI.create(feed + "?after=" + position + "&limit=" + ENTRIES_AT_A_TIME);
                HttpRequest request = HttpRequest.newBuilder(page)
                        .header("Authorization", "Bearer " + token)
                        .build();
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IOException("the feed answers " + answer.statusCode());
                }
                next = readPage(answer.body());
                Optional<String> broken = follow(next);
                if (broken.isPresent()) {
                    return broken;
                }
            } while (!next.isEmpty());
            return Optional.empty();
        }
    }

    /** Takes the next entries; answers what is wrong with the first that does not fit the chain. */
    public Optional<String> follow(List<NumberedEntry> entries) {
        for (NumberedEntry found : entries) {
            NumberedEntry expected = NumberedEntry.after(position, hash, found.entry());
            if (found.position() != expected.position()) {
                return Optional.of("Broken: position " + expected.position() + " is missing; " + found.position()
                        + " follows " + position + ".");
            }
            if (!found.hash().equals(expected.hash())) {
                return Optional.of("Broken at position " + found.position() + " (event "
                        + found.entry().eventId() + "): the hash says " + found.hash() + ", the content "
                        + expected.hash() + ".");
            }
            position = found.position();
            hash = found.hash();
        }
        return Optional.empty();
    }

    /** Reads a page of the feed, each payload as exactly the characters that stand in it. */
    public static List<NumberedEntry> readPage(String page) throws IOException {
        try (JsonParser parser = new ObjectMapper().createParser(page)) {
            List<NumberedEntry> entries = new ArrayList<>();
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                if (parser.currentToken() == null) {
                    throw new IOException("this is no page of a feed");
                }
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                entries.add(readEntry(parser, page));
            }
            return entries;
        }
    }

    private static NumberedEntry readEntry(JsonParser parser, String page) throws IOException {
        Map<String, String> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            members.put(name, isObject ? asItStands(parser, page) : parser.getText());
        }
        return new NumberedEntry(
                Long.parseLong(member(members, "position")),
                ChainHash.parse(member(members, "hash")),
                new JournalEntry(
                        UUID.fromString(member(members, "id")),
                        member(members, "topic"),
                        member(members, "subject"),
                        Long.parseLong(member(members, "aggregateVersion")),
                        member(members, "type"),
                        Instant.parse(member(members, "time")),
                        member(members, "actor"),
                        members.get("onBehalfOf"),
                        members.get("requestId"),
                        members.get("traceParent"),
                        member(members, "data")));
    }

    private static String asItStands(JsonParser parser, String page) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return page.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static String member(Map<String, String> members, String name) throws IOException {
        String value = members.get(name);
        if (value == null) {
            throw new IOException("an event of the feed has no " + name);
        }
        return value;
    }
}
