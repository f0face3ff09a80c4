package org.opencmas.local.browser.window;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What axe finds against WCAG 2.2 AA in a page as it is now. It is put into a document once and asked for its violations alone: to bring it in
 * anew for each look, and to have every node written down that passes, takes four times as long and finds the same. The pages hold no frames,
 * which would have to be looked at one by one.
 */
final class Axe {
    private static final String PUT_IN = "() => {" + AxeBuilder.getAxeScript() + "}";
    private static final Map<String, Object> VIOLATIONS = Map.of(
            "runOnly",
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")),
            "resultTypes",
            List.of("violations"));
    /** Each rule that is broken, with the first three places. */
    private static final String ASK = """
            async ([parts, options]) => {
              if (document.querySelector('iframe, frame')) {
                return ['a frame, which is not looked into'];
              }
              const found = await axe.run(parts.length ? {include: parts.map(part => [part])} : document, options);
              return found.violations.map(rule => rule.id + ': ' + rule.help + ' at '
                  + rule.nodes.slice(0, 3).map(node => node.target + ' ' + node.html).join(', '));
            }""";

    private Axe() {}

    /**
     * Each violation as its rule, what it says and the first three places.
     *
     * @param parts those of the page that are looked at, as selectors; all of it when there is none
     */
    static List<String> violations(Page page, String... parts) {
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(PUT_IN);
        }
        List<?> found = (List<?>) page.evaluate(ASK, List.of(List.of(parts), VIOLATIONS));
        return found.stream().map(String::valueOf).toList();
    }
}
