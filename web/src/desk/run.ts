import { type Decoded, mapOf, nullable, object, text, withDefault } from '../api/decode';

/** What figures were computed from: enough to compute them again. */
export const runInputs = object({
  software: text,
  data: mapOf(text),
  streetsName: nullable(text),
  streetsImportedAt: nullable(text),
  question: mapOf(text),
  ruleSet: nullable(text),
});
export type RunInputs = Decoded<typeof runInputs>;

/** Fields of every answer with figures. */
export const runShape = { run: text, inputs: withDefault(nullable(runInputs), null) };

export interface Run {
  readonly run: string;
  readonly inputs: RunInputs | null;
}
