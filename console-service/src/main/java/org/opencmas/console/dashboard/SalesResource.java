package org.opencmas.console.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Sales;
import org.opencmas.console.client.Sales.SalesDashboard;
import org.opencmas.console.client.Sales.SalesLinePage;
import org.opencmas.console.client.Sales.SalesRow;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Sales with their shares and their trend, by what the address says; every figure leads to the entries that it is the sum of. */
@Path("/")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class SalesResource {
    private static final Map<String, String> FIELDS = Map.of("from", "from", "through", "through", "by", "by");

    private final Sales sales;
    private final Clock clock;

    SalesResource(@RestClient Sales sales, Clock clock) {
        this.sales = sales;
        this.clock = clock;
    }

    /** What sales are split by. */
    enum By {
        QUARTER,
        FISCAL_YEAR,
        AGENCY_TYPE,
        AGENCY,
        CONTRACTOR,
        CATEGORY,
        SCHEDULE;

        String param() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A row of the table.
     *
     * @param label whose figures they are, for a reader
     * @param lines the page with the entries behind them
     */
    record Row(String label, SalesRow figures, String lines) {}

    /** What part of the sales of each row is of one kind, as a chart with its title. */
    record Share(String title, StackedBars bars) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sales(
                Inputs inputs,
                By by,
                By[] choices,
                String from,
                String through,
                @Nullable SalesDashboard found,
                List<Row> rows,
                Bars bars,
                List<Share> shares,
                String csv,
                String next);

        static native TemplateInstance lines(
                String what, String from, String through, SalesLinePage found, String next);
    }

    @GET
    @Path("sales")
    public RestResponse<TemplateInstance> sales(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Asked asked = asked(inputs);
        SalesDashboard found = found(inputs, asked);
        List<Row> rows = found == null ? List.of() : rows(asked, found);
        return Answers.page(
                inputs,
                Templates.sales(
                        inputs,
                        asked.by(),
                        By.values(),
                        asked.quarters().from(),
                        asked.quarters().through(),
                        found,
                        rows,
                        bars(asked, rows),
                        shares(rows),
                        asked.quarters()
                                .in(Address.of("sales.csv")
                                        .with("by", asked.by().name()))
                                .with("cursor", asked.cursor())
                                .toString(),
                        found == null ? "" : Cursors.next("/sales", address.getQueryParameters(), found.next())));
    }

    /** Times in their order, everything else the largest first. */
    private static Bars bars(Asked asked, List<Row> rows) {
        List<Bars.Row> drawn = rows.stream()
                .map(row -> new Bars.Row(Bars.label(row.label()), row.figures().sales(), row.lines()))
                .toList();
        return asked.by() == By.QUARTER || asked.by() == By.FISCAL_YEAR ? Bars.of(drawn) : Bars.largestFirst(drawn);
    }

    private static List<Share> shares(List<Row> rows) {
        return List.of(
                share(
                        "Sales of small and disabled veteran businesses",
                        "SB or DVBE",
                        rows,
                        SalesRow::smallBusinessOrDvbeShare),
                share("Sales not specifically priced", "NSP", rows, SalesRow::nspShare),
                share("Sales paid by CAL-Card", "CAL-Card", rows, SalesRow::calCardShare));
    }

    private static Share share(
            String title, String part, List<Row> rows, Function<SalesRow, @Nullable BigDecimal> shareOf) {
        List<StackedBars.Row> drawn = new ArrayList<>();
        for (Row row : rows) {
            BigDecimal share = shareOf.apply(row.figures());
            if (share != null) {
                drawn.add(StackedBars.share(row.label(), share, Forms.percent(share), row.lines()));
            }
        }
        return new Share(
                title,
                StackedBars.of(
                        List.of(
                                new StackedBars.Part(part, StackedBars.Look.FOUND),
                                new StackedBars.Part("All other sales", StackedBars.Look.REST)),
                        drawn));
    }

    /** The table as the page shows it, to keep. */
    @GET
    @Path("sales.csv")
    @Produces("text/csv")
    public RestResponse<String> csv(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        SalesDashboard found = found(inputs, asked(inputs));
        if (found == null) {
            throw inputs.refused();
        }
        return Answers.csv("sales-" + found.from() + "-" + found.through() + ".csv", SalesTable.of(found));
    }

    /** The entries that a figure is the sum of, as of the figure. */
    @GET
    @Path("sales/lines")
    public TemplateInstance lines(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Asked asked = asked(inputs);
        String member = inputs.text("member");
        Long position = position(inputs);
        if (!inputs.isFine()) {
            throw inputs.refused();
        }
        SalesLinePage found = sales.listSalesLines(
                asked.by().param(),
                Inputs.unlessEmpty(member),
                asked.quarters().from(),
                asked.quarters().through(),
                position,
                Inputs.unlessEmpty(asked.cursor()),
                Cursors.ROWS);
        return Templates.lines(
                member.isEmpty() ? "All" : label(asked.by(), member, name(asked.by(), found)),
                asked.quarters().from(),
                asked.quarters().through(),
                found,
                Cursors.next("/sales/lines", address.getQueryParameters(), found.next()));
    }

    /** Returns the name of the agency or contractor whose lines these are; empty where it is not known. */
    private static String name(By by, SalesLinePage found) {
        if (found.items().isEmpty()) {
            return "";
        }
        Sales.SalesLine first = found.items().getFirst();
        String name = by == By.AGENCY ? first.agencyName() : by == By.CONTRACTOR ? first.contractorName() : null;
        return name == null ? "" : name;
    }

    /** What the address asks for. */
    private record Asked(By by, Quarters quarters, String cursor) {}

    private Asked asked(Inputs inputs) {
        return new Asked(
                inputs.choice("by", By.class).orElse(By.QUARTER),
                Quarters.of(inputs, LocalDate.now(clock)),
                inputs.text("cursor", 4_000));
    }

    /** Returns what was found; null when something asked for is wrong, which stands at its field then. */
    private @Nullable SalesDashboard found(Inputs inputs, Asked asked) {
        if (!inputs.isFine()) {
            return null;
        }
        try {
            return sales.getSalesDashboard(
                    asked.by().param(),
                    asked.quarters().from(),
                    asked.quarters().through(),
                    Inputs.unlessEmpty(asked.cursor()),
                    Cursors.ROWS);
        } catch (ServiceProblem problem) {
            if (problem.status() != 400) {
                throw problem;
            }
            Refusals.intoFields(inputs, problem, FIELDS);
            return null;
        }
    }

    private static List<Row> rows(Asked asked, SalesDashboard found) {
        return found.rows().stream()
                .map(row -> {
                    String name = row.name() == null ? "" : row.name();
                    return new Row(
                            label(asked.by(), row.member(), name),
                            row,
                            asked.quarters()
                                    .in(Address.of("sales", "lines")
                                            .with("by", asked.by().name()))
                                    .with("member", row.member())
                                    .with("position", Long.toString(found.position()))
                                    .toString());
                })
                .toList();
    }

    /** Returns what a member is called. */
    static String label(By by, String member, String name) {
        if (!name.isEmpty()) {
            return name;
        }
        return switch (by) {
            case QUARTER -> Forms.quarter(member);
            case SCHEDULE -> member.equals("NOT_PRINTED") ? "Not printed in the number" : "Schedule " + member;
            case FISCAL_YEAR -> member;
            case AGENCY_TYPE, AGENCY, CONTRACTOR, CATEGORY ->
                member.equals("UNKNOWN") ? "Not known" : Forms.words(member);
        };
    }

    private static @Nullable Long position(Inputs inputs) {
        String text = inputs.text("position", 18);
        if (text.isEmpty() || text.matches("[0-9]+")) {
            return text.isEmpty() ? null : Long.valueOf(text);
        }
        inputs.wrongAsAWhole("Position", "It must be a number, as in the link of a figure.");
        return null;
    }
}
