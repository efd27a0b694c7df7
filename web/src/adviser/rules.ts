import {
  type Decoded,
  type Decoder,
  flag,
  listOf,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from '../api/decode';

/** When a rule may apply: answers to a question, or several conditions together. */
export type Condition =
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

const condition: Decoder<Condition> = (value, path) => {
  const { all, any } = object({
    all: nullable(listOf(condition)),
    any: nullable(listOf(condition)),
  })(value, path);
  if (all) return { all };
  if (any) return { any };
  return object({ question: text, is: listOf(text) })(value, path);
};

const document = object({
  code: text,
  titleZh: text,
  titleEn: text,
  issuer: text,
  year: nullable(number),
});
export type AdviserDocument = Decoded<typeof document>;

const question = object({
  code: text,
  zh: text,
  en: text,
  hintZh: nullable(text),
  hintEn: nullable(text),
  many: withDefault(flag, false),
  paperZh: nullable(text),
  paperEn: nullable(text),
  options: listOf(object({ code: text, zh: text, en: text })),
});
export type Question = Decoded<typeof question>;

const rule = object({
  code: text,
  kind: oneOf('service', 'subsidy'),
  nameZh: text,
  nameEn: text,
  getZh: text,
  getEn: text,
  when: nullable(condition),
  ask: listOf(text),
  source: object({ document: text, placeZh: text, placeEn: text, clause: text, quote: text }),
  statusZh: text,
  statusEn: text,
});
export type Rule = Decoded<typeof rule>;

/** Everything that the adviser knows: `GET api/v1/adviser`. */
export const advice = object({
  documents: listOf(document),
  questions: listOf(question),
  rules: listOf(rule),
  /** Types of facility to ask at. */
  offices: listOf(object({ code: text, nameZh: text, nameEn: text })),
});
export type Advice = Decoded<typeof advice>;

/** Chosen options by question. A question that is missing or has none is open, which is not "no". */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** What the answers say about a rule; `on` are the open questions that could still change it. */
export type Verdict =
  | { readonly kind: 'may' }
  | { readonly kind: 'not' }
  | { readonly kind: 'depends'; readonly on: readonly string[] };

/** Judges one rule; one without a condition may apply to everybody. */
export function judge({ when }: Pick<Rule, 'when'>, answers: Answers): Verdict {
  if (!when) return { kind: 'may' };
  const open = new Set<string>();
  const truth = evaluate(when, answers, open);
  if (truth === null) return { kind: 'depends', on: [...open] };
  return { kind: truth ? 'may' : 'not' };
}

/** True, false, or null where open questions decide; these are added to `open`. */
function evaluate(when: Condition, answers: Answers, open: Set<string>): boolean | null {
  if ('question' in when) {
    const chosen = answers[when.question] ?? [];
    if (chosen.length > 0) return chosen.some((option) => when.is.includes(option));
    open.add(when.question);
    return null;
  }
  // `all` is decided by one false part, `any` by one true part.
  const [parts, decisive] = 'all' in when ? [when.all, false] : [when.any, true];
  const below = new Set<string>();
  const truths = parts.map((part) => evaluate(part, answers, below));
  if (truths.includes(decisive)) return decisive;
  if (!truths.includes(null)) return !decisive;
  for (const question of below) open.add(question);
  return null;
}

/** All questions that a rule looks at, open or not. */
export function questionsOf(when: Condition | null): string[] {
  if (!when) return [];
  if ('question' in when) return [when.question];
  return [...new Set(('all' in when ? when.all : when.any).flatMap(questionsOf))];
}
