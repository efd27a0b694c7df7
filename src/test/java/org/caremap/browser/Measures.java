package org.caremap.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an elder's eyes and fingers need, measured on a page of the server as it is laid out. */
final class Measures {
  private Measures() {}

  /**
   * Whatever falls short, one line each. A link in a sentence is as high as its line (WCAG 2.5.8,
   * "inline"): it stands in the line (display inline) beside words that are no link.
   */
  private static final String SHORTCOMINGS =
      """
      ({smallest, width}) => {
        const short = [];
        const seen = e => e.checkVisibility({visibilityProperty: true, opacityProperty: true})
          && !e.closest('.visually-hidden, .skip, title, desc');
        const named = e => e.tagName.toLowerCase() + '.' + (e.getAttribute('class') || '')
          + ' ' + (e.getAttribute('aria-label') || e.textContent).trim().slice(0, 20);
        for (const e of document.querySelectorAll('body *')) {
          if (!seen(e)) continue;
          const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
          if (!words) continue;
          const s = getComputedStyle(e);
          // Words on a picture grow and turn with it; there is no room on it for larger ones than 18.
          const scale = e.closest('svg') ? Math.hypot(e.getScreenCTM().a, e.getScreenCTM().b) : 1;
          const size = parseFloat(s.fontSize) * scale;
          if (size < (e.closest('svg') ? 18 : smallest) - 0.01) short.push(`type ${size.toFixed(1)}: ${named(e)}`);
          if (e.closest('svg')) continue;
          const line = s.lineHeight === 'normal' ? 0 : parseFloat(s.lineHeight);
          if (line < 1.5 * size - 0.01) short.push(`line ${line} of ${size}: ${named(e)}`);
        }
        const inSentence = e => getComputedStyle(e).display === 'inline'
          && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        for (const e of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
          if (e.type === 'hidden' || inSentence(e)) continue;
          const hit = e.closest('label') || e;
          if (!seen(hit)) continue;
          const box = hit.getBoundingClientRect();
          const needed = e.matches('.button, .row-link') ? 60 : 48;
          if (box.height < needed - 0.01) short.push(`height ${box.height}: ${named(hit)}`);
          if (box.width < 48) short.push(`width ${box.width}: ${named(hit)}`);
        }
        const over = document.documentElement.scrollWidth - width;
        if (over > 0) short.push(`page sideways ${over}`);
        for (const e of document.querySelectorAll('body *')) {
          if (!seen(e) || e.closest('svg') || e.matches('input')) continue;
          const s = getComputedStyle(e);
          const hidden = e.scrollWidth - e.clientWidth;
          if (s.display === 'inline' || hidden <= 1 || s.overflowX === 'visible') continue;
          // What slides has to slide by keyboard too, and to say what it is.
          const slides = ['auto', 'scroll'].includes(s.overflowX) && e.tabIndex === 0
            && (e.getAttribute('aria-label') || e.getAttribute('aria-labelledby'));
          if (!slides) short.push(`cut off ${hidden}: ${named(e)}`);
          // Beside a column that stays there has to be room for a whole column that moves.
          for (const row of slides ? e.querySelectorAll('tr') : []) {
            const [first, ...others] = row.children;
            const stays = getComputedStyle(first).position === 'sticky'
              && getComputedStyle(row).display === 'table-row' ? first.offsetWidth : 0;
            for (const cell of others) {
              if (cell.offsetWidth > e.clientWidth - stays) {
                short.push(`column ${cell.offsetWidth} in ${e.clientWidth - stays}: ${named(cell)}`);
              }
            }
          }
        }
        return [...new Set(short)];
      }""";

  /** Everything that can be operated and everything that shows no focus when it has it. */
  private static final String CONTROLS =
      """
      () => {
        const radios = new Set();
        let count = 0;
        for (const e of document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')) {
          if (e.type === 'hidden' || !(e.matches('.skip') || e.checkVisibility())) continue;
          // One stop for a group of radio buttons: arrow keys go on from there.
          if (e.type === 'radio' && radios.has(e.name)) continue;
          if (e.type === 'radio') radios.add(e.name);
          count++;
        }
        return count;
      }""";

  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return null;
        const key = [...document.querySelectorAll('*')].indexOf(e);
        const s = getComputedStyle(e);
        const box = e.getBoundingClientRect();
        const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth
          && box.top < innerHeight && box.width > 0 && box.height > 0;
        const marked = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
        return {key, inside, marked, name: e.tagName + ' ' + e.textContent.trim().slice(0, 20)};
      }""";

  /**
   * What falls short on the page as it stands.
   *
   * @param smallestPixels that any type may have, in CSS pixels
   * @param width of the screen in CSS pixels; the browser of a phone would make it fit what sticks
   *     out
   */
  static List<String> shortcomings(Page page, int smallestPixels, int width) {
    return ((List<?>)
            page.evaluate(SHORTCOMINGS, Map.of("smallest", smallestPixels, "width", width)))
        .stream().map(String.class::cast).toList();
  }

  /** Tabs once round the page; what is not reached, not marked or out of sight is returned. */
  static List<String> tabRound(Page page) {
    int controls = ((Number) page.evaluate(CONTROLS)).intValue();
    List<Object> reached = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (int i = 0; i <= controls; i++) {
      page.keyboard().press("Tab");
      Map<?, ?> focused = (Map<?, ?>) page.evaluate(FOCUSED);
      if (focused == null || reached.contains(focused.get("key"))) {
        break;
      }
      reached.add(focused.get("key"));
      if (!Boolean.TRUE.equals(focused.get("marked"))) {
        lacking.add("no mark on " + focused.get("name"));
      }
      if (!Boolean.TRUE.equals(focused.get("inside"))) {
        lacking.add("out of sight: " + focused.get("name"));
      }
    }
    if (reached.size() != controls) {
      lacking.add("Tab reached " + reached.size() + " of " + controls);
    }
    return lacking;
  }
}
