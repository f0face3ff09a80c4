package org.opencmas.console.frame.text;

import io.quarkus.qute.TemplateExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What services name by a path of their own, for a reader. In a template: {@code {doubt.pointer.place}} and {@code {entry.type.happening}}. */
@TemplateExtension
public final class Places {
    private static final String IN_FILE = " in the file";

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
                words.add(lower(part));
            }
        }
        return capital(String.join(", ", words));
    }

    /** A field's name in words: {@code asOf} is {@code As of}, and {@code cmasNumber} is {@code CMAS number}. */
    public static String name(String field) {
        return capital(lower(field));
    }

    /** Why a piece of an order's file is there or not: {@code order/ in the file} is {@code In the file, under order/}. */
    public static String whyInFile(String why) {
        return why.endsWith(IN_FILE)
                ? "In the file, under " + why.substring(0, why.length() - IN_FILE.length())
                : capital(why);
    }

    private static String lower(String field) {
        return field.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replaceAll("\\bcmas\\b", "CMAS");
    }

    private static String capital(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
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
