import type { TranslatorOf } from '../../i18n/language';
import type { FrameKey } from '../../i18n/plan/frame-zh';
import type { SitesKey } from '../../i18n/plan/sites-zh';
import type { PlanContext } from '../context';
import type { Candidate, Grant } from './answers';

export type SitesTranslator = TranslatorOf<FrameKey | SitesKey>;

/** What the parts of site selection work with. */
export interface SitesContext extends PlanContext {
  readonly tr: SitesTranslator;
  /** Loaded candidates and grants; empty until they have arrived. */
  readonly ground: {
    candidates: readonly Candidate[];
    grants: readonly Grant[];
    /** What answers have called candidates, by id: corners have no other name. */
    readonly names: ReadonlyMap<string, string>;
  };
}
