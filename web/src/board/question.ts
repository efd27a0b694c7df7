import type { Query } from '../api/http';
import { type BoardState, formatWeights } from './state';

/** Who walks: the profile, or a flat speed. */
function pace({ profile, speedKmh }: BoardState): Query {
  return { profile, speedKmh };
}

/** Parameters of the gap board; the page, its exports and published runs ask by the same ones. */
export function boardQuery(state: BoardState): Query {
  return {
    type: state.type,
    minutes: state.minutes,
    zoneMinutes: state.outerMinutes === null ? null : `outer:${state.outerMinutes}`,
    group: state.group,
    weights: formatWeights(state.weights) || null,
    level: state.level,
    area: state.area,
    ...pace(state),
  };
}

/** Parameters of the two verdicts on every community. */
export function communitiesQuery(state: BoardState): Query {
  return {
    plan: state.plans,
    type: state.about,
    minutes: state.minutes,
    group: state.group,
    area: state.area,
    ...pace(state),
  };
}

/** Parameters of the rules' verdicts. */
export function verdictsQuery(state: BoardState): Query {
  return { plan: state.plans, asOf: state.asOf, area: state.area, ...pace(state) };
}

export function progressQuery(state: BoardState): Query {
  return { asOf: state.asOf, area: null };
}

export function supplyQuery(state: BoardState): Query {
  return {
    minutes: state.minutes,
    zoneMinutes: state.outerMinutes === null ? null : `outer:${state.outerMinutes}`,
    level: state.level,
    area: state.area,
    ...pace(state),
  };
}

/** The same parameters as single texts, as a published run keeps them. */
export function asQuestion(query: Query): Record<string, string> {
  const question: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    const words = Array.isArray(value) ? value.join(',') : value;
    if (words !== null && words !== '') question[name] = String(words);
  }
  return question;
}
