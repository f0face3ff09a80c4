package org.opencmas.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.opencmas.problem.Forbidden;
import org.opencmas.terms.Roles;

/**
 * Who sends the request being handled, as its bearer token tells. A request without a token is {@linkplain
 * #isAnonymous() anonymous}: public reading needs none.
 */
@RequestScoped
public class Caller {
    public static final String ANONYMOUS = "anonymous";
    private static final String AGENCY = "agency_id";
    private static final String CONTRACTOR = "contractor_id";

    /** The claims that bind a caller to its own rows; attributes of its identity, see {@link VerifiedTokens}. */
    static final List<String> BINDING_CLAIMS = List.of(AGENCY, CONTRACTOR);

    private final SecurityIdentity identity;

    protected Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether the request carries no token. */
    public boolean isAnonymous() {
        return identity.isAnonymous();
    }

    /** The token's {@code sub}: stable for ever, of no meaning to a person; "anonymous" without a token. */
    public String subject() {
        return token().map(JsonWebToken::getSubject).orElse(ANONYMOUS);
    }

    /** The name a person would recognise: user name or client id; "anonymous" without a token. */
    public String name() {
        return token().map(JsonWebToken::getName).orElse(ANONYMOUS);
    }

    /** The realm roles of the token; empty without a token. */
    public Set<String> roles() {
        return identity.getRoles();
    }

    /** @param role one of {@link Roles} */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller sees the rows of every agency and every contractor: DGS, reviewers of compliance and auditors. */
    public boolean seesAll() {
        return has(Roles.DGS_ANALYST)
                || has(Roles.DGS_APPROVER)
                || has(Roles.COMPLIANCE_REVIEWER)
                || has(Roles.AUDITOR);
    }

    /** The one agency the caller acts for, claim {@code agency_id}; empty for a caller that is bound to no agency. */
    public Optional<UUID> agencyId() {
        return uuidClaim(AGENCY);
    }

    /** The one contractor the caller acts for, claim {@code contractor_id}; empty for a caller bound to none. */
    public Optional<UUID> contractorId() {
        return uuidClaim(CONTRACTOR);
    }

    /** The id under which this request is logged and answered; see {@link RequestIds}. */
    public String requestId() {
        return RequestIds.current();
    }

    private Optional<UUID> uuidClaim(String name) {
        String raw = identity.getAttribute(name);
        try {
            return Optional.ofNullable(raw).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new Forbidden("The token's claim " + name + " is not a UUID.");
        }
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }
}
