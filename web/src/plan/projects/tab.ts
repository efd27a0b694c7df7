import './projects.css';
import { textField } from '../../desk/fields';
import { keepFocus } from '../../desk/focus';
import { projectsEn } from '../../i18n/plan/projects-en';
import { projectsZh } from '../../i18n/plan/projects-zh';
import { fill, h } from '../../ui/dom';
import { icon } from '../../ui/icon';
import {
  endRefusedSession,
  failure,
  isPast,
  type PlanContext,
  type PlanTab,
  waiting,
} from '../context';
import { exportButtons } from '../files';
import { ownOf, type PlanState, withOwn } from '../state';
import { tabTranslator } from '../translator';
import { annualPlan } from './annual';
import type { Project } from './answers';
import { ProjectApi } from './api';
import { projectCard } from './card';
import type { ProjectsContext } from './context';
import { emptyProject, placeOf } from './draft';
import { projectForm } from './form';
import { byYear, countByStatus, otherYears, sumOf, type YearOfProjects } from './library';
import type { LibraryPlan } from './plan-answers';
import { reachWords, sumWords } from './words';
import { LIBRARY_YEARS, libraryYears, YEARS_RANGE, yearOf } from './years';

/** The years of the library from light to dark; the pins carry the year's number too. */
const yearColors = ['#be3b12', '#1450b8', '#0b4f4a'] as const;
const OTHER_COLOR = '#6b665c';
/** Stands for the form of a new project in the link. */
const NEW = 'new';

/** The three-year project library: by year, on the map, and the plan of each year. */
export default class ProjectsTab implements PlanTab {
  readonly element: HTMLElement;
  readonly #context: ProjectsContext;
  readonly #body = h('div', { class: 'part' });
  #asked = new AbortController();
  #projects: readonly Project[] | null = null;
  #plan: LibraryPlan | null = null;

  constructor(context: PlanContext) {
    const tr = tabTranslator(context.tr.lang, projectsZh, projectsEn);
    this.#context = { ...context, tr, projects: new ProjectApi(context.api.http) };
    this.element = h(
      'div',
      { class: 'part projects-tab', 'data-testid': 'tab-projects' },
      h('h1', {}, tr.t('projects.title')),
      this.#body,
    );
  }

  show(): void {
    fill(this.#body, waiting(this.#context));
    void this.#ask();
  }

  hide(): void {
    this.#asked.abort();
  }

  stateChanged(state: PlanState, previous: PlanState): void {
    const own = (name: 'from' | 'year' | 'id') =>
      ownOf(state, `projects.${name}`) !== ownOf(previous, `projects.${name}`);
    if (own('from')) void this.#ask();
    else if (own('year') || own('id')) this.#render();
  }

  get #from(): number {
    return yearOf(ownOf(this.#context.store.state, 'projects.from'));
  }

  get #years(): number[] {
    return libraryYears(this.#from);
  }

  async #ask(): Promise<void> {
    this.#asked.abort();
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    const { projects, tr, announce } = this.#context;
    this.element.setAttribute('aria-busy', 'true');
    try {
      const [list, plan] = await Promise.all([
        projects.list(signal),
        projects.plan(this.#from, LIBRARY_YEARS, signal),
      ]);
      if (signal.aborted) return;
      this.#projects = list.projects;
      this.#plan = plan;
      this.#render();
      announce(tr.t('projects.announce', { count: list.projects.length }));
    } catch (error) {
      if (isPast(error, signal)) return;
      fill(
        this.#body,
        failure(this.#context, error, () => void this.#ask()),
      );
      endRefusedSession(this.#context, error);
    } finally {
      if (!signal.aborted) this.element.removeAttribute('aria-busy');
    }
  }

  #render(): void {
    const projects = this.#projects;
    if (!projects) return;
    const context = this.#context;
    const { tr, store } = context;
    const { t } = tr;
    const years = this.#years;
    const from = years[0] ?? this.#from;
    const to = years.at(-1) ?? from;
    const inYears = byYear(projects, years);
    const others = otherYears(projects, years);
    const all = inYears.flatMap((year) => year.projects);
    const file = t('library.file', { from, to });
    const giveBack = keepFocus(this.element);
    fill(
      this.#body,
      h('div', { class: 'library-head' }, this.#fromField(), this.#addButton()),
      this.#newForm(),
      h(
        'p',
        { class: 'library-total', 'data-testid': 'library-total' },
        h('b', {}, t('projects.years', { from, to })),
        ` ${sumWords(sumOf(all), tr)}`,
      ),
      reachWords(sumOf(all), tr) !== '' &&
        h('p', { class: 'hint', 'data-testid': 'library-reach' }, reachWords(sumOf(all), tr)),
      projects.length === 0
        ? h('p', { class: 'notice', 'data-testid': 'no-projects' }, t('projects.none'))
        : this.#statusLine(projects),
      ...inYears.map((year) => this.#section(year)),
      others.length > 0 && h('h2', {}, t('projects.other')),
      ...others.map((year) => this.#section(year)),
      exportButtons(
        context,
        'projects/library',
        { from },
        file,
        ['xlsx', 'csv', 'geojson', 'pdf'],
        {
          title: t('library.export'),
          testId: 'export-library',
        },
      ),
      this.#plan &&
        annualPlan(
          context,
          this.#plan,
          yearOf(ownOf(store.state, 'projects.year') ?? String(from)),
          (year) => store.go(withOwn(store.state, { 'projects.year': year })),
        ),
    );
    giveBack();
    this.#draw(projects, years);
  }

  #fromField(): HTMLElement {
    const { store, tr } = this.#context;
    const field = textField(tr.t('projects.from'), 'library-from', {
      type: 'number',
      ...YEARS_RANGE,
      step: 1,
      value: this.#from,
    });
    field.input.addEventListener('change', () => {
      const typed = yearOf(field.input.value);
      store.go(withOwn(store.state, { 'projects.from': typed, 'projects.year': null }));
      field.input.value = String(typed);
    });
    return field.element;
  }

  #addButton(): HTMLElement {
    const { t } = this.#context.tr;
    return h(
      'button',
      {
        type: 'button',
        class: 'button primary',
        'data-testid': 'add-project',
        'aria-expanded': String(this.#open === NEW),
        onclick: () => this.#toggle(this.#open === NEW ? null : NEW),
      },
      icon('addPin'),
      t('projects.add'),
    );
  }

  get #open(): string | null {
    return ownOf(this.#context.store.state, 'projects.id');
  }

  #toggle(id: string | null): void {
    const { store } = this.#context;
    const before = this.#open;
    store.go(withOwn(store.state, { 'projects.id': id }));
    const card = (one: string) => `[data-project="${CSS.escape(one)}"]`;
    const focus =
      id === null
        ? before === NEW
          ? '[data-testid="add-project"]'
          : `${card(before ?? '')} [data-testid="edit-project"]`
        : id === NEW
          ? '[data-testid="project-name"]'
          : `${card(id)} [data-testid="project-name"]`;
    this.element.querySelector<HTMLElement>(focus)?.focus();
  }

  #newForm(): HTMLElement | null {
    if (this.#open !== NEW) return null;
    const context = this.#context;
    const start = emptyProject(context.store.state.type, this.#from);
    return projectForm(context, null, start, {
      changed: () => void this.#ask(),
      close: () => this.#toggle(null),
    });
  }

  #statusLine(projects: readonly Project[]): HTMLElement {
    const { t } = this.#context.tr;
    return h(
      'ul',
      { class: 'status-line' },
      ...countByStatus(projects).map(({ status, count }) =>
        h(
          'li',
          { class: `tag status ${status}` },
          t('status.count', { status: t(`status.${status}`), count }),
        ),
      ),
    );
  }

  #section({ year, projects, sum }: YearOfProjects): HTMLElement {
    const { tr } = this.#context;
    const { t } = tr;
    return h(
      'section',
      { class: 'library-year', 'data-year': year },
      h(
        'h2',
        {},
        h('span', { class: 'year-dot', 'aria-hidden': 'true' }),
        t('projects.year', { year }),
        h('small', {}, ` ${sumWords(sum, tr)}`),
      ),
      projects.length === 0
        ? h('p', { class: 'hint' }, t('projects.year.none'))
        : h(
            'ul',
            { class: 'project-list' },
            ...projects.map((project) =>
              projectCard(this.#context, project, this.#open === project.id, {
                changed: () => void this.#ask(),
                open: (id) => this.#toggle(id),
              }),
            ),
          ),
    );
  }

  #draw(projects: readonly Project[], years: readonly number[]): void {
    const { map, tr } = this.#context;
    const { t } = tr;
    const colorOf = (year: number) => yearColors[years.indexOf(year)] ?? OTHER_COLOR;
    for (const section of this.element.querySelectorAll<HTMLElement>('[data-year]')) {
      section.style.setProperty('--year', colorOf(Number(section.dataset.year)));
    }
    map.setPins(
      projects.flatMap((project) => {
        const place = placeOf(project);
        if (!place || project.status === 'cancelled') return [];
        return [
          {
            id: project.id,
            ...place,
            kind: 'project' as const,
            label: `${project.name} · ${t('projects.year', { year: project.year })} · ${t(`status.${project.status}`)}`,
            number: project.year % 100,
            color: colorOf(project.year),
            chosen: project.id === this.#open,
          },
        ];
      }),
      { chosen: (id) => this.#chosen(id) },
    );
    map.setLegend([
      {
        kind: 'colors',
        title: t('legend.years'),
        items: years.map((year) => ({
          color: colorOf(year),
          label: t('projects.year', { year }),
        })),
      },
    ]);
  }

  #chosen(id: string): void {
    this.#toggle(id);
    this.element
      .querySelector(`[data-project="${CSS.escape(id)}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }
}
