package org.opencmas.console.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The menus as HTML. A menu depends on nothing but its sections and the entry that is current, and is more than half of what a small page would have to render: each is rendered when it is
 * first asked for, and kept. There are as many as sections can go together, times entries: no address that somebody makes up adds one.
 */
@ApplicationScoped
class RenderedMenus {
    private final Map<Shown, RawString> rendered = new ConcurrentHashMap<>();

    RenderedMenus() {}

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance menu(List<Menu.Section> sections, String current, boolean signedIn);
    }

    private record Shown(List<String> sections, String current, boolean signedIn) {}

    /** Returns a reader's menu on the page of a path. */
    RawString of(Reader reader, String path) {
        List<Menu.Section> sections = Menu.of(reader);
        var shown = new Shown(
                sections.stream().map(Menu.Section::title).toList(), Menu.current(sections, path), reader.isSignedIn());
        RawString menu = rendered.get(shown);
        if (menu == null) {
            menu = new RawString(
                    Templates.menu(sections, shown.current(), shown.signedIn()).render());
            rendered.put(shown, menu);
        }
        return menu;
    }
}
