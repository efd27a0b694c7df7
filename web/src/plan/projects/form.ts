import { ProblemError } from '../../api/http';
import { selectField, textField } from '../../desk/fields';
import { toNumber } from '../../state/places';
import { fill, h } from '../../ui/dom';
import { icon } from '../../ui/icon';
import { endRefusedSession, failure, typeName } from '../context';
import { fromField, toField } from '../money';
import { kinds, type Project, statuses } from './answers';
import type { ProjectsContext } from './context';
import { draftOf, type ProjectDraft } from './draft';
import { YEARS_RANGE } from './years';

const CONFLICT = 409;

export interface FormActions {
  /** The library has changed. */
  changed(): void;
  /** Closes the form. */
  close(): void;
}

/** A project in fields, where it stands in the list; a new one where none is given. */
export function projectForm(
  context: ProjectsContext,
  project: Project | null,
  start: ProjectDraft,
  actions: FormActions,
): HTMLElement {
  const { tr, catalog, map, projects } = context;
  const { t } = tr;
  const text = (label: string, name: string, value: string | null, most = 300) =>
    textField(label, `project-${name}`, { type: 'text', maxlength: most, value: value ?? '' });
  const amount = (label: string, name: string, value: number | null, more = {}) =>
    textField(label, `project-${name}`, { type: 'number', min: 0, value: value ?? '', ...more });
  const degrees = (label: string, name: string, value: number | null, most: number) =>
    amount(label, name, value, { min: -most, max: most, step: 'any' });
  const name = textField(t('form.name'), 'project-name', {
    type: 'text',
    maxlength: 300,
    required: true,
    value: start.name,
  });
  const kind = selectField(
    t('form.kind'),
    'project-kind',
    kinds.map((one) => [one, t(`kind.${one}`)] as const),
    start.kind,
  );
  const type = selectField(
    t('form.type'),
    'project-type',
    [
      ['', t('form.type.none')] as const,
      ...[...catalog.types.keys()].map((code) => [code, typeName(context, code)] as const),
    ],
    start.type ?? '',
  );
  const status = selectField(
    t('form.status'),
    'project-status',
    statuses.map((one) => [one, t(`status.${one}`)] as const),
    start.status,
  );
  const year = amount(t('form.year'), 'year', start.year, {
    ...YEARS_RANGE,
    step: 1,
    required: true,
  });
  const quarter = selectField(
    t('form.quarter'),
    'project-quarter',
    [
      ['', t('form.quarter.none')] as const,
      ...[1, 2, 3, 4].map((one) => [String(one), t('projects.quarter', { quarter: one })] as const),
    ],
    start.quarter === null ? '' : String(start.quarter),
  );
  const cost = amount(t('form.cost'), 'cost', toField(start.costYuan, tr), { step: 'any' });
  const funding = text(t('form.funding'), 'funding', start.fundingSource);
  const unit = text(t('form.unit'), 'unit', start.responsibleUnit);
  const capacity = amount(t('form.capacity'), 'capacity', start.capacity, { step: 1 });
  const flag = (label: string, name: string, value: boolean | null) =>
    selectField(
      label,
      `project-${name}`,
      [
        ['', t('unknown')] as const,
        ['true', t('value.true')] as const,
        ['false', t('value.false')] as const,
      ],
      value === null ? '' : String(value),
    );
  // Targets count stations that meet the standard, or are run by companies or associations.
  const meets = flag(t('field.meetsStandard'), 'meets', start.meetsStandard);
  const social = flag(t('field.sociallyRun'), 'social', start.sociallyRun);
  const lon = degrees(t('form.lon'), 'lon', start.lon, 180);
  const lat = degrees(t('form.lat'), 'lat', start.lat, 90);
  // A place is needed where something is built or moved.
  const needPlace = () => {
    const needed = kind.input.value === 'add' || kind.input.value === 'move';
    lon.input.required = needed;
    lat.input.required = needed;
  };
  kind.input.addEventListener('change', needPlace);
  needPlace();
  const note = text(t('form.note'), 'note', start.note, 4000);
  const message = h('div', {});
  const pick = h(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-testid': 'project-pick',
      onclick: () =>
        map.pickPlace(
          t('form.pick.prompt'),
          (place) => {
            map.pickPlace(null);
            lon.input.value = String(place.lon);
            lat.input.value = String(place.lat);
            lon.input.focus();
          },
          () => pick.focus(),
        ),
    },
    icon('place'),
    t('form.pick'),
  );
  const filled = (): ProjectDraft => {
    const place = { lon: optional(lon.input), lat: optional(lat.input) };
    const sameArea = place.lon === start.lon && place.lat === start.lat;
    return {
      ...start,
      name: name.input.value.trim(),
      kind: kinds.find((one) => one === kind.input.value) ?? start.kind,
      type: type.input.value || null,
      status: statuses.find((one) => one === status.input.value) ?? start.status,
      year: Number(year.input.value),
      quarter: Number(quarter.input.value) || null,
      costYuan: fromField(optional(cost.input), tr),
      fundingSource: funding.input.value.trim() || null,
      responsibleUnit: unit.input.value.trim() || null,
      capacity: optional(capacity.input),
      meetsStandard: known(meets.input),
      sociallyRun: known(social.input),
      ...place,
      // Where the place is another, the server finds out in which area it lies.
      areaCode: sameArea ? start.areaCode : null,
      note: note.input.value.trim() || null,
      ...(project ? { version: project.version } : {}),
    };
  };
  const save = async () => {
    fill(message);
    try {
      const draft = filled();
      const saved = project ? await projects.save(project.id, draft) : await projects.add(draft);
      context.announce(t('form.saved', { name: saved.name }));
      actions.close();
      actions.changed();
    } catch (error) {
      const conflict = error instanceof ProblemError && error.status === CONFLICT;
      fill(
        message,
        conflict && project
          ? conflictNotice(context, actions)
          : failure(context, error, () => void save()),
      );
      endRefusedSession(context, error);
    }
  };
  return h(
    'form',
    {
      class: 'form project-form',
      'data-testid': 'project-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void save();
      },
    },
    h('div', { class: 'fields' }, name.element),
    h(
      'div',
      { class: 'fields' },
      status.element,
      year.element,
      quarter.element,
      cost.element,
      funding.element,
      unit.element,
      kind.element,
      type.element,
      capacity.element,
      meets.element,
      social.element,
    ),
    h('div', { class: 'fields' }, lon.element, lat.element, pick),
    h('div', { class: 'fields' }, note.element),
    h(
      'div',
      { class: 'form-actions' },
      h(
        'button',
        { type: 'submit', class: 'button primary', 'data-testid': 'project-save' },
        t('form.save'),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'button',
          'data-testid': 'project-cancel',
          onclick: () => actions.close(),
        },
        t('form.cancel'),
      ),
      project && removeButton(context, project, message, actions),
    ),
    message,
  );
}

/** Null where nothing is typed. */
function optional(input: HTMLInputElement): number | null {
  const value = toNumber(input.value);
  return Number.isNaN(value) ? null : value;
}

/** Null where nobody has said. */
function known({ value }: HTMLSelectElement): boolean | null {
  return value === '' ? null : value === 'true';
}

function conflictNotice({ tr }: ProjectsContext, actions: FormActions): HTMLElement {
  const { t } = tr;
  return h(
    'div',
    { class: 'notice warn', role: 'alert', 'data-testid': 'project-conflict' },
    h('p', {}, t('form.conflict')),
    h(
      'button',
      {
        type: 'button',
        class: 'button',
        onclick: () => {
          actions.close();
          actions.changed();
        },
      },
      t('form.conflict.reload'),
    ),
  );
}

/** Asks in the page before anything is deleted. */
function removeButton(
  context: ProjectsContext,
  project: Project,
  message: HTMLElement,
  actions: FormActions,
): HTMLElement {
  const { t } = context.tr;
  const { name, id, version } = project;
  const drop = async () => {
    try {
      await context.projects.drop(id, version);
      context.announce(t('form.deleted', { name }));
      actions.close();
      actions.changed();
    } catch (error) {
      fill(
        message,
        failure(context, error, () => void drop()),
      );
      endRefusedSession(context, error);
    }
  };
  const button: HTMLElement = h(
    'button',
    {
      type: 'button',
      class: 'button danger',
      'data-testid': 'project-delete',
      onclick: () => {
        const no = h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'project-delete-no',
            onclick: () => {
              fill(message);
              button.focus();
            },
          },
          t('form.delete.no'),
        );
        fill(
          message,
          h(
            'div',
            { class: 'notice warn', role: 'group', 'aria-label': t('form.delete') },
            h('p', {}, t('form.delete.ask', { name })),
            h(
              'button',
              {
                type: 'button',
                class: 'button danger',
                'data-testid': 'project-delete-yes',
                onclick: () => void drop(),
              },
              t('form.delete.yes'),
            ),
            no,
          ),
        );
        no.focus();
      },
    },
    t('form.delete'),
  );
  return button;
}

/** The form of a project that there is. */
export function editForm(
  context: ProjectsContext,
  project: Project,
  actions: FormActions,
): HTMLElement {
  return projectForm(context, project, draftOf(project), actions);
}
