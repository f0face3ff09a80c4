package org.opencmas.registry.productcode;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.opencmas.http.Cursor;
import org.opencmas.http.Page;
import org.opencmas.http.Paging;
import org.opencmas.problem.body.CheckedBody;
import org.opencmas.problem.body.FieldReader;
import org.opencmas.terms.Identifier;
import org.opencmas.terms.Roles;

/** Titles of product codes over HTTP. */
@Path("/v1/product-codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Product codes")
class ProductCodeResource {
    private final ProductCodes codes;
    private final Clock clock;

    ProductCodeResource(ProductCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /** The words that stand for a code. */
    @Schema(name = "NewProductCodeTitle")
    record Title(@NotBlank @Size(max = 200) String title) implements CheckedBody {
        @Override
        public void check(FieldReader fields, LocalDate today) {
            if (title != null && Identifier.isBlank(title)) {
                fields.fault("/title", "must not be blank");
            }
        }
    }

    /** A code with its title. */
    @Schema(name = "ProductCodeView")
    record CodeView(String code, String title, Instant recordedAt) {
        static CodeView of(ProductCode code) {
            return new CodeView(code.code(), code.title(), code.recordedAt());
        }
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed(Roles.DGS_ANALYST)
    @Transactional
    @Operation(operationId = "entitleProductCode", summary = "Give a code its title; the last one counts")
    public CodeView entitle(@Size(min = 1, max = 40) String code, @NotNull @Valid Title body) {
        var fields = new FieldReader();
        Identifier.fault(code).ifPresent(fault -> fields.fault("code", fault));
        body.check(fields, LocalDate.now(clock));
        fields.requireNoFaults();
        var spelled = Identifier.of(code);
        Optional<ProductCode> known = codes.known(spelled);
        known.ifPresent(one -> one.entitle(body.title(), clock.instant()));
        return CodeView.of(known.orElseGet(() -> added(spelled, body.title())));
    }

    private ProductCode added(Identifier code, String title) {
        var added = new ProductCode(code.text(), title, clock.instant());
        codes.persist(added);
        return added;
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(operationId = "listProductCodes", summary = "The codes that have titles, by code")
    public Page<CodeView> list(@BeanParam Paging paging) {
        int count = paging.count();
        String after = paging.after(1).map(each -> each.keys().getFirst()).orElse("");
        return paging.page(
                codes.after(after, count).stream().map(CodeView::of).toList(), view -> Cursor.of(view.code()));
    }
}
