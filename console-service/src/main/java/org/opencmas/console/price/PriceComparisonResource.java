package org.opencmas.console.price;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.FoundAgreement;
import org.opencmas.console.client.Registry.FoundAgreements;
import org.opencmas.console.client.Registry.PriceLine;
import org.opencmas.console.client.Registry.PriceList;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.text.CsvTable;

/**
 * Compares the prices of what words describe, across all agreements that are active on a day: as a table with a dot for each price, and as CSV. The best
 * {@value #AGREEMENTS} agreements are looked at, {@value #LINES} lines of each; the page says so where there are more.
 */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class PriceComparisonResource {
    private static final int AGREEMENTS = 20;
    private static final int LINES = 20;

    private final Registry registry;
    private final Panels panels;

    PriceComparisonResource(@RestClient Registry registry, Panels panels) {
        this.registry = registry;
        this.panels = panels;
    }

    /**
     * What was compared.
     *
     * @param day the day whose prices they are
     * @param isCut whether there are more agreements or lines than were looked at
     * @param silent how many price lists could not be read
     */
    record Comparison(List<PricesByUnit.Group> groups, LocalDate day, boolean isCut, int silent, String csv) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance prices(Inputs inputs, @Nullable Panel<Comparison> comparison);
    }

    @GET
    @Path("price-comparison")
    public RestResponse<TemplateInstance> prices(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Panel<Comparison> comparison = ask(inputs);
        if (comparison != null && comparison.problem() != null) {
            blame(inputs, comparison.problem());
        }
        return Answers.page(inputs, Templates.prices(inputs, inputs.isFine() ? comparison : null));
    }

    @GET
    @Path("price-comparison.csv")
    @Produces("text/csv;charset=UTF-8")
    public RestResponse<String> csv(@Context UriInfo address) {
        Panel<Comparison> comparison = ask(Inputs.of(address.getQueryParameters()));
        if (comparison == null) {
            throw new ServiceProblem(400, "Bad request", "Say in words what to compare.", List.of());
        }
        var table = new CsvTable("unit", "price", "contractor", "cmas_number", "item_id", "description");
        for (PricesByUnit.Group group : comparison.value().groups()) {
            for (PricesByUnit.Dot dot : group.dots()) {
                PricesByUnit.Offer offer = dot.offer();
                table.add(
                        group.unit(),
                        offer.price(),
                        offer.contractor(),
                        offer.cmasNumber(),
                        offer.itemId(),
                        offer.description());
            }
        }
        return Answers.csv("prices.csv", table);
    }

    private @Nullable Panel<Comparison> ask(Inputs inputs) {
        String words = inputs.text("words");
        LocalDate day = inputs.day("asOf").orElse(panels.today());
        return words.isEmpty() || !inputs.isFine() ? null : panels.ask(Registry.NAME, () -> compare(words, day));
    }

    private Comparison compare(String words, LocalDate day) {
        var sought = new Registry.Sought();
        sought.description = words;
        sought.asOf = day;
        sought.limit = AGREEMENTS;
        FoundAgreements found = registry.searchAgreements(sought);
        List<Panel<PriceList>> lists = found.items().stream()
                .map(each ->
                        panels.ask(Registry.NAME, () -> registry.priceList(each.cmasNumber(), day, words, null, LINES)))
                .toList();
        List<PricesByUnit.Offer> offers = new ArrayList<>();
        boolean isCut = found.next() != null;
        int silent = 0;
        for (int i = 0; i < lists.size(); i++) {
            Panel<PriceList> list = lists.get(i);
            if (list.isThere()) {
                isCut |= list.value().next() != null;
                FoundAgreement of = found.items().get(i);
                list.value().items().forEach(line -> offers.add(offer(of, line)));
            } else if (!list.isMissing()) {
                silent++;
            }
        }
        String csv = Address.of("price-comparison.csv")
                .with("words", words)
                .with("asOf", day.toString())
                .toString();
        return new Comparison(PricesByUnit.of(offers), day, isCut, silent, csv);
    }

    private static PricesByUnit.Offer offer(FoundAgreement of, PriceLine line) {
        return new PricesByUnit.Offer(
                of.cmasNumber(), of.contractorName(), line.itemId(), line.description(), line.unit(), line.price());
    }

    private static void blame(Inputs inputs, ServiceProblem problem) {
        problem.faults().stream()
                .filter(fault -> fault.pointer().equals("description"))
                .forEach(fault -> inputs.wrong("words", fault.detail() + "."));
        if (inputs.isFine()) {
            throw problem;
        }
    }
}
