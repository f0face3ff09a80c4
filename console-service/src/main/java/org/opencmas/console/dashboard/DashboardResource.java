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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Fees;
import org.opencmas.console.client.Fees.Dashboard;
import org.opencmas.console.client.Fees.DashboardRow;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.text.CsvTable;
import org.opencmas.console.frame.text.Forms;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** Sales and fees by quarter, by kind of agency and by contractor. One filter for all, in the address. */
@Path("/")
@PermitAll
@SignedIn({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR})
@Produces(MediaType.TEXT_HTML)
public class DashboardResource {
    private static final Map<String, String> FIELDS = Map.of("from", "from", "through", "through", "by", "by");

    private final Fees fees;
    private final Panels panels;
    private final Clock clock;

    DashboardResource(@RestClient Fees fees, Panels panels, Clock clock) {
        this.fees = fees;
        this.panels = panels;
        this.clock = clock;
    }

    /** What the figures are added up by. */
    enum By {
        QUARTER,
        AGENCY_TYPE,
        CONTRACTOR
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance dashboard(
                Inputs inputs,
                By by,
                String from,
                String through,
                @Nullable Dashboard found,
                Bars sales,
                Bars fees,
                String csv,
                String next);
    }

    @GET
    @Path("dashboard")
    public RestResponse<TemplateInstance> dashboard(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Asked asked = asked(inputs);
        Dashboard found = found(inputs, asked);
        List<DashboardRow> rows = found == null ? List.of() : found.rows();
        return Answers.page(
                inputs,
                Templates.dashboard(
                        inputs,
                        asked.by(),
                        asked.quarters().from(),
                        asked.quarters().through(),
                        found,
                        bars(asked, rows, DashboardRow::sales),
                        bars(asked, rows, DashboardRow::feeDue),
                        asked.address("dashboard.csv"),
                        found == null ? "" : Cursors.next("/dashboard", address.getQueryParameters(), found.next())));
    }

    /** The table as the page shows it, to keep. */
    @GET
    @Path("dashboard.csv")
    @Produces("text/csv")
    public RestResponse<String> csv(@Context UriInfo address) {
        var inputs = Inputs.of(address.getQueryParameters());
        Dashboard found = found(inputs, asked(inputs));
        if (found == null) {
            throw inputs.refused();
        }
        var table = new CsvTable(
                found.by(),
                "orders",
                "sales",
                "feeDue",
                "feeDeclared",
                "feeOwed",
                "salesWaived",
                "feeWaived",
                "reportsFiled",
                "reportsExpected",
                "uncomputableOrders");
        for (DashboardRow row : found.rows()) {
            table.add(
                    row.quarter() != null
                            ? row.quarter()
                            : row.agencyType() != null ? row.agencyType() : row.contractorName(),
                    row.orders(),
                    row.sales(),
                    row.feeDue(),
                    row.feeDeclared(),
                    row.feeOwed(),
                    row.salesWaived(),
                    row.feeWaived(),
                    row.reportsFiled(),
                    row.reportsExpected(),
                    row.uncomputableOrders());
        }
        return Answers.csv("fees-" + found.from() + "-" + found.through() + ".csv", table);
    }

    /** What the address asks for. */
    private record Asked(By by, Quarters quarters, String cursor) {
        /** Returns the address of another page that is asked for the same. */
        String address(String page) {
            return quarters.in(Address.of(page).with("by", by.name()))
                    .with("cursor", cursor)
                    .toString();
        }
    }

    private Asked asked(Inputs inputs) {
        return new Asked(
                inputs.choice("by", By.class).orElse(By.QUARTER),
                Quarters.of(inputs, LocalDate.now(clock)),
                inputs.text("cursor", 4_000));
    }

    /** Returns what was found; null when something asked for is wrong, which stands at its field then. */
    private @Nullable Dashboard found(Inputs inputs, Asked asked) {
        if (!inputs.isFine()) {
            return null;
        }
        return panels.askHere(
                        Fees.NAME,
                        () -> fees.getFeeDashboard(
                                asked.by().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                asked.quarters().from(),
                                asked.quarters().through(),
                                Inputs.unlessEmpty(asked.cursor()),
                                Cursors.ROWS))
                .valueUnlessRefused(inputs, FIELDS);
    }

    /** Quarters in their order, everything else the largest first. */
    private static Bars bars(Asked asked, List<DashboardRow> rows, Function<DashboardRow, BigDecimal> amount) {
        List<Bars.Row> drawn = rows.stream()
                .map(row -> new Bars.Row(label(row), amount.apply(row), lines(asked, row)))
                .toList();
        return asked.by() == By.QUARTER ? Bars.of(drawn) : Bars.largestFirst(drawn);
    }

    /** Returns the page with the entries behind a row. */
    private static String lines(Asked asked, DashboardRow row) {
        String member = row.quarter() != null
                ? row.quarter()
                : row.agencyType() != null ? row.agencyType() : row.contractorId();
        return member == null
                ? ""
                : asked.quarters()
                        .in(Address.of("sales", "lines").with("by", asked.by().name()))
                        .with("member", member)
                        .toString();
    }

    private static String label(DashboardRow row) {
        if (row.quarter() != null) {
            return row.quarter().replace('-', ' ');
        }
        return Bars.label(row.agencyType() != null ? Forms.words(row.agencyType()) : row.contractorName());
    }
}
