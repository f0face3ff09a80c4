package org.opencmas.console.frame.field;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.frame.fault.NoSuchPage;

/** Ids in addresses and fields. What is no id names nothing, as an id of what the reader may not see does. */
public final class Ids {
    private Ids() {}

    /**
     * Reads an id.
     *
     * @param nothing what the page says where it is none
     * @throws NoSuchPage where it is none
     */
    public static UUID of(String text, String nothing) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NoSuchPage(nothing);
        }
    }

    /**
     * Returns the contractor that a page is about where its address or its form says one, in the field {@code contractor}; null for a page about all of them.
     *
     * @throws NoSuchPage where the field holds no id
     */
    public static @Nullable UUID contractor(Inputs inputs) {
        String text = inputs.text("contractor");
        return text.isEmpty() ? null : of(text, "There is no contractor with this address.");
    }
}
