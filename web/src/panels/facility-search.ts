import type { Facility } from '../api/facility';
import { fill, h } from '../ui/dom';
import { icon } from '../ui/icon';
import { symbolImage } from '../ui/symbol';
import { errorText, isAbort, Latest, lookOf, type PanelContext, typeName } from './context';
import { facilityTags } from './facility-facts';

const LIMIT = 12;
const REST_MILLISECONDS = 200;

/** A search field with its list of facilities. */
export function facilitySearch(
  context: PanelContext,
  testId: string,
  choose: (facility: Facility) => void,
): HTMLElement {
  const { t } = context.tr;
  const latest = new Latest();
  let rest: number | undefined;
  const list = h('ul', { class: 'found', 'aria-live': 'polite' });
  const field = h('input', {
    type: 'search',
    autocomplete: 'off',
    placeholder: t('search.placeholder'),
    'data-testid': testId,
    oninput: () => {
      window.clearTimeout(rest);
      rest = window.setTimeout(() => void search(), REST_MILLISECONDS);
    },
  });

  async function search(): Promise<void> {
    const query = field.value.trim();
    const signal = latest.next();
    if (query === '') {
      fill(list);
      return;
    }
    try {
      const { facilities, numberMatched } = await context.api.searchFacilities(
        query,
        LIMIT,
        signal,
      );
      if (signal.aborted) return;
      fill(
        list,
        ...facilities.map(item),
        facilities.length === 0 && h('li', { class: 'hint' }, t('search.none')),
        numberMatched > facilities.length &&
          h(
            'li',
            { class: 'hint' },
            t('search.more', { count: numberMatched - facilities.length }),
          ),
      );
    } catch (error) {
      if (!isAbort(error) && !signal.aborted) fill(list, h('li', {}, errorText(error, context.tr)));
    }
  }

  function item(facility: Facility): HTMLElement {
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          'data-testid': 'search-result',
          onclick: () => {
            fill(list);
            field.value = '';
            choose(facility);
          },
        },
        symbolImage(lookOf(context, facility.type), 1.5),
        h(
          'span',
          {},
          facility.name,
          h(
            'small',
            {},
            [typeName(context, facility.type), facility.address].filter(Boolean).join(' · '),
          ),
        ),
        facilityTags(context, facility),
      ),
    );
  }

  return h(
    'form',
    {
      class: 'search',
      role: 'search',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void search();
      },
    },
    h('label', { class: 'field' }, h('span', {}, icon('search'), t('search.label')), field),
    list,
  );
}
