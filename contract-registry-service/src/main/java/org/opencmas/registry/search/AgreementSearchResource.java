package org.opencmas.registry.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.Fault;
import org.opencmas.problem.InvalidRequest;
import org.opencmas.problem.parameter.CheckedBy;
import org.opencmas.registry.agreement.terms.BaseType;
import org.opencmas.registry.agreement.terms.Category;
import org.opencmas.registry.search.asked.Criteria;
import org.opencmas.registry.search.asked.Narrowing;
import org.opencmas.registry.search.asked.SearchNumber;
import org.opencmas.registry.search.asked.SearchPrices;
import org.opencmas.registry.search.lines.PriceLineIndex;
import org.opencmas.terms.CertificationType;
import org.opencmas.terms.ProcurementKind;

/** The search for agreements. Public. */
@Path("/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements")
class AgreementSearchResource {
    private static final String CSV = "text/csv";
    private static final int MOST_ROWS = 10_000;

    private final AgreementSearch search;
    private final SearchHints hints;
    private final PriceLineIndex index;
    private final Clock clock;

    AgreementSearchResource(AgreementSearch search, SearchHints hints, PriceLineIndex index, Clock clock) {
        this.search = search;
        this.hints = hints;
        this.index = index;
        this.clock = clock;
    }

    /** A page of what was found. */
    @Schema(name = "FoundAgreementPage")
    record FoundPage(
            LocalDate asOf,
            List<FoundAgreement> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> hints,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String didYouMean,

            @Schema(
                    description =
                            "How many published price lists are still being taken into the index, whose lines were not looked at; absent for none")
            @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            long pendingPriceLists,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Facet> facets) {}

    /** What the agreement has to be; each null for any. */
    @CheckedBy(SearchCheck.class)
    public static class Filters {
        @QueryParam("number")
        @Size(min = 1, max = 100)
        @Nullable
        String number;

        @QueryParam("kind")
        @Nullable
        ProcurementKind kind;

        @QueryParam("certification")
        @Nullable
        CertificationType certification;

        @QueryParam("openToLocal")
        @Nullable
        Boolean openToLocal;

        @QueryParam("category")
        @Nullable
        Category category;

        @QueryParam("baseType")
        @Nullable
        BaseType baseType;

        @QueryParam("calCard")
        @Nullable
        Boolean calCard;

        @QueryParam("nsp")
        @Nullable
        Boolean nsp;

        @QueryParam("price")
        @Nullable
        String price;

        /** For the framework, which fills it from the request. */
        public Filters() {}

        Narrowing narrowing() {
            return new Narrowing(kind, certification, openToLocal, category, baseType, calCard, nsp);
        }
    }

    @GET
    @PermitAll
    @Operation(operationId = "searchAgreements", summary = "Find agreements by contractor name and by what is offered")
    public FoundPage find(
            @QueryParam("contractor") @Size(min = 1, max = 200) @Nullable String contractor,
            @QueryParam("description") @Size(min = 1, max = 200) @Nullable String description,
            @QueryParam("code") @Size(max = 5) List<@Size(min = 1, max = 200) String> codes,
            @BeanParam Filters filters,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("facets") @Nullable Boolean facets,
            @BeanParam Paging paging) {
        Criteria criteria = criteria(contractor, description, codes, filters, asOf);
        long pending = criteria.looksForLines() ? index.missingLists() : 0;
        int count = paging.count();
        List<FoundAgreement> read = search.find(criteria, after(paging), count);
        Page<FoundAgreement> page = paging.page(read, AgreementSearchResource::cursorOf);
        boolean isEmpty = page.items().isEmpty() && paging.isFirst();
        List<String> advice = isEmpty ? hints.of(criteria, pending) : List.of();
        List<Facet> counts = Boolean.TRUE.equals(facets) ? search.facets(criteria) : List.of();
        return new FoundPage(
                criteria.day(),
                page.items(),
                page.next(),
                advice,
                paging.isFirst() ? hints.meant(criteria, page.items()) : null,
                pending,
                counts);
    }

    @GET
    @Path("/results")
    @Produces(CSV)
    @PermitAll
    @Operation(operationId = "getSearchResults", summary = "What a search finds, as a CSV file")
    @APIResponse(
            responseCode = "200",
            description = "One row for each agreement, the best match first",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    public Response results(
            @QueryParam("contractor") @Size(min = 1, max = 200) @Nullable String contractor,
            @QueryParam("description") @Size(min = 1, max = 200) @Nullable String description,
            @QueryParam("code") @Size(max = 5) List<@Size(min = 1, max = 200) String> codes,
            @BeanParam Filters filters,
            @QueryParam("asOf") @Nullable LocalDate asOf) {
        Criteria criteria = criteria(contractor, description, codes, filters, asOf);
        return Response.ok(FoundCsv.of(search.find(criteria, null, MOST_ROWS)), CSV + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"cmas-agreements.csv\"")
                .build();
    }

    private Criteria criteria(
            @Nullable String contractor,
            @Nullable String description,
            List<String> codes,
            Filters filters,
            @Nullable LocalDate asOf) {
        return new Criteria(
                new Criteria.Texts(text(contractor), text(description), SearchNumber.of(text(filters.number))),
                steps(codes),
                filters.narrowing(),
                SearchPrices.parse(filters.price),
                asOf == null ? LocalDate.now(clock) : asOf,
                asOf != null);
    }

    private static @Nullable String text(@Nullable String sent) {
        return sent == null || sent.isBlank() ? null : sent.strip();
    }

    private static List<List<String>> steps(List<String> codes) {
        return codes.stream()
                .map(step -> Arrays.stream(step.split(","))
                        .map(String::strip)
                        .filter(fragment -> !fragment.isEmpty())
                        .toList())
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private static Cursor cursorOf(FoundAgreement found) {
        return Cursor.of(Integer.toString(found.score()), found.cmasNumber());
    }

    private static Criteria.@Nullable After after(Paging paging) {
        return paging.after(2)
                .map(cursor -> new Criteria.After(
                        score(cursor.keys().getFirst()), cursor.keys().getLast()))
                .orElse(null);
    }

    private static int score(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw new InvalidRequest(new Fault("cursor", "is not a cursor of this list", "Take it from next."));
        }
    }
}
