package org.opencmas.console.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.opencmas.terms.Roles;

/** The left navigation: what stands in it, in order, and who sees it. */
public final class Menu {
    private static final Set<String> EVERYBODY = Set.of();

    private static final List<Section> OF_ROLES = List.of(
            new Section(
                    "Agency",
                    Set.of(Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER),
                    List.of(
                            new Entry("/orders", "My orders"),
                            new Entry("/drafts/new", "Write an order"),
                            new Entry("/order-imports", "Orders in files"),
                            new Entry("/requests", "Requests for offer"),
                            new Entry("/policy", "Agency policy"),
                            new Entry("/exemptions", "Exemptions"),
                            new Entry("/overrides", "Overrides"),
                            new Entry("/attestations", "Attestations"))),
            new Section(
                    "Contractor",
                    Set.of(Roles.CONTRACTOR),
                    List.of(
                            new Entry("/reports", "Reports to file"),
                            new Entry("/orders", "Orders to me"),
                            new Entry("/requests", "Requests for offer"),
                            new Entry("/account", "Payments and account"))),
            new Section(
                    "DGS",
                    Set.of(Roles.DGS_ANALYST, Roles.DGS_APPROVER),
                    List.of(
                            new Entry("/queue", "Work queue"),
                            new Entry("/look-alikes", "Orders typed differently"),
                            new Entry("/dashboard", "Sales and fees"),
                            new Entry("/sales", "Shares and trends"),
                            new Entry("/punctuality", "Punctuality"),
                            new Entry("/aging", "Unpaid fees"),
                            new Entry("/exports", "Exports"),
                            new Entry("/orders", "Orders"),
                            new Entry("/order-imports", "Order imports"),
                            new Entry("/requests", "Requests for offer"),
                            new Entry("/ledger", "Ledger"),
                            new Entry("/agreement-drafts", "Agreement drafts"),
                            new Entry("/contractors", "Contractors"),
                            new Entry("/remittances", "Payments of contractors"),
                            new Entry("/price-imports", "Price list imports"),
                            new Entry("/exemptions", "Exemptions"),
                            new Entry("/reviews", "Reviews"),
                            new Entry("/agencies", "Agencies and policies"),
                            new Entry("/letters", "Letters"),
                            new Entry("/settlements", "Settlements"),
                            new Entry("/figures", "Dated figures"),
                            new Entry("/figures/repostings", "Orders posted again"))),
            new Section(
                    "Compliance review",
                    Set.of(Roles.COMPLIANCE_REVIEWER),
                    List.of(
                            new Entry("/reviews", "Reviews"),
                            new Entry("/orders", "Orders"),
                            new Entry("/order-imports", "Order imports"),
                            new Entry("/requests", "Requests for offer"),
                            new Entry("/contractors", "Contractors"),
                            new Entry("/queue", "Work queue"),
                            new Entry("/look-alikes", "Orders typed differently"),
                            new Entry("/overrides", "Overrides"),
                            new Entry("/attestations", "Attestations"),
                            new Entry("/trail", "Journal"),
                            new Entry("/dashboard", "Sales and fees"),
                            new Entry("/sales", "Shares and trends"))),
            new Section(
                    "Exemption review",
                    Set.of(Roles.EXEMPTION_REVIEWER),
                    List.of(new Entry("/exemptions", "Exemptions"))),
            new Section(
                    "Audit",
                    Set.of(Roles.AUDITOR),
                    List.of(
                            new Entry("/orders", "Orders and decisions"),
                            new Entry("/order-imports", "Order imports"),
                            new Entry("/requests", "Requests for offer"),
                            new Entry("/ledger", "Ledger"),
                            new Entry("/trail", "Journal"),
                            new Entry("/overrides", "Overrides"),
                            new Entry("/attestations", "Attestations"),
                            new Entry("/contractors", "Contractors"),
                            new Entry("/remittances", "Payments of contractors"),
                            new Entry("/agreement-drafts", "Agreement drafts"),
                            new Entry("/queue", "Work queue"),
                            new Entry("/look-alikes", "Orders typed differently"),
                            new Entry("/dashboard", "Sales and fees"),
                            new Entry("/sales", "Shares and trends"),
                            new Entry("/punctuality", "Punctuality"),
                            new Entry("/aging", "Unpaid fees"),
                            new Entry("/exports", "Exports"),
                            new Entry("/agencies", "Agencies and policies"),
                            new Entry("/letters", "Letters"),
                            new Entry("/settlements", "Settlements"),
                            new Entry("/figures", "Dated figures"),
                            new Entry("/figures/repostings", "Orders posted again"),
                            new Entry("/exemptions", "Exemptions"),
                            new Entry("/reviews", "Reviews"))));

    private static final List<Section> ALL = List.of(new Section(
            "For everybody",
            EVERYBODY,
            List.of(
                    new Entry("/agreements", "Search agreements"),
                    new Entry("/price-comparison", "Compare prices"),
                    new Entry("/rules", "Rules"),
                    new Entry("/links", "Useful links"),
                    new Entry("/accessibility", "Accessibility"))));

    /** Pages without an entry of their own, and the entries from which they are reached: the first that a reader has. */
    private static final Map<String, List<String>> REACHED_FROM = Map.of(
            "/reconciliations", List.of("/reports", "/queue"),
            "/reports", List.of("/queue"),
            "/credits", List.of("/remittances"));

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

    /** Returns where a reader's work begins: the first page of their first section. */
    public static String start(Reader reader) {
        return of(reader).getFirst().entries().getFirst().address();
    }

    static List<Section> of(Reader reader) {
        return Stream.concat(OF_ROLES.stream(), ALL.stream())
                .filter(section -> reader.holdsOneOf(section.roles()))
                .toList();
    }

    /** Returns the address of the entry that a path is the page of, or lies beneath, the nearest where there are several, else that from which its pages are reached; empty where there is none. */
    static String current(List<Section> sections, String path) {
        List<String> addresses = sections.stream()
                .flatMap(section -> section.entries().stream())
                .map(Entry::address)
                .toList();
        return addresses.stream()
                .filter(address -> isBeneath(path, address))
                .max(Comparator.comparingInt(String::length))
                .orElseGet(() -> REACHED_FROM.entrySet().stream()
                        .filter(pages -> isBeneath(path, pages.getKey()))
                        .flatMap(pages -> pages.getValue().stream())
                        .filter(addresses::contains)
                        .findFirst()
                        .orElse(""));
    }

    private static boolean isBeneath(String path, String address) {
        return path.equals(address) || path.startsWith(address + "/");
    }
}
