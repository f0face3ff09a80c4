package org.opencmas.console.frame;

import io.quarkus.qute.RawString;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What the layout asks about the page it frames: who reads it, which menu they get, and the addresses of styles and scripts. In a template: {@code inject:page}. */
@RequestScoped
@Named("page")
public class Page {
    private static final int LONGEST_ADDRESS = 1_000;

    private final RoutingContext request;
    private final SecurityIdentity identity;
    private final Assets assets;
    private final RenderedMenus menus;
    private final Duration idleLimit;
    private @Nullable Reader reader;

    Page(
            RoutingContext request,
            SecurityIdentity identity,
            Assets assets,
            RenderedMenus menus,
            @ConfigProperty(name = "cmas.console.session-idle-limit") Duration idleLimit) {
        this.request = request;
        this.identity = identity;
        this.assets = assets;
        this.menus = menus;
        this.idleLimit = idleLimit;
    }

    /** Returns who reads the page; a template asks it many times. */
    public Reader reader() {
        if (reader == null) {
            reader = whoReads();
        }
        return reader;
    }

    private Reader whoReads() {
        if (identity.isAnonymous()) {
            return Reader.PUBLIC;
        }
        String name =
                identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("name") instanceof String full
                        ? full
                        : identity.getPrincipal().getName();
        return new Reader(
                claim("sub"),
                identity.getPrincipal().getName(),
                name,
                identity.getRoles(),
                claim("contractor_id"),
                claim("agency_id"));
    }

    private String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(name) instanceof String value
                ? value
                : "";
    }

    /** Returns the address of this page, for the way back after a sign-in; the first page's where it is too long to repeat. */
    public String address() {
        String address = request.request().uri();
        return address.length() <= LONGEST_ADDRESS ? address : "/";
    }

    /** Returns how many minutes a session lasts that nobody uses. */
    public long idleMinutes() {
        return idleLimit.toMinutes();
    }

    /** Returns the menu of what the reader may see, as HTML; the page's own entry is marked in it. */
    public RawString menu() {
        return menus.of(reader(), request.normalizedPath());
    }

    /** Returns the address of one of the console's own files, which changes when the file does. */
    public String asset(String path) {
        return assets.address(path);
    }
}
