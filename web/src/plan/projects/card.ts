import { fill, h } from '../../ui/dom';
import { dayText } from '../scenarios/list';
import type { Project } from './answers';
import type { ProjectsContext } from './context';
import { placeOf } from './draft';
import { editForm } from './form';
import { historyWords, projectFacts } from './words';

export interface CardActions {
  changed(): void;
  /** Which project is open in the link; null closes. */
  open(id: string | null): void;
}

/** One project: what it is, its history, and its form in place. */
export function projectCard(
  context: ProjectsContext,
  project: Project,
  open: boolean,
  actions: CardActions,
): HTMLElement {
  const { t } = context.tr;
  const { id, name, status, note, fundingSource } = project;
  const place = placeOf(project);
  const body = h('div', {});
  const edit = h(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-testid': 'edit-project',
      'aria-label': t('projects.edit.named', { name }),
      'aria-expanded': String(open),
      onclick: () => actions.open(open ? null : id),
    },
    t('projects.edit'),
  );
  if (open) {
    fill(
      body,
      editForm(context, project, {
        changed: actions.changed,
        close: () => actions.open(null),
      }),
      historyPart(context, project),
    );
  }
  return h(
    'li',
    { class: open ? 'project-card open' : 'project-card', 'data-project': id },
    h(
      'div',
      { class: 'project-title' },
      h('h4', {}, name),
      h('span', { class: `tag status ${status}` }, t(`status.${status}`)),
    ),
    h('p', { class: 'project-facts' }, projectFacts(context, project).join(' · ')),
    fundingSource && h('p', { class: 'hint' }, t('card.funding', { source: fundingSource })),
    note && h('p', { class: 'hint' }, note),
    h(
      'div',
      { class: 'card-actions' },
      edit,
      place &&
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'show-project',
            'aria-label': t('projects.show.named', { name }),
            onclick: () => context.map.reveal(place),
          },
          t('projects.show'),
        ),
    ),
    body,
  );
}

function historyPart(context: ProjectsContext, { history }: Project): HTMLElement {
  const { t, lang } = context.tr;
  return h(
    'details',
    { class: 'fold' },
    h(
      'summary',
      { 'data-testid': 'project-history' },
      t('history.title', { count: history.length }),
    ),
    history.length === 0
      ? h('p', { class: 'hint' }, t('history.none'))
      : h(
          'ol',
          { class: 'history' },
          ...history.map((step) =>
            h(
              'li',
              {},
              h('time', { datetime: step.at }, dayText(step.at, lang)),
              h('span', {}, historyWords(context, step)),
            ),
          ),
        ),
  );
}
