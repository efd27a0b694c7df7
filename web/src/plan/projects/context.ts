import type { TranslatorOf } from '../../i18n/language';
import type { FrameKey } from '../../i18n/plan/frame-zh';
import type { ProjectsKey } from '../../i18n/plan/projects-zh';
import type { PlanContext } from '../context';
import type { ProjectApi } from './api';

export type ProjectsTranslator = TranslatorOf<ProjectsKey | FrameKey>;

/** What the parts of the projects tab work with. */
export interface ProjectsContext extends Omit<PlanContext, 'tr'> {
  readonly tr: ProjectsTranslator;
  readonly projects: ProjectApi;
}
