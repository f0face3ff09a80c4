package org.opencmas.console.frame.text;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What services name by a path of their own, for a reader. In a template: {@code {doubt.pointer.place}} and {@code {entry.type.happening}}. */
@TemplateExtension
public final class Places {
    private Places() {}

    /** The place of a field by its JSON pointer, counted from 1: {@code /lines/0/unitPrice} is {@code Line 1, unit price}; empty for the whole. */
    public static String place(String pointer) {
        List<String> words = new ArrayList<>();
        for (String part : pointer.replaceFirst("^/", "").split("/", -1)) {
            boolean isNumber = part.matches("[0-9]{1,6}");
            if (isNumber && !words.isEmpty()) {
                String list = words.removeLast();
                words.add(list.replaceFirst("s$", "") + " " + (Integer.parseInt(part) + 1));
            } else if (!part.isEmpty()) {
                words.add(part.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
            }
        }
        String place = String.join(", ", words);
        return place.isEmpty() ? "" : place.substring(0, 1).toUpperCase(Locale.ROOT) + place.substring(1);
    }

    /**
     * What happened, by an event's type: {@code fee-rate.activated.v1} is {@code Fee rate activated}, and {@code request-for-offer.offer-recorded.v1} is
     * {@code Request for offer: offer recorded}. Text of another kind stays as it is.
     */
    public static String happening(String type) {
        if (!type.matches("[a-z-]+(\\.[a-z-]+)+\\.v[0-9]+")) {
            return type;
        }
        String words = type.replaceFirst("\\.v[0-9]+$", "")
                .replaceFirst("\\.(?=[a-z]+-)", ": ")
                .replaceAll("[.-]", " ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
