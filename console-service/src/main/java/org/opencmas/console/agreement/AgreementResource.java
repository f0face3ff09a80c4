package org.opencmas.console.agreement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.Agreement;
import org.opencmas.console.client.Registry.CalEprocureValues;
import org.opencmas.console.client.Registry.Contractor;
import org.opencmas.console.client.Registry.Documents;
import org.opencmas.console.client.Registry.PriceList;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.text.CsvTable;

/** One agreement (SRCH-DETAIL): its terms with their sources, its history, its prices, its documents, and what to copy into Cal eProcure (SRCH-CALEPROCURE). */
@Path("/agreements/{number}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class AgreementResource {
    private static final int ROWS = 50;
    private static final int ROWS_AT_ONCE = 200;
    private static final int LONGEST_CURSOR = 1_000;

    private final Registry registry;
    private final Panels panels;

    AgreementResource(@RestClient Registry registry, Panels panels) {
        this.registry = registry;
        this.panels = panels;
    }

    /**
     * The page without its prices.
     *
     * @param terms what it says, each with its source
     * @param history what happened to it
     */
    record Sheet(
            Agreement agreement,
            boolean active,
            LocalDate asOf,
            List<Terms.Term> terms,
            Panel<List<Timeline.Event>> history,
            Panel<Documents> documents,
            Panel<CalEprocureValues> calEprocure,
            Panel<Contractor> contractor) {}

    /**
     * The price list on the page.
     *
     * @param next address of the next page; empty on the last
     * @param csv address of the whole list as a file
     */
    record Prices(Panel<PriceList> list, String find, String next, String first, String csv) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance agreement(Inputs inputs, Sheet sheet, Prices prices);
    }

    @GET
    public RestResponse<TemplateInstance> agreement(@PathParam("number") String number, @Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        LocalDate day = inputs.day("asOf").orElse(null);
        String find = inputs.text("find");
        String cursor = inputs.text("cursor", LONGEST_CURSOR);
        Panel<Agreement> agreement = panels.ask(Registry.NAME, () -> registry.agreement(number, day));
        var sources = panels.ask(Registry.NAME, () -> registry.fieldSources(number, day));
        Panel<PriceList> list = panels.ask(
                Registry.NAME,
                () -> registry.priceList(number, day, Inputs.unlessEmpty(find), Inputs.unlessEmpty(cursor), ROWS));
        Panel<List<Timeline.Event>> history = panels.ask(
                Registry.NAME,
                () -> Timeline.of(
                        registry.supplements(number).items(),
                        registry.statusChanges(number).items()));
        Panel<Documents> documents = panels.ask(Registry.NAME, () -> registry.documents(number));
        Panel<CalEprocureValues> values = panels.ask(Registry.NAME, () -> registry.calEprocureValues(number));
        Agreement found = known(agreement);
        Panel<Contractor> contractor = panels.ask(Registry.NAME, () -> registry.contractor(found.contractorId()));
        LocalDate shown = day == null ? panels.today() : day;
        var sheet = new Sheet(
                found,
                isInTerm(found, shown),
                shown,
                Terms.of(found, sources.isThere() ? sources.value().items() : List.of()),
                history,
                documents,
                values,
                contractor);
        return Answers.page(inputs, Templates.agreement(inputs, sheet, prices(number, day, find, list)));
    }

    private static Prices prices(String number, @Nullable LocalDate day, String find, Panel<PriceList> list) {
        Address here = Address.of("agreements", number).with("asOf", day == null ? "" : day.toString());
        Optional<String> next = list.isThere() ? Cursors.following(list.value().next()) : Optional.empty();
        return new Prices(
                list,
                find,
                next.map(each -> here.with("find", find).with("cursor", each) + "#prices")
                        .orElse(""),
                here.with("find", find) + "#prices",
                here.at("agreements", number, "price-list.csv")
                        .with("find", find)
                        .toString());
    }

    private static boolean isInTerm(Agreement agreement, LocalDate day) {
        return !day.isBefore(agreement.termStart()) && !day.isAfter(agreement.termEnd());
    }

    private static Agreement known(Panel<Agreement> agreement) {
        if (agreement.isMissing()) {
            throw new NoSuchPage("There is no agreement with this number.");
        }
        return agreement.value();
    }

    /** The price list of the day, or the lines that were looked for. */
    @GET
    @Path("price-list.csv")
    @Produces("text/csv;charset=UTF-8")
    public RestResponse<String> priceList(@PathParam("number") String number, @Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        LocalDate day = inputs.day("asOf").orElse(null);
        String find = inputs.text("find");
        if (!inputs.isFine()) {
            throw new ServiceProblem(400, "Bad request", "The day or the text to find is none.", List.of());
        }
        var table = new CsvTable("item_id", "description", "unit", "price", "base_price", "kind");
        Optional<String> from = Optional.empty();
        do {
            PriceList page = registry.priceList(number, day, Inputs.unlessEmpty(find), from.orElse(null), ROWS_AT_ONCE);
            page.items()
                    .forEach(line -> table.add(
                            line.itemId(),
                            line.description(),
                            line.unit(),
                            line.price(),
                            line.basePrice(),
                            line.kind()));
            from = Cursors.following(page.next());
        } while (from.isPresent());
        return Answers.csv("price-list-" + number + ".csv", table);
    }
}
