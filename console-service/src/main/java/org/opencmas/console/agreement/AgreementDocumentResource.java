package org.opencmas.console.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.opencmas.console.client.Registry;
import org.opencmas.console.frame.field.Ids;

/** An agreement's documents as files. They are always kept, never shown by the browser: what they hold was made elsewhere. */
@Path("/agreements/{number}")
@PermitAll
@Produces(MediaType.APPLICATION_OCTET_STREAM)
public class AgreementDocumentResource {
    private final Registry registry;

    AgreementDocumentResource(@RestClient Registry registry) {
        this.registry = registry;
    }

    @GET
    @Path("documents/{documentId}")
    public Response document(@PathParam("number") String number, @PathParam("documentId") String documentId) {
        return file(registry.documentContent(number, id(documentId)));
    }

    /** The whole copy with its manifest, as one ZIP file. */
    @GET
    @Path("documents.zip")
    public Response archive(@PathParam("number") String number) {
        return file(registry.documentArchive(number));
    }

    private static Response file(Response answer) {
        String disposition = answer.getHeaderString("Content-Disposition");
        return Response.ok(answer.readEntity(InputStream.class), MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        "Content-Disposition",
                        disposition == null ? "attachment" : disposition.replaceFirst("^inline", "attachment"))
                .build();
    }

    static UUID id(String text) {
        return Ids.of(text, "There is no such document.");
    }
}
