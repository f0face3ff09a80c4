package org.opencmas.console.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form of a page as a browser would send it: what stands in its fields, ticked and chosen, the unseen ones among them. */
final class FormOnPage {
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern TEXT_AREA = Pattern.compile("<textarea ([^>]*)>([^<]*)</textarea>");
    private static final Pattern SELECT = Pattern.compile("<select ([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option ([^>]*)>");

    private FormOnPage() {}

    /** Returns the fields of the form that is sent to an address; empty where the page has none. */
    static Optional<Map<String, String>> of(String page, String action) {
        for (String form : page.split("<form ", -1)) {
            if (form.contains("action=\"" + action + "\"") && form.contains("method=\"post\"")) {
                return Optional.of(fields(form.substring(0, form.indexOf("</form>"))));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Matcher input = INPUT.matcher(form); input.find(); ) {
            String type = attribute(input.group(1), "type");
            boolean isSent =
                    !type.matches("radio|checkbox|file") || input.group(1).endsWith(" checked");
            if (isSent) {
                fields.put(attribute(input.group(1), "name"), attribute(input.group(1), "value"));
            }
        }
        for (Matcher area = TEXT_AREA.matcher(form); area.find(); ) {
            fields.put(attribute(area.group(1), "name"), plain(area.group(2)));
        }
        for (Matcher select = SELECT.matcher(form); select.find(); ) {
            String chosen = "";
            boolean isFirst = true;
            for (Matcher option = OPTION.matcher(select.group(2)); option.find(); isFirst = false) {
                if (isFirst || option.group(1).endsWith(" selected")) {
                    chosen = attribute(option.group(1), "value");
                }
            }
            fields.put(attribute(select.group(1), "name"), chosen);
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("(?:^| )" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? plain(found.group(1)) : "";
    }

    private static String plain(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
