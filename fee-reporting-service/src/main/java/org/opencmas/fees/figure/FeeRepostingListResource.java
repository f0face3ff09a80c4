package org.opencmas.fees.figure;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.fees.figure.FeeRepostingResource.RepostingView;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.terms.Roles;

/** All repostings, so that one is found again whose address nobody kept. */
@Path("/v1/fee-repostings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rates")
class FeeRepostingListResource {
    private final FeeRepostings repostings;
    private final DataSource dataSource;

    FeeRepostingListResource(FeeRepostings repostings, DataSource dataSource) {
        this.repostings = repostings;
        this.dataSource = dataSource;
    }

    @GET
    @RolesAllowed({Roles.DGS_ANALYST, Roles.DGS_APPROVER, Roles.AUDITOR})
    @Operation(
            operationId = "listFeeRepostings",
            summary = "The repostings of orders whose rate has changed, newest first")
    public Page<RepostingView> list(@BeanParam Paging paging) throws SQLException {
        UUID before = paging.after(1).map(cursor -> cursor.id(0)).orElse(FeeRepostings.LAST_OF_ALL);
        try (Connection connection = dataSource.getConnection()) {
            List<RepostingView> found = repostings.listed(connection, before, paging.count()).stream()
                    .map(RepostingView::of)
                    .toList();
            return paging.page(found, one -> Cursor.of(one.repostingId().toString()));
        }
    }
}
