import { ProblemError } from '../api/http';
import { type LonLat, roundToMeter } from '../geo/lonlat';
import { dialable, wholeMinutes } from '../i18n/format';
import { type Child, fill, h } from '../ui/dom';
import type { AdviserApi, Desk, Hit } from './api';
import type { Texts } from './texts';

/** What went wrong, in words. */
export function troubleText(error: unknown, { t }: Texts): string {
  return error instanceof ProblemError
    ? t('error.server', { detail: error.detail })
    : t('error.network');
}

/** The part of the page that finds the nearest adviser's desk. It knows no answers. */
export function deskSection(texts: Texts, api: AdviserApi): HTMLElement {
  const { t } = texts;
  const out = h('div', { class: 'desks', 'data-testid': 'desks', role: 'status' });
  const input = h('input', {
    id: 'desk-search',
    type: 'search',
    autocomplete: 'off',
    'data-testid': 'desk-search',
  });
  let round = 0;

  /** Shows what comes of a question, unless another one was asked meanwhile. */
  async function show<T>(ask: Promise<T>, view: (found: T) => Child[], again: () => void) {
    const mine = ++round;
    fill(out, h('p', {}, t('desk.searching')));
    try {
      const found = await ask;
      if (mine === round) fill(out, ...view(found));
    } catch (error) {
      if (mine !== round) return;
      fill(
        out,
        h('p', { class: 'notice warn' }, troubleText(error, texts)),
        h('button', { type: 'button', class: 'button', onclick: again }, t('again')),
      );
    }
  }

  function near(place: LonLat): void {
    void show(
      api.desks(place),
      (desks) =>
        desks.length > 0
          ? desks.map((desk) => deskCard(desk, texts))
          : [h('p', { class: 'notice' }, t('desk.none'))],
      () => near(place),
    );
  }

  function search(): void {
    const q = input.value.trim();
    if (q === '') {
      input.focus();
      return;
    }
    void show(api.search(q), (hits) => hitList(hits, q, texts, near), search);
  }

  function locate(): void {
    if (!window.isSecureContext) {
      fill(out, h('p', { class: 'notice' }, t('desk.insecure')));
      return;
    }
    const mine = ++round;
    fill(out, h('p', {}, t('desk.searching')));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        if (mine === round) near(roundToMeter({ lon: coords.longitude, lat: coords.latitude }));
      },
      () => {
        if (mine === round) fill(out, h('p', { class: 'notice' }, t('desk.denied')));
      },
      { enableHighAccuracy: true, maximumAge: 60_000 },
    );
  }

  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'desk-heading' },
    h('h2', { id: 'desk-heading' }, t('desk')),
    h('p', { class: 'no-print' }, t('desk.intro')),
    h(
      'button',
      {
        type: 'button',
        class: 'button primary no-print',
        'data-testid': 'desk-locate',
        onclick: locate,
      },
      t('desk.locate'),
    ),
    h(
      'form',
      {
        class: 'search no-print',
        role: 'search',
        onsubmit: (event) => {
          event.preventDefault();
          search();
        },
      },
      h('label', { for: 'desk-search' }, t('desk.search')),
      input,
      h('button', { type: 'submit', class: 'button' }, t('desk.searchButton')),
    ),
    out,
    h('a', { class: 'button no-print', href: './#need=adviser' }, t('desk.all')),
  );
}

function hitList(hits: readonly Hit[], q: string, { t }: Texts, go: (place: LonLat) => void) {
  if (hits.length === 0) return [h('p', { class: 'notice' }, t('desk.noHits', { text: q }))];
  return [
    h('p', {}, t('desk.hits')),
    h(
      'ul',
      { class: 'hits' },
      ...hits.map((hit) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', class: 'button', onclick: () => go(hit) },
            hit.detail ? `${hit.name} · ${hit.detail}` : hit.name,
          ),
        ),
      ),
    ),
  ];
}

function deskCard({ facility, seconds }: Desk, { t }: Texts): HTMLElement {
  const { name, address, phone, externalId, id } = facility;
  const number = dialable(phone ?? '');
  return h(
    'article',
    { class: 'card', 'data-testid': 'desk' },
    h('h3', {}, name),
    h('p', {}, t('desk.minutes', { minutes: wholeMinutes(seconds) })),
    address && h('p', { class: 'hint' }, address),
    h(
      'div',
      { class: 'actions' },
      number !== '' &&
        h(
          'a',
          { class: 'button primary', href: `tel:${number}` },
          t('call', { phone: phone ?? '' }),
        ),
      h(
        'a',
        {
          class: 'button no-print',
          href: `./facility/${encodeURIComponent(externalId ?? id)}`,
        },
        t('details'),
      ),
    ),
  );
}
