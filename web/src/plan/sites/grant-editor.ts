import { numberField } from '../../desk/fields';
import { errorText } from '../../panels/context';
import { fill, h } from '../../ui/dom';
import { endRefusedSession } from '../context';
import { fromField, toField, yuanText } from '../money';
import { type Grant, grant as grantDecoder } from './answers';
import type { SitesContext } from './context';

/** Grants with the words of their documents; a sum that is changed holds for the whole bureau. */
export function grantFold(
  context: SitesContext,
  { grantsChanged }: { readonly grantsChanged: () => void },
): HTMLElement {
  const { tr, ground } = context;
  return h(
    'details',
    { class: 'fold' },
    h('summary', { 'data-testid': 'grants-fold' }, h('b', {}, tr.t('grants.title'))),
    h('p', { class: 'hint' }, tr.t('grants.why')),
    h(
      'ul',
      { class: 'grants' },
      ...ground.grants.map((grant) => grantItem(context, grant, grantsChanged)),
    ),
  );
}

function grantItem(context: SitesContext, first: Grant, changed: () => void): HTMLElement {
  const { api, tr, shared, announce } = context;
  const { t } = tr;
  const item = h('li', { class: 'grant', 'data-testid': 'grant', 'data-grant': first.code });
  const said = h('p', { class: 'form-error', role: 'alert' });
  const change = async (grant: Grant, yuan: number | null) => {
    fill(said);
    try {
      const path = `siting/grants/${encodeURIComponent(grant.code)}`;
      const next = await api.put(path, { yuan }, grantDecoder);
      show(next);
      announce(t('grants.saved', { name: nameOf(next), value: yuanText(next.yuan, tr) }));
      changed();
    } catch (error) {
      said.textContent = errorText(error, shared);
      endRefusedSession(context, error);
    }
  };
  const nameOf = ({ zh, en }: Grant) => tr.named({ nameZh: zh, nameEn: en });
  const show = (grant: Grant) =>
    fill(
      item,
      numberField({
        label: t('grants.yuan', { name: nameOf(grant) }),
        testId: 'grant-yuan',
        value: toField(grant.yuan, tr),
        min: 0,
        take: (sum) => void change(grant, fromField(sum, tr)),
      }),
      grant.edited &&
        h(
          'p',
          {},
          t('grants.edited', { value: yuanText(grant.builtInYuan, tr) }),
          h(
            'button',
            {
              type: 'button',
              class: 'link',
              'data-testid': 'grant-back',
              onclick: () => void change(grant, null),
            },
            t('grants.back'),
          ),
        ),
      h(
        'blockquote',
        {},
        h(
          'p',
          { lang: tr.lang === 'zh' ? null : 'zh-CN' },
          t('quote.open', { quote: grant.quote }),
        ),
        h('footer', {}, t('grants.from', { source: grant.source })),
      ),
      said,
    );
  show(first);
  return item;
}
