package org.opencmas.console.frame;

import java.util.List;
import java.util.Set;

/** The left navigation: what stands in it, in order, and who sees it. */
public final class Menu {
    private static final Set<String> EVERYBODY = Set.of();

    private static final List<Section> ALL = List.of(new Section(
            "For everybody",
            EVERYBODY,
            List.of(
                    new Entry("/agreements", "Search agreements"),
                    new Entry("/price-comparison", "Compare prices"),
                    new Entry("/rules", "Rules"),
                    new Entry("/links", "Useful links"),
                    new Entry("/accessibility", "Accessibility"))));

    private Menu() {}

    /**
     * @param title heading of the section
     * @param roles who sees it: holders of one of these; everybody when empty
     * @param entries its pages, in order
     */
    public record Section(String title, Set<String> roles, List<Entry> entries) {}

    /**
     * @param address path of the page
     * @param label what the reader clicks on
     */
    public record Entry(String address, String label) {}

    static List<Section> of(Reader reader) {
        return ALL.stream()
                .filter(section -> reader.holdsOneOf(section.roles()))
                .toList();
    }
}
