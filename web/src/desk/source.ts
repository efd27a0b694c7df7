import type { Run, RunInputs } from '../desk/run';
import { fill, h } from '../ui/dom';
import type { DeskTranslator } from './context';

/**
 * Where the figures above come from, folded: the run's id and everything that went in.
 *
 * @param asked the question in words, where there are better ones than names and values
 */
export function sourceFold(
  context: { readonly tr: DeskTranslator },
  { run, inputs }: Run,
  asked: string | null = null,
): HTMLElement {
  const { t } = context.tr;
  return h(
    'details',
    { class: 'source', 'data-testid': 'source' },
    h(
      'summary',
      {},
      h('span', {}, t('source.title')),
      h('span', { class: 'run-id' }, t('source.run', { run })),
    ),
    h('p', {}, t('source.why')),
    inputs && inputsList(context.tr, inputs, asked),
  );
}

/** The inputs of a run as terms and values. */
export function inputsList(
  tr: DeskTranslator,
  inputs: RunInputs,
  asked: string | null = null,
): HTMLElement {
  const list = h('dl', { class: 'facts' });
  fill(
    list,
    ...inputTerms(tr, inputs, asked).map(([term, value]) =>
      h('div', {}, h('dt', {}, term), h('dd', {}, value)),
    ),
  );
  return list;
}

/** Terms and values in the order of importance; what is absent is said to be absent. */
export function inputTerms(
  { t }: Pick<DeskTranslator, 't'>,
  inputs: RunInputs,
  asked: string | null = null,
): readonly (readonly [string, string])[] {
  const streets = [inputs.streetsName, inputs.streetsImportedAt].filter(Boolean).join(' · ');
  const data = Object.entries(inputs.data).map(
    ([name, hash]) => [inputName(name, t), hash === 'none' ? t('source.none') : hash] as const,
  );
  const question = Object.entries(inputs.question)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
  return [
    [t('source.streets'), streets || t('source.none')],
    ...data,
    [t('source.rules'), inputs.ruleSet ?? t('source.none')],
    [t('source.software'), inputs.software],
    [t('source.question'), asked ?? question],
  ];
}

/** An input by its name in the chosen language. */
export function inputName(name: string, t: DeskTranslator['t']): string {
  return name in dataNames ? t(dataNames[name as keyof typeof dataNames]) : name;
}

const dataNames = {
  streets: 'source.data.streets',
  facilities: 'source.data.facilities',
  demand: 'source.data.demand',
  areas: 'source.data.areas',
  elevation: 'source.data.elevation',
  profiles: 'source.data.profiles',
  snapLimitMeters: 'source.data.snapLimitMeters',
  detourFactor: 'source.data.detourFactor',
  rules: 'source.data.rules',
  software: 'source.data.software',
} as const;
