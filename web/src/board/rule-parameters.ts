import { selectField, textField } from '../desk/fields';
import { type BoardContext, groupName, label, typeName } from './context';
import type { Parameter } from './standards-answers';

/** One value that a rule sets of its indicator; undefined keeps the indicator's own. */
interface ParameterField {
  readonly element: HTMLElement;
  readonly value: () => unknown;
}

/** Fields for what a rule may set of its indicator; what is left empty keeps the usual value. */
export function parameterFields(context: BoardContext, parameters: readonly Parameter[]) {
  const fields = parameters.map(
    (parameter) => [parameter.name, fieldOf(context, parameter)] as const,
  );
  return {
    elements: fields.map(([, { element }]) => element),
    read: () => {
      const values: Record<string, unknown> = {};
      for (const [name, { value }] of fields) {
        const set = value();
        if (set !== undefined) values[name] = set;
      }
      return values;
    },
  };
}

function fieldOf(context: BoardContext, parameter: Parameter): ParameterField {
  const { t } = context.tr;
  const { name, kind, low, high, choices } = parameter;
  const words = label(context, parameter, name);
  const testId = `rule-parameter-${name}`;
  const usual = ['', t('rule.usual')] as const;
  if (kind === 'NUMBER') {
    const { element, input } = textField(words, testId, {
      type: 'number',
      step: 'any',
      min: low,
      max: high,
      placeholder: t('rule.usual'),
    });
    return { element, value: () => (input.value === '' ? undefined : input.valueAsNumber) };
  }
  const options: readonly (readonly [string, string])[] =
    kind === 'FLAG'
      ? [
          ['true', t('rule.yes')],
          ['false', t('rule.no')],
        ]
      : kind === 'GROUP'
        ? context.catalog.status.groups.map(({ code }) => [code, groupName(context, code)])
        : kind === 'TYPES'
          ? [...context.catalog.types.keys()].map((code) => [code, typeName(context, code)])
          : choices.map((choice) => [choice, choice]);
  const { element, input } = selectField(words, testId, [usual, ...options]);
  const read = (value: string) =>
    kind === 'FLAG' ? value === 'true' : kind === 'TYPES' ? [value] : value;
  return { element, value: () => (input.value === '' ? undefined : read(input.value)) };
}
