package org.opencmas.testkit.event;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run makes anew, ids and moments, put in words that every run shares, so that an event can be committed; and back. */
public final class StableIds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MOMENT = Pattern.compile("\"2[0-9]{3}-[0-9]{2}-[0-9]{2}T[^\"]*Z\"");
    private static final String SENT_AT = "\"2026-03-10T18:00:00Z\"";

    private final String name;
    private final Map<String, String> stableByActual = new LinkedHashMap<>();

    /** @param name tells the ids of one document from those of all others */
    public StableIds(String name) {
        this.name = name;
    }

    /** The text with every id the same in each run, by its first place, and every moment the one at which the order was sent. */
    public String stable(String text) {
        String named = ID.matcher(text).replaceAll(id -> stableByActual.computeIfAbsent(id.group(), this::next));
        return MOMENT.matcher(named).replaceAll(Matcher.quoteReplacement(SENT_AT));
    }

    private String next(String actual) {
        return UUID.nameUUIDFromBytes((name + "-" + stableByActual.size()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** A text about the same document with the ids of this run; one that the document has not is left as it is. */
    public String actual(String text) {
        String told = text;
        for (Map.Entry<String, String> id : stableByActual.entrySet()) {
            told = told.replace(id.getValue(), id.getKey());
        }
        return told;
    }
}
