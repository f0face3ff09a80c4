package org.opencmas.console.client;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.call.ServiceAnswersFilter;

/** The contract registry, as the public reads it: without a token. */
@RegisterRestClient(configKey = "registry")
@RegisterProvider(ServiceAnswersFilter.class)
@Path("/v1")
public interface Registry {
    /** What a reader calls the service. */
    String NAME = "contract registry";

    @GET
    @Path("/agreements")
    FoundAgreements searchAgreements(@BeanParam Sought sought);

    @GET
    @Path("/agreements/{number}")
    Agreement agreement(@PathParam("number") String number, @QueryParam("asOf") @Nullable LocalDate asOf);

    @GET
    @Path("/agreements/{number}/field-sources")
    FieldSources fieldSources(@PathParam("number") String number, @QueryParam("asOf") @Nullable LocalDate asOf);

    @GET
    @Path("/agreements/{number}/supplements")
    Supplements supplements(@PathParam("number") String number);

    @GET
    @Path("/agreements/{number}/status-changes")
    StatusChanges statusChanges(@PathParam("number") String number);

    @GET
    @Path("/agreements/{number}/price-list")
    PriceList priceList(
            @PathParam("number") String number,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("text") @Nullable String text,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") int limit);

    @GET
    @Path("/agreements/{number}/documents")
    Documents documents(@PathParam("number") String number);

    @GET
    @Path("/agreements/{number}/documents/{documentId}/content")
    Response documentContent(@PathParam("number") String number, @PathParam("documentId") UUID documentId);

    @GET
    @Path("/agreements/{number}/documents/archive")
    Response documentArchive(@PathParam("number") String number);

    @GET
    @Path("/agreements/{number}/cal-eprocure")
    CalEprocureValues calEprocureValues(@PathParam("number") String number);

    @GET
    @Path("/contractors/{contractorId}")
    Contractor contractor(@PathParam("contractorId") UUID contractorId);

    @GET
    @Path("/contractors/{contractorId}/qualifications")
    Qualified contractorQualifications(@PathParam("contractorId") UUID contractorId);

    @GET
    @Path("/program-facts")
    ProgramFacts programFacts(@QueryParam("topic") String topic);

    @GET
    @Path("/accommodation-dates")
    AccommodationDate accommodationDate(@QueryParam("event") LocalDate event);

    /** What agreements are searched by; null is not sent. */
    final class Sought {
        @QueryParam("description")
        public @Nullable String description;

        @QueryParam("contractor")
        public @Nullable String contractor;

        @QueryParam("code")
        public List<String> codes = List.of();

        @QueryParam("kind")
        public @Nullable String kind;

        @QueryParam("certification")
        public @Nullable String certification;

        @QueryParam("openToLocal")
        public @Nullable Boolean openToLocal;

        @QueryParam("asOf")
        public @Nullable LocalDate asOf;

        @QueryParam("facets")
        public @Nullable Boolean facets;

        @QueryParam("cursor")
        public @Nullable String cursor;

        @QueryParam("limit")
        public int limit = 50;
    }

    record FoundAgreements(
            LocalDate asOf,
            List<FoundAgreement> items,
            @Nullable String next,
            @Nullable List<String> hints,
            @Nullable List<Facet> facets) {
        public List<String> advice() {
            return hints == null ? List.of() : hints;
        }

        public List<Facet> counts() {
            return facets == null ? List.of() : facets;
        }
    }

    record FoundAgreement(
            String cmasNumber,
            String kind,
            String contractorName,
            String status,
            boolean active,
            LocalDate termStart,
            LocalDate termEnd,
            String forUseBy,
            List<String> productCodes,
            List<Match> matches,
            List<FoundItem> items) {}

    record Match(String by, int count) {}

    record FoundItem(String itemId, String description) {}

    /** How many of the agreements found would be left by narrowing to a value of a field. */
    record Facet(String field, String value, int count) {}

    record Agreement(
            String cmasNumber,
            String kind,
            UUID contractorId,
            String contractorName,
            String status,
            List<StatusSince> statusTimeline,
            int supplementNumber,
            LocalDate effectiveOn,
            LocalDate termStart,
            LocalDate termEnd,
            String forUseBy,
            boolean nspProvision,
            @Nullable Boolean acceptsCalCard,
            @Nullable Boolean travelAllowed,
            @Nullable BigDecimal stateOrderLimit,
            List<String> productCodes,
            List<String> categories,
            List<ListedCertification> listedCertifications,
            @Nullable BaseContract baseContract,
            Instant recordedAt,
            @Nullable String changeNote,
            List<Warning> warnings) {}

    record StatusSince(String status, LocalDate effectiveOn) {}

    record ListedCertification(String type, String number, LocalDate validThrough) {}

    record BaseContract(
            String number,
            String type,
            String holder,
            @Nullable String awardingBody,
            @Nullable LocalDate termStart,
            @Nullable LocalDate termEnd) {}

    record Warning(String rule, String message) {}

    record FieldSources(List<FieldSource> items) {}

    record FieldSource(String field, int supplementNumber, LocalDate effectiveOn, Instant recordedAt) {}

    record Supplements(List<Agreement> items) {}

    record StatusChanges(List<StatusChange> items) {}

    record StatusChange(String status, LocalDate effectiveOn, String reason, Instant recordedAt) {}

    record PriceList(
            LocalDate asOf,
            int supplementNumber,
            LocalDate effectiveFrom,
            int lineCount,
            List<PriceLine> items,
            @Nullable String next) {}

    record PriceLine(
            String itemId,
            String description,
            String unit,
            BigDecimal price,
            @Nullable BigDecimal basePrice,
            @Nullable String kind) {}

    /** @param manifestSha256 of the manifest in the copy's archive */
    record Documents(Completeness completeness, String manifestSha256, List<Document> items) {}

    record Completeness(boolean complete, List<Part> parts) {}

    record Part(String part, String presence, List<Integer> missingSupplements, String warning) {}

    record Document(
            UUID documentId,
            String part,
            int supplementNumber,
            String title,
            @Nullable String mediaType,
            @Nullable Long byteCount,
            @Nullable String sha256,
            @Nullable String link,
            @Nullable LocalDate retrievedOn,
            Instant recordedAt,
            @Nullable DocumentWithdrawal withdrawal) {}

    /** Why a document is no part of the copy any more: its bytes are not given out. */
    record DocumentWithdrawal(String reason, Instant withdrawnAt) {}

    record CalEprocureValues(String contractId, String vendor) {}

    record Contractor(
            String legalName, List<String> formerNames, List<Location> locations, List<Certificate> certificates) {}

    record Location(String name, String street, String city, String state, String zip) {}

    record Certificate(
            String type,
            String number,
            LocalDate validFrom,
            LocalDate validThrough,
            String source,
            LocalDate checkedOn) {}

    /**
     * What a contractor may do, as it was looked up last.
     *
     * @param licensedClasses classes of the licences that are good on the day
     * @param sellersPermitValid null when no permit was looked up
     */
    record Qualified(
            LocalDate asOf,
            List<String> licensedClasses,
            @Nullable Boolean sellersPermitValid,
            Qualifications qualifications) {}

    record Qualifications(
            List<Licence> licences,
            @Nullable SellersPermit sellersPermit,
            List<ManufacturerAuthorization> manufacturerAuthorizations,
            List<AuthorizedReseller> authorizedResellers) {}

    record Licence(
            String number,
            List<String> classes,
            String status,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String source,
            LocalDate checkedOn) {}

    record SellersPermit(
            String number,
            String status,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate closedOn,
            String source,
            LocalDate checkedOn) {}

    record ManufacturerAuthorization(
            String manufacturer,
            @Nullable String products,
            LocalDate authorizedFrom,
            @Nullable LocalDate authorizedThrough,
            String source,
            LocalDate checkedOn) {}

    record AuthorizedReseller(
            String name,
            @Nullable Location location,
            LocalDate authorizedFrom,
            @Nullable LocalDate authorizedThrough) {}

    record ProgramFacts(List<ProgramFact> items) {}

    record ProgramFact(
            String name,
            String requirement,
            String title,
            String value,
            String source,
            LocalDate statedOn,
            @Nullable LocalDate lastCheckedOn) {}

    record AccommodationDate(
            LocalDate event,
            LocalDate askBy,
            int workingDays,
            List<Holiday> holidaysBetween,
            String advice,
            String source) {}

    record Holiday(LocalDate keptOn, String name) {}
}
