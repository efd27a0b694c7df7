import type { BoardKey } from '../i18n/board-zh';
import { fill, h } from '../ui/dom';
import type { BoardContext } from './context';
import { type Level, levels } from './state';

const names: Record<Level, BoardKey> = {
  county: 'level.county',
  town: 'level.town',
  community: 'level.community',
};

/** The way down so far, and the level that is listed. */
export function levelBar(
  context: BoardContext,
  nameOf: (code: string) => Promise<{ name: string; parent: string | null } | null>,
): HTMLElement {
  const { tr, store } = context;
  const { t } = tr;
  const { area, level } = store.state;
  const crumbs = h('ol', { class: 'crumbs', tabindex: -1 });
  const crumb = (label: string, go: (() => void) | null) =>
    h(
      'li',
      {},
      go
        ? h('button', { type: 'button', class: 'link', onclick: go }, label)
        : h('span', { 'aria-current': 'true' }, label),
    );
  const everything = () => store.go({ area: null, chosen: null });
  fill(crumbs, crumb(t('level.all'), area === null ? null : everything));
  if (area !== null) {
    void wayTo(area, nameOf).then((way) => {
      if (store.state.area !== area) return;
      fill(
        crumbs,
        crumb(t('level.all'), everything),
        ...way.map(({ code, name }) =>
          crumb(name, code === area ? null : () => store.go({ area: code, chosen: null })),
        ),
      );
    });
  }
  return h(
    'div',
    { class: 'level-bar' },
    h('div', { role: 'navigation', 'aria-label': t('level.way') }, crumbs),
    h(
      'div',
      { class: 'level-buttons', role: 'group', 'aria-label': t('level.title') },
      ...levels.map((one) =>
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-pressed': String(one === level),
            'data-testid': `board-level-${one}`,
            onclick: () => store.go({ level: one, chosen: null }),
          },
          t(names[one]),
        ),
      ),
    ),
  );
}

/** Names from the largest area down to this one; as far as they are known. */
export async function wayTo(
  area: string,
  nameOf: (code: string) => Promise<{ name: string; parent: string | null } | null>,
): Promise<{ code: string; name: string }[]> {
  const way: { code: string; name: string }[] = [];
  let code: string | null = area;
  // Levels are few; a ring of parents in somebody's data must not be followed for ever.
  for (let step = 0; code !== null && step < 8; step++) {
    const found: { name: string; parent: string | null } | null = await nameOf(code).catch(
      () => null,
    );
    way.unshift({ code, name: found?.name ?? code });
    code = found?.parent ?? null;
  }
  return way;
}
