import type { TranslatorOf } from '../../i18n/language';
import type { FrameKey } from '../../i18n/plan/frame-zh';
import type { ScenariosKey } from '../../i18n/plan/scenarios-zh';
import type { PlanContext } from '../context';
import type { ScenarioApi } from './api';

/** What the parts of the scenarios tab work with. */
export interface ScenariosContext extends Omit<PlanContext, 'tr'> {
  readonly tr: TranslatorOf<ScenariosKey | FrameKey>;
  readonly scenarios: ScenarioApi;
}
