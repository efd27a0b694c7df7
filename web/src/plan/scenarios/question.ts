import type { Query } from '../../api/http';
import type { PlanState } from '../state';

/** Who walks, how long and to what: the parameters of every answer about scenarios. */
export function walkQuery(state: PlanState): Query {
  return {
    type: state.type,
    minutes: state.minutes,
    zoneMinutes: state.outerMinutes === null ? null : `outer:${state.outerMinutes}`,
    group: state.group,
    profile: state.profile,
    speedKmh: state.speedKmh,
  };
}

/** Whether two states ask the same. */
export function asksTheSame(one: PlanState, other: PlanState): boolean {
  const left = walkQuery(one);
  const right = walkQuery(other);
  return Object.keys(left).every((name) => left[name] === right[name]);
}
