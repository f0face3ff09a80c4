package org.opencmas.local.browser.window;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * What axe finds against WCAG 2.2 AA in a page as it is now. It is put into a document once and asked for its violations alone: to bring it in
 * anew for each look, and to have every node written down that passes, takes four times as long and finds the same. The pages hold no frames,
 * which would have to be looked at one by one.
 *
 * <p>Contrast, which takes most of the time, is looked at once for all elements that are painted alike: in the same colours and letters, on the same backgrounds, and
 * equally to be seen. A table of hundreds of rows has some twenty ways to be painted.
 */
final class Axe {
    private static final String PUT_IN = "() => {" + AxeBuilder.getAxeScript() + "}";

    /** Each rule that is broken, with the first three places. */
    private static final String ASK = """
            async parts => {
              if (document.querySelector('iframe, frame')) {
                return ['a frame, which is not looked into'];
              }
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const contrast = 'color-contrast';

              const known = new Set();
              const painted = [];
              const look = (element, beneath) => {
                const style = getComputedStyle(element);
                if (style.display === 'none') {
                  return;
                }
                const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.filter,
                    style.mixBlendMode, style.position].join();
                const plain = 'rgba(0, 0, 0, 0),none,1,none,normal,static';
                const within = own === plain ? beneath : beneath + own + ';';
                const isText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
                if (isText || element.matches('input, select, textarea')) {
                  const box = element.getBoundingClientRect();
                  const isSeen = box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0;
                  const isOff = element.closest(':disabled, [aria-disabled="true"]') || element.closest('label')?.control?.disabled;
                  const key = [within, style.color, style.fill, style.fontSize, style.fontWeight, style.textShadow,
                      style.visibility, isSeen, Boolean(isOff)].join();
                  if (!known.has(key)) {
                    known.add(key);
                    painted.push(element);
                  }
                }
                for (const child of element.children) {
                  look(child, within);
                }
              };
              const whole = parts.length ? document.querySelectorAll(parts.join()) : [document.body];
              whole.forEach(part => look(part, ''));

              const found = [];
              const ask = async (where, options) => {
                const answer = await axe.run(where, {...options, resultTypes: ['violations']});
                found.push(...answer.violations);
              };
              await ask(parts.length ? {include: parts.map(part => [part])} : document,
                  {runOnly: {type: 'tag', values: tags}, rules: {[contrast]: {enabled: false}}});
              if (painted.length) {
                await ask({include: painted}, {preload: false, runOnly: {type: 'rule', values: [contrast]}});
              }
              return found.map(rule => rule.id + ': ' + rule.help + ' at '
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
        List<?> found = (List<?>) page.evaluate(ASK, List.of(parts));
        return found.stream().map(String::valueOf).toList();
    }
}
