package org.opencmas.local;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.regex.Pattern;
import org.opencmas.terms.ProgramCalendar;

/**
 * An answer as an example of a document: its lists cut to two items, or to one where it is long, and what differs from run to run (ids, instants, hashes, receipt numbers, positions and the day of
 * the run) as it was recorded first, so that recording again changes nothing that did not change.
 */
final class RecordedAnswer {
    private static final int LONGEST_LIST = 2;
    private static final int MOST_LINES = 60;
    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|[+-]\\d{2}:\\d{2})"
            + "|[0-9a-f]{16,}"
            + "|(?<=/\\d{4}-Q[1-4]/)[0-9A-F]{12}$");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedAnswer() {}

    /**
     * @param recorded what an earlier run answered; a missing node when nothing is recorded
     * @param leaveOut JSON pointers at fields of the answer that would make the example too long to read; a missing node when there are none
     */
    static JsonNode of(JsonNode recorded, JsonNode said, JsonNode leaveOut) {
        JsonNode shown = shortened(said.deepCopy(), LONGEST_LIST);
        leaveOut.forEach(each -> remove(shown, JsonPointer.compile(each.asText())));
        boolean isLong = text(shown).lines().count() > MOST_LINES;
        return settled(recorded, isLong ? shortened(shown, 1) : shown);
    }

    /** What was said now, with what is random in it as it is recorded. */
    static JsonNode settled(JsonNode recorded, JsonNode said) {
        if (said instanceof ObjectNode) {
            ObjectNode settled = JsonNodeFactory.instance.objectNode();
            said.properties()
                    .forEach(each -> settled.set(
                            each.getKey(), settled(each.getKey(), recorded.path(each.getKey()), each.getValue())));
            return settled;
        }
        if (said instanceof ArrayNode) {
            ArrayNode settled = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < said.size(); i++) {
                settled.add(settled(recorded.path(i), said.path(i)));
            }
            return settled;
        }
        return recorded.isTextual() && said.isTextual() && isSame(recorded.asText(), said.asText()) ? recorded : said;
    }

    /** How far other services' events were read ({@code asOf}) depends on when it is asked. */
    private static JsonNode settled(String field, JsonNode recorded, JsonNode said) {
        boolean isPositions = field.equals("asOf") && said.isObject() && recorded.isObject();
        return isPositions ? recorded : settled(recorded, said);
    }

    private static boolean isSame(String recorded, String said) {
        boolean bothOfToday =
                said.equals(ProgramCalendar.dateOf(Clock.systemUTC().instant()).toString())
                        && DAY.matcher(recorded).matches();
        return bothOfToday
                || RANDOM.matcher(recorded)
                        .replaceAll("")
                        .equals(RANDOM.matcher(said).replaceAll(""));
    }

    private static void remove(JsonNode shown, JsonPointer field) {
        if (shown.at(field.head()) instanceof ObjectNode object) {
            object.remove(field.last().getMatchingProperty());
        }
    }

    private static JsonNode shortened(JsonNode node, int longestList) {
        if (node instanceof ArrayNode list) {
            while (list.size() > longestList) {
                list.remove(list.size() - 1);
            }
        }
        node.forEach(each -> shortened(each, longestList));
        return node;
    }

    /** As the example's file is written. */
    static String text(JsonNode example) {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentArraysWith(indent);
        printer.indentObjectsWith(indent);
        try {
            return JSON.writer(printer).writeValueAsString(example) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
