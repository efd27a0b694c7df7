import type { Facility } from '../api/facility';
import type { FoundFacility } from '../api/find';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import type { CompareSet } from './compare-set';
import type { FindContext } from './context';
import { facilityPage, sharedAddress } from './links';

/** What can be done with a facility besides calling it. */
export function facilityActions(
  context: FindContext,
  compare: CompareSet,
  facility: Facility | FoundFacility,
): HTMLElement {
  const { t } = context.tr;
  const told = h('div', { role: 'status', class: 'told' });
  return h(
    'div',
    { class: 'card-actions' },
    navigation(context, facility),
    h(
      'div',
      { class: 'actions' },
      h(
        'a',
        { class: 'button', href: facilityPage(facility), 'data-testid': 'details' },
        icon('info'),
        t('card.details'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'share',
          onclick: () => void share(context, facility, told),
        },
        icon('share'),
        t('card.share'),
      ),
      saveButton(context, facility, told),
    ),
    compareBox(context, compare, facility, told),
    told,
  );
}

/** Hands the facility's place, and nothing else, over to the maps people have on their phones. */
function navigation(
  { tr, handover }: FindContext,
  facility: Facility | FoundFacility,
): HTMLElement | null {
  if (!handover) return null;
  const { lon, lat, name } = facility;
  const place = { lon, lat };
  const links = [
    ['amap', tr.t('card.amap'), handover.amapLink(place, name)],
    ['baidu', tr.t('card.baidu'), handover.baiduLink(place, name)],
    ['tencent', tr.t('card.tencent'), handover.tencentLink(place, name)],
  ] as const;
  return h(
    'div',
    { class: 'navigate' },
    h('h4', {}, icon('map'), tr.t('card.navigate')),
    h(
      'div',
      { class: 'actions' },
      ...links.map(([code, label, href]) =>
        h(
          'a',
          {
            class: 'button',
            href,
            target: '_blank',
            rel: 'noopener noreferrer',
            'data-testid': `navigate-${code}`,
          },
          label,
        ),
      ),
    ),
    h('p', { class: 'hint' }, tr.t('card.navigate.note')),
  );
}

/** The phone's own sharing where it has one, else the clipboard, else a link to copy by hand. */
async function share(
  { tr }: FindContext,
  facility: Facility | FoundFacility,
  told: HTMLElement,
): Promise<void> {
  const url = sharedAddress(facility, document.baseURI);
  try {
    if (typeof navigator.share === 'function') {
      await navigator.share({ title: facility.name, text: facility.name, url });
      return;
    }
    await navigator.clipboard.writeText(url);
    fill(told, h('p', { class: 'notice' }, tr.t('card.shared')));
  } catch (error) {
    // Somebody thought better of it.
    if (error instanceof DOMException && error.name === 'AbortError') return;
    fill(
      told,
      h(
        'label',
        { class: 'notice copy' },
        tr.t('card.copyByHand'),
        h('input', {
          type: 'text',
          readonly: true,
          value: url,
          'data-testid': 'share-link',
          onfocus: (event: Event) => (event.target as HTMLInputElement).select(),
        }),
      ),
    );
  }
}

function saveButton(
  context: FindContext,
  facility: Facility | FoundFacility,
  told: HTMLElement,
): HTMLElement {
  const { tr, saved } = context;
  const button = h('button', { type: 'button', class: 'button', 'data-testid': 'save-facility' });
  const name = () => {
    const has = saved.has(facility.id);
    fill(button, icon('save'), tr.t(has ? 'card.unsave' : 'card.save'));
  };
  button.addEventListener('click', () => {
    const { id, name: title } = facility;
    let words = tr.t('card.unsaved', { name: title });
    if (saved.has(id)) saved.removeFacility(id);
    else {
      const kept = saved.saveFacility(facility);
      words = kept ? tr.t('card.saved', { name: title }) : tr.t('saved.refused');
    }
    name();
    fill(told, h('p', { class: 'notice' }, words));
  });
  name();
  return button;
}

function compareBox(
  context: FindContext,
  compare: CompareSet,
  facility: Facility | FoundFacility,
  told: HTMLElement,
): HTMLElement {
  const { t } = context.tr;
  const box = h('input', {
    type: 'checkbox',
    checked: compare.has(facility.id),
    'data-testid': 'compare-box',
    onchange: () => {
      if (compare.set(facility, box.checked, context)) return;
      box.checked = false;
      fill(told, h('p', { class: 'notice' }, t('compare.full')));
    },
  });
  return h('label', { class: 'check' }, box, t('card.compare'));
}
