package org.opencmas.console.frame.meanwhile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.opencmas.console.frame.field.Inputs;

/**
 * What a page tells whose form was refused since what it is about changed: the template shows it by {@code {#changed it what="the order" done="done" then="again" /}}.
 *
 * @param isTold whether a form was refused for that; false on every other page
 * @param changes what became otherwise; empty where all that the page shows reads as before
 * @param unsent what was typed in a form that the page has no more, so that it is not lost
 */
public record Meanwhile(boolean isTold, List<Change> changes, List<Inputs.Typed> unsent) {
    /** Nothing was refused. */
    public static final Meanwhile NONE = new Meanwhile(false, List.of(), List.of());

    private static final int MOST = 100;

    /** Returns what became otherwise of a thing, with what its form carries of before. */
    public static Meanwhile of(Inputs form, Shown now) {
        return oneOf("", form, now);
    }

    /**
     * The same for one of several things that the form carries.
     *
     * @param id which it is
     */
    public static Meanwhile oneOf(String id, Inputs form, Shown now) {
        return of(now.since(form, Seen.field(Shown.FIELD, id)));
    }

    /** Returns these changes, the first hundred each by itself. */
    static Meanwhile of(List<Change> changes) {
        if (changes.size() <= MOST) {
            return new Meanwhile(true, List.copyOf(changes), List.of());
        }
        List<Change> first = new ArrayList<>(changes.subList(0, MOST));
        first.add(Change.event("And " + (changes.size() - MOST) + " more."));
        return new Meanwhile(true, List.copyOf(first), List.of());
    }

    /**
     * Has it tell what was typed into fields that the page shows no more.
     *
     * @param isOnPage whether a field, by its name, is still there
     */
    public Meanwhile withUnsent(Inputs form, Predicate<String> isOnPage) {
        return new Meanwhile(isTold, changes, form.typed(field -> !isOnPage.test(field)));
    }

    /** The same for a page that has the form as a whole, or has it no more. */
    public Meanwhile withUnsent(Inputs form, boolean isOnPage) {
        return isOnPage || !isTold ? this : withUnsent(form, field -> false);
    }
}
