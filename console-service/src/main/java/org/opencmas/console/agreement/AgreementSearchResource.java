package org.opencmas.console.agreement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.FoundAgreement;
import org.opencmas.console.client.Registry.FoundAgreements;
import org.opencmas.console.frame.Answers;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Cursors;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.text.CsvTable;
import org.opencmas.terms.CmasNumber;
import org.opencmas.terms.InvalidCmasNumber;

/** The search for agreements: by words, name and code, narrowed within what was found, as of a day; as a page or as CSV. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class AgreementSearchResource {
    private static final int ROWS = 50;
    private static final int ROWS_AT_ONCE = 200;
    private static final int MOST_ROWS = 20_000;

    private final Registry registry;
    private final Panels panels;

    AgreementSearchResource(@RestClient Registry registry, Panels panels) {
        this.registry = registry;
        this.panels = panels;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(
                SearchForm form,
                String number,
                @Nullable Panel<FoundAgreements> found,
                Map<String, List<Narrowing.Choice>> narrower,
                String next);
    }

    @GET
    @Path("agreements")
    public RestResponse<TemplateInstance> search(@Context UriInfo address) {
        SearchForm form = SearchForm.read(Inputs.of(address.getQueryParameters()));
        Panel<FoundAgreements> asked = form.inputs().isFine() ? ask(form) : null;
        Panel<FoundAgreements> found = form.inputs().isFine() ? asked : null;
        FoundAgreements page = found != null && found.isThere() ? found.value() : null;
        return Answers.page(
                form.inputs(),
                Templates.search(
                        form,
                        numberIn(form.words()).orElse(""),
                        found,
                        page == null ? Map.of() : Narrowing.choicesOf(form, page.counts()),
                        page == null ? "" : Cursors.following(page.next()).orElse("")));
    }

    private Panel<FoundAgreements> ask(SearchForm form) {
        String from = Inputs.unlessEmpty(form.cursor());
        Panel<FoundAgreements> found =
                panels.askHere(Registry.NAME, () -> registry.searchAgreements(form.question(from, ROWS, true)));
        ServiceProblem problem = found.problem();
        if (problem != null) {
            form.blame(problem);
        }
        return found;
    }

    /** The whole of the search, in the order of its pages. */
    @GET
    @Path("agreements.csv")
    @Produces("text/csv;charset=UTF-8")
    public RestResponse<String> csv(@Context UriInfo address) {
        SearchForm form = SearchForm.read(Inputs.of(address.getQueryParameters()));
        if (!form.inputs().isFine()) {
            throw new ServiceProblem(
                    400, "Bad request", "The search has a fault. Open it as a page to see which.", List.of());
        }
        var table = new CsvTable(
                "cmas_number",
                "contractor",
                "kind",
                "status",
                "active",
                "term_start",
                "term_end",
                "for_use_by",
                "product_codes");
        Optional<String> from = Optional.empty();
        int rows = 0;
        do {
            FoundAgreements page = registry.searchAgreements(form.question(from.orElse(null), ROWS_AT_ONCE, false));
            page.items().forEach(found -> add(table, found));
            rows += page.items().size();
            from = Cursors.following(page.next());
        } while (from.isPresent() && rows < MOST_ROWS);
        if (from.isPresent()) {
            throw new ServiceProblem(
                    400, "Too much", "The search finds more than " + MOST_ROWS + " agreements. Narrow it.", List.of());
        }
        return Answers.csv("agreements.csv", table);
    }

    private static void add(CsvTable table, FoundAgreement found) {
        table.add(
                found.cmasNumber(),
                found.contractorName(),
                found.kind(),
                found.status(),
                found.active(),
                found.termStart(),
                found.termEnd(),
                found.forUseBy(),
                String.join(" ", found.productCodes()));
    }

    private static Optional<String> numberIn(String words) {
        try {
            return Optional.of(CmasNumber.parse(words).canonical());
        } catch (InvalidCmasNumber none) {
            return Optional.empty();
        }
    }
}
