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

export interface NumberFieldOptions {
  readonly label: string;
  readonly testId: string;
  readonly value: number | null;
  readonly min?: number;
  readonly max?: number;
  /** `any` by default; 1 asks for whole numbers. */
  readonly step?: number | 'any';
  /** True where the field may be empty; then null is taken. */
  readonly optional?: boolean;
  readonly placeholder?: string;
  /** Called when a legal number (or nothing, where optional) was put in. */
  readonly take: (value: number | null) => void;
}

/** A labelled number; what is out of range is said by the browser and not taken. */
export function numberField(options: NumberFieldOptions): HTMLElement {
  const { label, testId, value, min, max, step = 'any', optional = false, placeholder } = options;
  const { take } = options;
  return h(
    'label',
    { class: 'field' },
    h('span', {}, label),
    h('input', {
      type: 'number',
      inputmode: step === 1 ? 'numeric' : 'decimal',
      min,
      max,
      step,
      value,
      required: !optional,
      placeholder,
      'data-testid': testId,
      onchange: (event: Event) => {
        const field = event.target as HTMLInputElement;
        if (field.value === '' && !field.validity.badInput ? optional : field.reportValidity()) {
          take(field.value === '' ? null : field.valueAsNumber);
        }
      },
    }),
  );
}
