import { type Child, h } from '../ui/dom';
import { type Advice, type Answers, judge, questionsOf, type Rule, type Verdict } from './rules';
import type { Texts } from './texts';

const AREA_OFFICE = 'area_office';

/** Rules by what the answers say about them, in the order of the data. */
export interface Judged {
  readonly may: readonly Rule[];
  readonly depends: readonly { readonly rule: Rule; readonly on: readonly string[] }[];
  readonly not: readonly Rule[];
}

export function judgeAll({ rules }: Advice, answers: Answers): Judged {
  const verdicts = rules.map((rule): [Rule, Verdict] => [rule, judge(rule, answers)]);
  return {
    may: verdicts.filter(([, { kind }]) => kind === 'may').map(([rule]) => rule),
    depends: verdicts.flatMap(([rule, verdict]) =>
      verdict.kind === 'depends' ? [{ rule, on: verdict.on }] : [],
    ),
    not: verdicts.filter(([, { kind }]) => kind === 'not').map(([rule]) => rule),
  };
}

/** One line about all rules, for the eye and for the screen reader. */
export function summaryText({ may, depends }: Judged, { t }: Texts): string {
  return may.length + depends.length === 0
    ? t('summary.none')
    : t('summary', { may: may.length, depends: depends.length });
}

/** Everything that is shown for the answers. */
export function resultList(judged: Judged, advice: Advice, texts: Texts): Child[] {
  const { t } = texts;
  const { may, depends, not } = judged;
  const card = (rule: Rule, on: readonly string[] = []) => ruleCard(rule, on, advice, texts);
  return [
    may.length > 0 && h('h3', {}, t('may.title', { count: may.length })),
    may.length > 0 &&
      h('div', { class: 'rules', 'data-testid': 'may' }, ...may.map((rule) => card(rule))),
    depends.length > 0 && h('h3', {}, t('depends.title', { count: depends.length })),
    depends.length > 0 &&
      h(
        'div',
        { class: 'rules', 'data-testid': 'depends' },
        ...depends.map(({ rule, on }) => card(rule, on)),
      ),
    not.length > 0 &&
      h(
        'details',
        { class: 'no-print', 'data-testid': 'not' },
        h('summary', {}, t('not.title', { count: not.length })),
        h('div', { class: 'rules' }, ...not.map((rule) => card(rule))),
      ),
  ];
}

function ruleCard(
  rule: Rule,
  on: readonly string[],
  { documents, questions, offices }: Advice,
  { t, of }: Texts,
): HTMLElement {
  const { source } = rule;
  const document = documents.find(({ code }) => code === source.document);
  const place = of(source.placeZh, source.placeEn);
  const year = document?.year ?? null;
  const open = questions.filter(({ code }) => on.includes(code));
  const asked = questionsOf(rule.when);
  const papers = questions.flatMap(({ code, paperZh, paperEn }) =>
    asked.includes(code) && paperZh !== null ? [of(paperZh, paperEn ?? '')] : [],
  );
  const places = rule.ask.map((code) => {
    const office = offices.find((one) => one.code === code);
    return code === AREA_OFFICE || !office ? t('ask.areaOffice') : of(office.nameZh, office.nameEn);
  });
  const fact = (name: string, value: string) => [h('dt', {}, name), h('dd', {}, value)];
  return h(
    'article',
    { class: 'card', 'data-testid': 'rule', 'data-rule': rule.code },
    h('h4', {}, of(rule.nameZh, rule.nameEn)),
    h('p', { class: 'tags' }, h('span', { class: 'tag' }, t(`kind.${rule.kind}`))),
    h('p', {}, of(rule.getZh, rule.getEn)),
    open.length > 0 &&
      h(
        'div',
        { class: 'notice' },
        h('p', {}, t('depends.on')),
        h('ul', {}, ...open.map(({ zh, en }) => h('li', {}, of(zh, en)))),
      ),
    h('p', { class: 'notice sample' }, of(rule.statusZh, rule.statusEn)),
    h(
      'dl',
      { class: 'facts' },
      ...fact(t('place'), year === null ? place : t('place.year', { place, year })),
      ...fact(t('ask'), places.join(t('list.separator'))),
      ...(papers.length > 0 ? fact(t('bring'), papers.join(t('list.separator'))) : []),
    ),
    h(
      'details',
      {},
      h('summary', {}, t('source')),
      h('blockquote', { lang: 'zh-CN' }, source.quote),
      document &&
        h(
          'p',
          { class: 'hint' },
          t('source.clause', {
            title: of(document.titleZh, document.titleEn),
            issuer: document.issuer,
            clause: source.clause,
          }),
        ),
    ),
  );
}
