import { h } from '../ui/dom';

type Attributes = Readonly<Record<string, string | number | boolean | null>>;

/** A labelled input of a form. */
export function textField(
  label: string,
  testId: string,
  attributes: Attributes,
): { element: HTMLElement; input: HTMLInputElement } {
  const input = h('input', { 'data-testid': testId, ...attributes });
  return { input, element: h('label', { class: 'field' }, h('span', {}, label), input) };
}

/** A labelled choice of a form. */
export function selectField(
  label: string,
  testId: string,
  options: readonly (readonly [string, string])[],
  chosen?: string | null,
  change?: (value: string) => void,
): { element: HTMLElement; input: HTMLSelectElement } {
  const input = h(
    'select',
    { 'data-testid': testId },
    ...options.map(([value, text]) => h('option', { value, selected: value === chosen }, text)),
  );
  if (change) input.addEventListener('change', () => change(input.value));
  return { input, element: h('label', { class: 'field' }, h('span', {}, label), input) };
}
