import type { DeskContext, DeskTab } from '../desk/context';
import type { BoardApi } from './api';
import type { BoardState, BoardStore } from './state';
import type { BoardTranslator } from './translator';

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

/** What every tab of the desk works with; made anew when the language changes. */
export interface BoardContext extends DeskContext {
  readonly api: BoardApi;
  readonly store: BoardStore;
  readonly tr: BoardTranslator;
}

/** One tab of the desk. */
export type BoardTab = DeskTab<BoardState>;
