import type { DeskContext, DeskTab } from '../desk/context';
import type { PlanApi } from './api';
import type { PlanMap } from './plan-map';
import type { PlanState, PlanStore } from './state';
import type { PlanTranslator } from './translator';

export {
  endRefusedSession,
  failure,
  groupName,
  isPast,
  label,
  SessionHolder,
  serviceName,
  typeName,
  typeWord,
  waiting,
} from '../desk/context';

/** What every tab of the planning desk works with; made anew when the language changes. */
export interface PlanContext extends DeskContext {
  readonly api: PlanApi;
  readonly store: PlanStore;
  readonly tr: PlanTranslator;
  /** The one map beside the tabs: a tab puts its own on it in `show` and the page clears it. */
  readonly map: PlanMap;
}

/** One tab; there only while somebody is signed in. */
export type PlanTab = DeskTab<PlanState>;

/** What the module of a tab exports by default. */
export type PlanTabMaker = new (context: PlanContext) => PlanTab;
