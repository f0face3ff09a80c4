package org.opencmas.console.agreement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.opencmas.console.client.Registry;
import org.opencmas.console.client.Registry.Documents;
import org.opencmas.console.client.department.AgreementDocuments;
import org.opencmas.console.client.department.AgreementDocuments.NewDocumentWithdrawal;
import org.opencmas.console.client.department.AgreementDocuments.NewReference;
import org.opencmas.console.client.department.AgreementDocuments.ObtainedCopies;
import org.opencmas.console.client.department.AgreementDocuments.ObtainedCopy;
import org.opencmas.console.frame.Page;
import org.opencmas.console.frame.Panel;
import org.opencmas.console.frame.Panels;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.frame.fault.ServiceProblem;
import org.opencmas.console.frame.field.Address;
import org.opencmas.console.frame.field.Figures;
import org.opencmas.console.frame.field.Inputs;
import org.opencmas.console.frame.field.Refusals;
import org.opencmas.console.order.Names;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/**
 * The copy of an agreement (CON-COPY-COMPLETE): its five parts with what is held, referenced or missing, and each document with its hash. An analyst files documents and
 * takes wrong ones out; an agency has written down which copy it got (CON-COPY-OBTAINED).
 */
@Path("/agreements/{number}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class AgreementCopyResource {
    private static final int LINK_LONGEST = 2_000;
    private static final int REASON_LONGEST = 500;
    private static final Set<String> GETS_COPIES = Set.of(Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER);
    private static final Set<String> SEES_COPIES = Set.of(
            Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER, Roles.DGS_ANALYST, Roles.COMPLIANCE_REVIEWER, Roles.AUDITOR);
    /** The form's field for each that the registry names otherwise: both of its forms are on one page. */
    private static final Map<String, String> OF_FILE =
            Map.of("part", "file.part", "supplement", "file.supplement", "title", "file.title");

    private static final Map<String, String> OF_LINK = Map.of(
            "/part", "link.part",
            "/supplementNumber", "link.supplement",
            "supplement", "link.supplement",
            "/title", "link.title",
            "/link", "link.link",
            "/retrievedOn", "link.retrievedOn");

    private final Registry registry;
    private final AgreementDocuments documents;
    private final Names names;
    private final Panels panels;
    private final Page page;

    AgreementCopyResource(
            @RestClient Registry registry,
            @RestClient AgreementDocuments documents,
            Names names,
            Panels panels,
            Page page) {
        this.registry = registry;
        this.documents = documents;
        this.names = names;
        this.panels = panels;
        this.page = page;
    }

    /** The parts of a complete copy, in the guide's order. */
    enum Part {
        COVER_PAGES("1. Cover pages: signature page, ordering instructions, special provisions, attachments"),
        TERMS_AND_CONDITIONS("2. CMAS terms and conditions"),
        BASE_CONTRACT_TERMS("3. Terms of the federal GSA or other base contract"),
        LISTING_AND_PRICES("4. Listing of products and services, with prices"),
        SUPPLEMENTS("5. Supplements, if there are any");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Returns what the page calls a part that the registry names; its name where it is one that came later. */
        static String labelOf(String name) {
            for (Part part : values()) {
                if (part.name().equals(name)) {
                    return part.label;
                }
            }
            return name;
        }
    }

    /**
     * The copy on its page.
     *
     * @param copies what agencies got of it; null for a reader whom that is not for
     * @param agencies their names, by id
     * @param mayFile whether the reader keeps the documents
     * @param mayGet whether the reader's agency can have a copy written down as got
     */
    record Sheet(
            String number,
            Documents documents,
            @Nullable Panel<ObtainedCopies> copies,
            Map<UUID, String> agencies,
            boolean mayFile,
            boolean mayGet) {
        public String labelOf(String part) {
            return Part.labelOf(part);
        }

        /** Returns the field for why a document is taken out. */
        public String reasonOf(UUID documentId) {
            return "reason." + documentId;
        }

        /** Returns the agency's name, its id where no name is known. */
        public String agency(ObtainedCopy copy) {
            return agencies.getOrDefault(copy.agencyId(), copy.agencyId().toString());
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance copy(Sheet sheet, Inputs inputs, Part[] parts, UUID key);
    }

    @GET
    @Path("documents")
    public TemplateInstance copy(@PathParam("number") String number) {
        return shown(sheet(number), Inputs.of(Map.of()));
    }

    /** Holds a document. */
    @POST
    @Path("documents/file")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TemplateInstance> file(
            @PathParam("number") String number,
            @RestForm("file.part") @DefaultValue("") String part,
            @RestForm("file.supplement") @DefaultValue("") String supplement,
            @RestForm("file.title") @DefaultValue("") String title,
            @RestForm("key") @DefaultValue("") String key,
            @RestForm("file.content") @Nullable FileUpload sent) {
        var inputs = Inputs.of(Map.of(
                "file.part", List.of(part),
                "file.supplement", List.of(supplement),
                "file.title", List.of(title)));
        inputs.name("file.content", "The file");
        Place place = Place.of(inputs, "file.");
        if (sent == null || sent.fileName() == null || sent.fileName().isEmpty()) {
            inputs.wrong("file.content", "must be chosen.");
        }
        return done(
                number,
                inputs,
                OF_FILE,
                () -> documents.uploadAgreementDocument(
                        number,
                        place.part(),
                        place.supplement(),
                        place.title(),
                        key.isBlank() ? UUID.randomUUID().toString() : key,
                        Objects.requireNonNull(sent).uploadedFile()));
    }

    /** Records a document that is elsewhere, with the day on which it was seen there. */
    @POST
    @Path("documents/references")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> refer(
            @PathParam("number") String number, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        inputs.name("link.link", "Web address");
        inputs.name("link.retrievedOn", "Seen there on");
        Place place = Place.of(inputs, "link.");
        String link = inputs.text("link.link", LINK_LONGEST);
        if (link.isEmpty()) {
            inputs.wrong("link.link", "must be the address at which it is, such as https://caleprocure.ca.gov/.");
        }
        var seen = inputs.day("link.retrievedOn");
        if (seen.isEmpty()) {
            inputs.wrong("link.retrievedOn", "must be the day on which somebody saw it there.");
        }
        return done(
                number,
                inputs,
                OF_LINK,
                () -> documents.referToAgreementDocument(
                        number,
                        inputs.value("key"),
                        new NewReference(place.part(), place.supplement(), place.title(), link, seen.orElse(null))));
    }

    /** Takes a document out of the copy for good. */
    @POST
    @Path("documents/{documentId}/withdrawal")
    @SignedIn(Roles.DGS_ANALYST)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> withdraw(
            @PathParam("number") String number,
            @PathParam("documentId") String documentId,
            MultivaluedMap<String, String> form) {
        UUID id = AgreementDocumentResource.id(documentId);
        var inputs = Inputs.of(form);
        String field = "reason." + id;
        inputs.name(field, "Why it is taken out");
        String reason = inputs.paragraphs(field, REASON_LONGEST);
        if (reason.isEmpty()) {
            inputs.wrong(field, "must say why it is no part of the copy, for the record.");
        }
        return done(
                number,
                inputs,
                Map.of("/reason", field),
                () -> documents.withdrawAgreementDocument(
                        number, id, inputs.value("key"), new NewDocumentWithdrawal(reason)));
    }

    /** Writes down that the reader's agency gets the copy as it is now. */
    @POST
    @Path("copies")
    @SignedIn({Roles.AGENCY_BUYER, Roles.AGENCY_APPROVER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<TemplateInstance> get(@PathParam("number") String number, MultivaluedMap<String, String> form) {
        var inputs = Inputs.of(form);
        return done(number, inputs, Map.of(), () -> documents.obtainAgreementCopy(number, inputs.value("key")));
    }

    private RestResponse<TemplateInstance> done(
            String number, Inputs inputs, Map<String, String> called, Runnable act) {
        if (inputs.isFine()) {
            try {
                act.run();
                return RestResponse.seeOther(
                        URI.create(Address.of("agreements", number, "documents").toString()));
            } catch (ServiceProblem problem) {
                Sheet sheet = sheet(number);
                String supplement = called.getOrDefault("supplement", "");
                if (problem.status() == 404 && !supplement.isEmpty()) {
                    // The agreement is there, or its sheet would not be: it is the supplement that is not.
                    inputs.wrong(supplement, "is none of this agreement.");
                } else {
                    Refusals.intoFields(inputs, problem, called);
                }
                return answer(sheet, inputs);
            }
        }
        return answer(sheet(number), inputs);
    }

    private RestResponse<TemplateInstance> answer(Sheet sheet, Inputs inputs) {
        return RestResponse.status(RestResponse.Status.BAD_REQUEST, shown(sheet, inputs));
    }

    private static TemplateInstance shown(Sheet sheet, Inputs inputs) {
        return Templates.copy(sheet, inputs, Part.values(), UUID.randomUUID());
    }

    private Sheet sheet(String number) {
        var reader = page.reader();
        Panel<Documents> asked = panels.ask(Registry.NAME, () -> registry.documents(number));
        Panel<ObtainedCopies> copies = reader.isSignedIn() && reader.holdsOneOf(SEES_COPIES)
                ? panels.ask(Registry.NAME, () -> documents.listAgreementCopies(number))
                : null;
        if (asked.isMissing()) {
            throw new NoSuchPage("There is no agreement with this number.");
        }
        boolean mayGet = reader.isSignedIn() && reader.holdsOneOf(GETS_COPIES);
        return new Sheet(
                number,
                asked.value(),
                copies,
                copies == null || mayGet || !copies.isThere()
                        ? Map.of()
                        : names.agencies(copies.value().items().stream()
                                .map(ObtainedCopy::agencyId)
                                .toList()),
                reader.roles().contains(Roles.DGS_ANALYST),
                mayGet);
    }

    /**
     * Where a document belongs.
     *
     * @param supplement the one it came with; 0 is the original
     * @param title what a reader finds it by
     */
    private record Place(String part, int supplement, String title) {
        /** @param form how the names of the form's fields begin */
        static Place of(Inputs inputs, String form) {
            inputs.name(form + "part", "Part of the copy");
            inputs.name(form + "supplement", "Supplement");
            inputs.name(form + "title", "Title");
            var part = inputs.choice(form + "part", Part.class);
            if (part.isEmpty()) {
                inputs.wrong(form + "part", "must be chosen.");
            }
            int supplement = Figures.count(inputs, form + "supplement").orElse(0);
            if (supplement == 0 && part.isPresent() && part.get() == Part.SUPPLEMENTS) {
                inputs.wrong(form + "supplement", "must be the number of the supplement, from 1 on.");
            }
            String title = inputs.text(form + "title");
            if (title.isEmpty()) {
                inputs.wrong(form + "title", "must say what it is, such as Signature page.");
            }
            return new Place(part.map(Part::name).orElse(""), supplement, title);
        }
    }
}
