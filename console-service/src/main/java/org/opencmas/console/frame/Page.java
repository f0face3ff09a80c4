package org.opencmas.console.frame;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** What the layout asks about the page it frames: who reads it, which menu they get, which entry is current, and the addresses of styles and scripts. In a template: {@code inject:page}. */
@RequestScoped
@Named("page")
public class Page {
    private final RoutingContext request;
    private final Assets assets;

    Page(RoutingContext request, Assets assets) {
        this.request = request;
        this.assets = assets;
    }

    public Reader reader() {
        return Reader.PUBLIC;
    }

    /** Returns the sections of the menu that the reader may see. */
    public List<Menu.Section> menu() {
        return Menu.of(reader());
    }

    /** Tells whether an entry's address is the page's, or the page lies beneath it. */
    public boolean isCurrent(String address) {
        String path = request.normalizedPath();
        return path.equals(address) || (!address.equals("/") && path.startsWith(address + "/"));
    }

    /** Returns the address of one of the console's own files, which changes when the file does. */
    public String asset(String path) {
        return assets.address(path);
    }
}
