package org.opencmas.console.order;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.opencmas.console.client.Orders;
import org.opencmas.console.frame.fault.NoSuchPage;
import org.opencmas.console.session.SignedIn;
import org.opencmas.terms.Roles;

/** The procurement file of an order to take away: as a whole, or the order's paper out of it. */
@Path("/orders/{orderId}")
@PermitAll
@SignedIn({
    Roles.AGENCY_BUYER,
    Roles.AGENCY_APPROVER,
    Roles.DGS_ANALYST,
    Roles.DGS_APPROVER,
    Roles.COMPLIANCE_REVIEWER,
    Roles.AUDITOR
})
public class OrderFileResource {
    private final Orders orders;

    OrderFileResource(@RestClient Orders orders) {
        this.orders = orders;
    }

    @GET
    @Path("/file")
    @Produces("application/zip")
    public RestResponse<byte[]> file(@PathParam("orderId") String orderId) {
        UUID id = OrderResource.id(orderId);
        return download(orders.getOrderFile(id).getEntity(), "application/zip", "attachment", "order-" + id + ".zip");
    }

    @GET
    @Path("/paper")
    @Produces("application/pdf")
    public RestResponse<byte[]> paper(@PathParam("orderId") String orderId) {
        UUID id = OrderResource.id(orderId);
        byte[] paper = paperIn(orders.getOrderFile(id).getEntity())
                .orElseThrow(() -> new NoSuchPage("This order has no paper yet."));
        return download(paper, "application/pdf", "inline", "order-" + id + ".pdf");
    }

    private static RestResponse<byte[]> download(byte[] content, String type, String disposition, String name) {
        return RestResponse.ResponseBuilder.ok(content)
                .header("Content-Type", type)
                .header("Content-Disposition", disposition + "; filename=\"" + name + "\"")
                .build();
    }

    /** The paper of the latest version that went out: versions stand in the file in their order. */
    private static Optional<byte[]> paperIn(byte[] archive) {
        Optional<byte[]> paper = Optional.empty();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".pdf")) {
                    paper = Optional.of(zip.readAllBytes());
                }
            }
            return paper;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
